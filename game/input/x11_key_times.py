"""The X server's own time stamps of key presses (X11 and XWayland).

SDL hands the raw X event over, just before the key event that it causes, once SDL_SYSWMEVENT is
enabled in the SDL library that pygame has loaded; pygame itself has no call for that.
"""

from __future__ import annotations

import ctypes
from time import perf_counter_ns, sleep

import pygame

from game.input.sdl_library import loaded_sdl
from game.input.smallest_difference import SmallestDifference
from game.input.x11_events import KEY_PRESS, PROPERTY_NOTIFY, stamp_of

_SDL_SYSWMEVENT = 0x201
_SDL_ENABLE = 1
_NS_PER_MS = 1_000_000
_WRAP_MS = 2**32
_LONGEST_DELAY_NS = 2_000_000_000

_PROBES = 40
_PROBE_GAP_S = 0.0013
"""No whole number of milliseconds, so that the probes meet the server's clock everywhere."""

_LONGEST_PROBE_NS = 50 * _NS_PER_MS


class X11KeyTimes:
    """Remembers the stamp of the X event that a key event follows."""

    name = "x11"
    resolution_us = 1_000

    def __init__(self) -> None:
        self._press_ns: int | None = None
        self._last_ms = 0
        self._wraps = 0
        self._clock = SmallestDifference()

    @classmethod
    def if_available(cls) -> X11KeyTimes | None:
        """None unless the window is X11's and SDL can be told to hand its events over."""
        if pygame.display.get_driver() != "x11":
            return None
        sdl = loaded_sdl()
        if sdl is None:
            return None
        sdl.SDL_EventState(ctypes.c_uint32(_SDL_SYSWMEVENT), ctypes.c_int(_SDL_ENABLE))
        return cls()

    def press_ns(self, event: pygame.Event, arrived_ns: int) -> int | None:
        if event.type == pygame.SYSWMEVENT:
            self._take(event, arrived_ns)
            return None
        if event.type != pygame.KEYDOWN:
            return None
        press_ns, self._press_ns = self._press_ns, None
        if press_ns is None or arrived_ns - press_ns > _LONGEST_DELAY_NS:
            return arrived_ns
        return press_ns

    def measured_uncertainty_us(self) -> int | None:
        """Changes a property of the window, for which the server has a stamp as well as for keys.

        The change happens between the request and its notice, so a stamp that is placed outside is
        wrong by at least that much. The stamps also teach where the server's clock stands.
        """
        errors_ns = [error_ns for _ in range(_PROBES) if (error_ns := self._probe()) is not None]
        return sorted(errors_ns)[len(errors_ns) * 95 // 100] // 1_000 if errors_ns else None

    def _take(self, event: pygame.Event, arrived_ns: int) -> None:
        stamp = stamp_of(event)
        if stamp is None:
            return
        host_ns = self._host_ns(stamp.server_ms, arrived_ns)
        if stamp.kind == KEY_PRESS:
            self._press_ns = host_ns

    def _host_ns(self, server_ms: int, arrived_ns: int) -> int:
        return self._clock.host_ns(self._unwrapped_ms(server_ms) * _NS_PER_MS, arrived_ns)

    def _unwrapped_ms(self, stamp_ms: int) -> int:
        """The server's milliseconds start again from 0 every 49.7 days."""
        if stamp_ms < self._last_ms - _WRAP_MS // 2:
            self._wraps += 1
        self._last_ms = stamp_ms
        return self._wraps * _WRAP_MS + stamp_ms

    def _probe(self) -> int | None:
        """How far outside the time of one change its stamp is placed; None without a notice."""
        sleep(_PROBE_GAP_S)
        title, icon_title = pygame.display.get_caption()
        asked_ns = perf_counter_ns()
        pygame.display.set_caption(title, icon_title)
        while (now_ns := perf_counter_ns()) - asked_ns < _LONGEST_PROBE_NS:
            for event in pygame.event.get(pygame.SYSWMEVENT):
                stamp = stamp_of(event)
                if stamp is not None and stamp.kind == PROPERTY_NOTIFY:
                    placed_ns = self._host_ns(stamp.server_ms, perf_counter_ns())
                    return max(0, asked_ns - placed_ns, placed_ns - now_ns)
        return None
