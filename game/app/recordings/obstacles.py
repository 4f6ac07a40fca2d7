"""Why a file cannot be played to, in the words of the strings table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.errors import AudioError

DECODABLE = frozenset({".ogg", ".oga", ".mp3", ".flac", ".opus", ".wav"})
UNDECODABLE: Mapping[str, str] = {
    **dict.fromkeys((".m4a", ".m4b", ".m4p", ".alac"), "M4A"),
    **dict.fromkeys((".mp4", ".m4v", ".mov"), "MP4"),
    ".aac": "AAC",
    **dict.fromkeys((".wma", ".asf"), "WMA"),
    **dict.fromkeys((".aif", ".aiff", ".aifc"), "AIFF"),
    **dict.fromkeys((".webm", ".mkv", ".mka"), "WebM"),
    **dict.fromkeys((".ac3", ".eac3"), "AC3"),
    ".mid": "MIDI",
    ".midi": "MIDI",
    ".ape": "APE",
    ".wv": "WavPack",
    ".mpc": "Musepack",
    ".m3u": "M3U",
}
"""By the ending of the name: what it is called."""

LONGEST_S = 20 * 60
"""A recording is held in memory while it is aligned."""

LARGEST_BYTES = 600_000_000

_SHORTEST_S = 0.05
"""A file that lasts less says of itself that it holds nothing."""

_HEAD_BYTES = 512
_SOUND_MARKS = (b"ID3", b"RIFF", b"OggS", b"fLaC", b"\xff")
_LINE_BYTES = frozenset(b"\t\n\r\f")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a file cannot be played to: a key of the strings table, and the values of its places."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


def obstacle(path: Path) -> Obstacle | None:
    """Why a file cannot be played to, by its name and first bytes. None: nothing speaks against.

    A file that is damaged further on is found out when it is aligned: see `obstacle_behind`.
    """
    ending = path.suffix.lower()
    if path.is_dir():
        return Obstacle("files.a_folder", {"folder": path.name})
    if ending in UNDECODABLE:
        return Obstacle("files.undecodable", _conversion(UNDECODABLE[ending], path))
    if ending not in DECODABLE:
        return Obstacle("files.no_sound", {"file": path.name})
    # A pipe or a device would keep whoever reads it waiting.
    if path.exists() and not path.is_file():
        return Obstacle("files.unreadable", {"file": path.name})
    return _obstacle_inside(path)


def obstacle_behind(fault: AudioError, path: Path) -> Obstacle:
    """What was in the way of a file that nothing spoke against until it was to be decoded."""
    from game.audio.length import audio_length_s  # noqa: PLC0415

    if fault.path != path:
        values = {"file": path.name, "place": str(fault.path), "reason": fault.found}
        return Obstacle("files.no_room", values)
    seen = obstacle(path)
    if seen is not None:
        return seen
    length_s = audio_length_s(path)
    is_empty = length_s is not None and length_s < _SHORTEST_S
    key = "files.nothing_inside" if is_empty else "files.damaged"
    return Obstacle(key, {"file": path.name})


def _obstacle_inside(path: Path) -> Obstacle | None:
    # Imported here: numpy takes its time, and the first frame is not to wait for it.
    from game.audio.decode import stranger_at  # noqa: PLC0415
    from game.audio.length import audio_length_s  # noqa: PLC0415

    try:
        stranger, is_text = stranger_at(path), _is_text(path)
        size_bytes = path.stat().st_size
    except (AudioError, OSError):
        return _unreadable(path)
    if stranger is not None:
        return Obstacle("files.stranger", _conversion(stranger, path))
    if is_text:
        return Obstacle("files.text", {"file": path.name})
    if (audio_length_s(path) or 0) > LONGEST_S or size_bytes > LARGEST_BYTES:
        return Obstacle("files.too_long", {"file": path.name, "minutes": LONGEST_S // 60})
    return None


def _is_text(path: Path) -> bool:
    """Whether a file begins as something that people write, and not as sound."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if head.startswith(_SOUND_MARKS):
        return False
    return all(byte >= 0x20 or byte in _LINE_BYTES for byte in head) and _is_utf8(head)


def _is_utf8(head: bytes) -> bool:
    """Whether it can be read as text; its last character may be cut off."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return True


def _conversion(kind: str, path: Path) -> Mapping[str, object]:
    return {"kind": kind, "file": path.name, "stem": path.stem}


def _unreadable(path: Path) -> Obstacle:
    try:
        is_empty = path.stat().st_size == 0
    except OSError:
        is_empty = False
    return Obstacle("files.empty" if is_empty else "files.unreadable", {"file": path.name})
