"""Who has not touched a drum for long, counted in bars that had something to play."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from game.charts.timeline import Timeline

IDLE_BARS = 8
"""After so many bars with notes and without a single press nobody is taken to sit there."""


class IdleWatch:
    """One player's bars. All times are song time."""

    def __init__(self, timeline: Timeline) -> None:
        notes_us = [note.at_us for note in timeline.notes]
        bars = pairwise([*(bar.at_us for bar in timeline.bars), timeline.end_us])
        busy = [bar for bar in bars if _any_between(notes_us, *bar)]
        self._starts_us = [start_us for start_us, _ in busy]
        self._ends_us = [end_us for _, end_us in busy]
        self._touched_us: int | None = None

    def touched(self, at_us: int) -> None:
        """The player has hit something, or has just sat down."""
        self._touched_us = max(at_us, self._touched_us or at_us)

    def is_idle(self, now_us: int) -> bool:
        """Whether the last press is eight whole bars with notes ago."""
        first = 0 if self._touched_us is None else bisect_left(self._starts_us, self._touched_us)
        return bisect_right(self._ends_us, now_us) - first >= IDLE_BARS


def _any_between(times_us: Sequence[int], from_us: int, to_us: int) -> bool:
    index = bisect_left(times_us, from_us)
    return index < len(times_us) and times_us[index] < to_us
