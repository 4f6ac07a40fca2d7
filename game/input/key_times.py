"""When a key was pressed: the best that this platform can say.

A source of key times sees every event with the host time at which the wait returned. To add one for
another platform, write a class with these three members and name it in `best_key_times`.
"""

from __future__ import annotations

from typing import Protocol

import pygame


class KeyTimes(Protocol):
    """Where the times of key presses come from."""

    name: str
    """For `devices` and the latency screen."""

    resolution_us: int
    """How finely it tells time."""

    def press_ns(self, event: pygame.Event, arrived_ns: int) -> int | None:
        """The host time of a KEYDOWN; None for any other event."""


class ArrivalTimes:
    """The moment at which the wait for events returned: late by what the game was busy with."""

    name = "arrival"
    resolution_us = 1

    def press_ns(self, event: pygame.Event, arrived_ns: int) -> int | None:
        return arrived_ns if event.type == pygame.KEYDOWN else None


def best_key_times() -> KeyTimes:
    """The most exact source that works here; call it when the window is open."""
    from game.input.x11_key_times import X11KeyTimes  # noqa: PLC0415 - only where a window is

    return X11KeyTimes.if_available() or ArrivalTimes()
