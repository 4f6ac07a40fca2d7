"""Ahead or behind: where a player stands against the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.score.together.numbers import batch_reach, median

LEAST_HITS = 30
SMALLEST_US = 8_000
"""Nearer to the beat than this is on it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Late is positive; real time."""

    median_us: float
    reach_us: float
    """Half of the interval that holds it in 95 of 100 plays."""

    @property
    def is_clear(self) -> bool:
        """Whether it is worth saying."""
        return abs(self.median_us) > max(self.reach_us, SMALLEST_US)


def place(errors_us: Sequence[float]) -> Place | None:
    """Where a player's errors lie, in the order of the song; None if they are too few."""
    if len(errors_us) < LEAST_HITS:
        return None
    return Place(median(errors_us), batch_reach(errors_us))
