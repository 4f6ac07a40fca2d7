"""The X server's own time stamps of key presses (X11 and XWayland).

SDL hands the raw X event over, just before the key event that it causes, once SDL_SYSWMEVENT is
enabled in the SDL library that pygame has loaded; pygame itself has no call for that.
"""

from __future__ import annotations

import ctypes
import struct
import sys
from pathlib import Path

import pygame

from game.input.smallest_difference import SmallestDifference

_SDL_SYSWMEVENT = 0x201
_SDL_ENABLE = 1
_X_KEY_PRESS = 2
_NS_PER_MS = 1_000_000
_WRAP_MS = 2**32
_LONGEST_DELAY_NS = 2_000_000_000

# XKeyEvent of Xlib.h on 64-bit: int type; unsigned long serial; Bool send_event; Display *display;
# Window window, root, subwindow; Time time.
_X_EVENT_TYPE = struct.Struct("@i")
_X_KEY_EVENT = struct.Struct("@iLiPLLLL")


class X11KeyTimes:
    """Remembers the stamp of the X event that a key event follows."""

    name = "x11"
    resolution_us = 1_000

    def __init__(self) -> None:
        self._stamp_ms: int | None = None
        self._last_ms = 0
        self._wraps = 0
        self._clock = SmallestDifference()

    @classmethod
    def if_available(cls) -> X11KeyTimes | None:
        """None unless the window is X11's and SDL can be told to hand its events over."""
        if pygame.display.get_driver() != "x11":
            return None
        sdl = _loaded_sdl()
        if sdl is None:
            return None
        sdl.SDL_EventState(ctypes.c_uint32(_SDL_SYSWMEVENT), ctypes.c_int(_SDL_ENABLE))
        return cls()

    def press_ns(self, event: pygame.Event, arrived_ns: int) -> int | None:
        if event.type == pygame.SYSWMEVENT:
            self._stamp_ms = _press_ms(event, self._stamp_ms)
            return None
        if event.type != pygame.KEYDOWN:
            return None
        stamp_ms, self._stamp_ms = self._stamp_ms, None
        if stamp_ms is None:
            return arrived_ns
        host_ns = self._clock.host_ns(self._unwrapped_ms(stamp_ms) * _NS_PER_MS, arrived_ns)
        return host_ns if arrived_ns - host_ns <= _LONGEST_DELAY_NS else arrived_ns

    def _unwrapped_ms(self, stamp_ms: int) -> int:
        """The server's milliseconds start again from 0 every 49.7 days."""
        if stamp_ms < self._last_ms - _WRAP_MS // 2:
            self._wraps += 1
        self._last_ms = stamp_ms
        return self._wraps * _WRAP_MS + stamp_ms


def _press_ms(event: pygame.Event, otherwise: int | None) -> int | None:
    """The server's time of a raw KeyPress; `otherwise` for every other raw event."""
    raw = getattr(event, "event", None)
    if not isinstance(raw, bytes) or len(raw) < _X_KEY_EVENT.size:
        return otherwise
    if _X_EVENT_TYPE.unpack_from(raw)[0] != _X_KEY_PRESS:
        return otherwise
    return int(_X_KEY_EVENT.unpack_from(raw)[-1]) % _WRAP_MS


def _loaded_sdl() -> ctypes.CDLL | None:
    """The SDL library in this process, whatever a wheel has named its file."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
        paths = {line.split(maxsplit=5)[5] for line in maps.splitlines() if "libSDL2-" in line}
        return ctypes.CDLL(min(paths)) if paths else None
    except OSError:
        return None
