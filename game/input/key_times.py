"""When a key was pressed: the best that this platform can say.

A source of key times sees every event with the host time at which the wait returned. To add one for
another platform, write a class with these members and name it in `best_key_times`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from threading import Thread
from time import perf_counter_ns, sleep
from typing import Protocol

import pygame

VARIABLE = "DRUM_DUET_KEY_TIMES"


class KeyTimes(Protocol):
    """Where the times of key presses come from."""

    name: str
    """For `devices` and the latency screen."""

    resolution_us: int
    """How finely it tells time."""

    def press_ns(self, event: pygame.Event, arrived_ns: int) -> int | None:
        """The host time of a KEYDOWN; None for any other event."""

    def measured_uncertainty_us(self) -> int | None:
        """Tries itself out: how far off 95 of 100 times are at most, while the game is at rest.

        Takes a tenth of a second and needs the window; None where it cannot be tried.
        """


class ArrivalTimes:
    """The moment at which the wait for events returned: late by what the game was busy with."""

    name = "arrival"
    resolution_us = 1

    def press_ns(self, event: pygame.Event, arrived_ns: int) -> int | None:
        return arrived_ns if event.type == pygame.KEYDOWN else None

    def measured_uncertainty_us(self) -> int | None:
        """Another thread posts events and notes when; the wait for them is what presses get."""
        posting = Thread(target=_post_probes, name="key time probes", daemon=True)
        posting.start()
        delays_ns: list[int] = []
        others: list[pygame.Event] = []
        while len(delays_ns) < _PROBES:
            event = pygame.event.wait(_LONGEST_WAIT_MS)
            now_ns = perf_counter_ns()
            if event.type == pygame.NOEVENT:
                break
            if event.type == _PROBE:
                delays_ns.append(now_ns - event.posted_ns)
            else:
                others.append(event)
        posting.join()
        for event in others:
            pygame.event.post(event)
        return sorted(delays_ns)[len(delays_ns) * 95 // 100] // 1_000 if delays_ns else None


def best_key_times(variables: Mapping[str, str] = os.environ) -> KeyTimes:
    """The most exact source that works here; call it when the window is open.

    `DRUM_DUET_KEY_TIMES=arrival` in the environment switches the others off.
    """
    if variables.get(VARIABLE) == ArrivalTimes.name:
        return ArrivalTimes()
    from game.input.x11_key_times import X11KeyTimes  # noqa: PLC0415 - only where a window is

    return X11KeyTimes.if_available() or ArrivalTimes()


_PROBE = pygame.event.custom_type()
_PROBES = 40
_PROBE_GAP_S = 0.002
_LONGEST_WAIT_MS = 200


def _post_probes() -> None:
    for _ in range(_PROBES):
        sleep(_PROBE_GAP_S)
        pygame.event.post(pygame.Event(_PROBE, posted_ns=perf_counter_ns()))
