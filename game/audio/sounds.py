"""Loading a sound whole."""

from __future__ import annotations

import ctypes
from io import BytesIO
from pathlib import Path

import pygame


def load_sound(source: Path | BytesIO) -> pygame.mixer.Sound:
    """A file as the open mixer plays it.

    Raises:
        pygame.error: it cannot be decoded, or nothing comes of it.
        OSError: it cannot be read.
    """
    sound = pygame.mixer.Sound(source)
    if sound.get_length() == 0:
        # SDL_mixer 2.8 frees the memory of an empty sound twice: never let go of it.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(sound))
        raise pygame.error("no sound in it")
    return sound
