"""Pictures that players keep: PNG files in a folder of their own, none ever written over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import count
from pathlib import Path

import pygame

from game.app.files import atomic

_UNFIT_FOR_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')


def save_picture(surface: pygame.Surface, folder: Path, title: str, now: datetime) -> Path:
    """Write a picture, whole or not at all, under a name that is still free.

    Args:
        surface: what is to be seen.
        folder: is made if it is not there.
        title: what the picture is of; goes into its name.
        now: goes into its name, too, so that pictures sort by date.

    Raises:
        OSError: it cannot be written.
    """
    stream = BytesIO()
    pygame.image.save(surface, stream, "picture.png")
    fit = _UNFIT_FOR_A_NAME.sub(" ", title).strip(" .")[:60] or "song"
    path = next(path for path in _names(folder, f"{now:%Y-%m-%d %H.%M.%S} {fit}") if is_free(path))
    atomic.write_bytes(path, stream.getvalue())
    return path


def is_free(path: Path) -> bool:
    """Whether nothing has that name yet."""
    return not path.exists() and not path.is_symlink()


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.png"
    for number in count(2):
        yield folder / f"{name} ({number}).png"
