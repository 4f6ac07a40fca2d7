"""Hits of pads that have sounded and wait to be judged in the order of their stamps."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass

from game.input.bindings import Binding

WAIT_NS = 12_000_000
"""A filter holds a soft hit for up to 8 ms, and lets later ones pass in the meantime."""


@dataclass(frozen=True, slots=True)
class StruckPad:
    """One hit."""

    host_ns: int
    binding: Binding
    velocity: int


class StruckPads:
    """Sorts hits by their stamps."""

    def __init__(self) -> None:
        self._waiting: list[StruckPad] = []

    def add(self, struck: StruckPad) -> None:
        """Behind those of the same stamp."""
        insort(self._waiting, struck, key=lambda each: each.host_ns)

    def take(self, now_ns: int) -> list[StruckPad]:
        """Those before which nothing more will come, in order; each is given once."""
        due = sum(each.host_ns + WAIT_NS <= now_ns for each in self._waiting)
        taken, self._waiting = self._waiting[:due], self._waiting[due:]
        return taken

    def take_all(self) -> list[StruckPad]:
        """All, in order."""
        taken, self._waiting = self._waiting, []
        return taken
