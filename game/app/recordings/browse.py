"""Folders and sound files, as the players look for their recording; and what cannot be played."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from game.errors import AudioError

DECODABLE = frozenset({".ogg", ".oga", ".mp3", ".flac", ".opus", ".wav"})
LONGEST_S = 20 * 60
"""A recording is held in memory while it is aligned."""

LARGEST_BYTES = 600_000_000

_UNDECODABLE: Mapping[str, str] = {
    **dict.fromkeys((".m4a", ".m4b", ".m4p", ".alac"), "M4A"),
    **dict.fromkeys((".mp4", ".m4v", ".mov"), "MP4"),
    ".aac": "AAC",
    **dict.fromkeys((".wma", ".asf"), "WMA"),
    **dict.fromkeys((".aif", ".aiff", ".aifc"), "AIFF"),
    **dict.fromkeys((".webm", ".mkv", ".mka"), "WebM"),
    **dict.fromkeys((".mid", ".midi"), "MIDI"),
    ".ape": "APE",
    ".wv": "WavPack",
    ".mpc": "Musepack",
    ".m3u": "M3U",
}


class Kind(Enum):
    PARENT = auto()
    FOLDER = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a folder."""

    kind: Kind
    path: Path


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a file cannot be played to: a key of the strings table, and the values of its places."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


def places_in(folder: Path) -> tuple[Place, ...]:
    """The way up, folders, then sound files, each by name; hidden ones are left out.

    Raises:
        OSError: the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        found = [(entry.name, _is_folder(entry)) for entry in entries if entry.name[0] != "."]
    found.sort(key=lambda each: (not each[1], each[0].casefold()))
    up = () if folder.parent == folder else (Place(Kind.PARENT, folder.parent),)
    return up + tuple(
        Place(Kind.FOLDER if is_folder else Kind.FILE, folder / name)
        for name, is_folder in found
        if is_folder or looks_like_sound(Path(name))
    )


def looks_like_sound(path: Path) -> bool:
    """Whether the name promises sound, be it of a format that cannot be played."""
    return path.suffix.lower() in DECODABLE or path.suffix.lower() in _UNDECODABLE


def obstacle(path: Path) -> Obstacle | None:
    """Why a file cannot be played to; only its first bytes are read. None: nothing speaks against.

    A file that is damaged further on is found out when it is aligned.
    """
    # Imported here: numpy takes its time, and the first frame is not to wait for it.
    from game.audio.decode import stranger_at  # noqa: PLC0415
    from game.audio.length import audio_length_s  # noqa: PLC0415

    name = path.name
    kind = _UNDECODABLE.get(path.suffix.lower())
    if kind is not None:
        return Obstacle("files.undecodable", {"kind": kind, "file": name, "stem": path.stem})
    if path.suffix.lower() not in DECODABLE:
        return Obstacle("files.no_sound", {"file": name})
    try:
        stranger = stranger_at(path)
        size_bytes = path.stat().st_size
    except (AudioError, OSError):
        return _unreadable(path)
    if stranger is not None:
        return Obstacle("files.stranger", {"kind": stranger, "file": name, "stem": path.stem})
    length_s = audio_length_s(path) or 0.0
    if length_s > LONGEST_S or size_bytes > LARGEST_BYTES:
        return Obstacle("files.too_long", {"file": name, "minutes": LONGEST_S // 60})
    return None


def first_folder(*wished: Path | None) -> Path:
    """The first of these folders that is there; else the home folder, or the root."""
    for folder in (*wished, Path.home()):
        if folder is not None and folder.is_dir():
            return folder
    return Path(Path.cwd().anchor or "/")


def _unreadable(path: Path) -> Obstacle:
    try:
        is_empty = path.stat().st_size == 0
    except OSError:
        is_empty = False
    return Obstacle("files.empty" if is_empty else "files.unreadable", {"file": path.name})


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
