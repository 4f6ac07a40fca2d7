"""Folders and sound files, as the players look for their recording."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from game.app.recordings.obstacles import DECODABLE, UNDECODABLE


class Kind(Enum):
    PARENT = auto()
    FOLDER = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a folder."""

    kind: Kind
    path: Path


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
    return path.suffix.lower() in DECODABLE or path.suffix.lower() in UNDECODABLE


def first_folder(*wished: Path | None) -> Path:
    """The first of these folders that is there; else the home folder, or the root."""
    for folder in (*wished, Path.home()):
        if folder is not None and folder.is_dir():
            return folder
    return Path(Path.cwd().anchor or "/")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
