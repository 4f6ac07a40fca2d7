"""The SDL library that pygame has loaded, for the few calls that pygame has no name for."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pygame

_BESIDE_PYGAME = {"win32": "SDL2.dll", "darwin": ".dylibs/libSDL2-2*.dylib"}


def loaded_sdl() -> ctypes.CDLL | None:
    """The library in this process, whatever a wheel has named its file; None if it hides."""
    try:
        path = _loaded_path() if sys.platform.startswith("linux") else _path_beside_pygame()
        return ctypes.CDLL(str(path)) if path else None
    except OSError:
        return None


def _loaded_path() -> str | None:
    maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
    found = {line.split(maxsplit=5)[5] for line in maps.splitlines() if "libSDL2-" in line}
    return min(found, default=None)


def _path_beside_pygame() -> Path | None:
    pattern = _BESIDE_PYGAME.get(sys.platform)
    if pattern is None or pygame.__file__ is None:
        return None
    return min(Path(pygame.__file__).parent.glob(pattern), default=None)
