"""Where a part itself asks for a roll, so that no one takes it for a sign."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from game.charts.pieces import Stroke
from game.charts.timeline import Timeline
from game.input.bindings import Binding

_REACH_US = 180_000
_AS_DENSE = 3
"""So many notes within reach of a stroke, and the hand that plays them rolls."""


class WrittenRolls:
    """The rolls of all parts of a play, written as one stroke or note by note."""

    def __init__(self, timelines: Iterable[Timeline]) -> None:
        self._notes_us: defaultdict[Binding, list[int]] = defaultdict(list)
        self._rolls_us: defaultdict[Binding, list[tuple[int, int]]] = defaultdict(list)
        for timeline in timelines:
            for note in timeline.notes:
                lane = Binding(timeline.player, note.lane)
                self._notes_us[lane].append(note.at_us)
                if note.stroke is Stroke.ROLL:
                    self._rolls_us[lane].append((note.at_us, note.end_us))

    def is_at(self, lane: Binding, at_us: int) -> bool:
        """Whether a player's lane rolls at a song time."""
        notes_us = self._notes_us[lane]
        first = bisect_left(notes_us, at_us - _REACH_US)
        dense = bisect_right(notes_us, at_us + _REACH_US) - first >= _AS_DENSE
        return dense or any(
            from_us - _REACH_US <= at_us <= to_us + _REACH_US
            for from_us, to_us in self._rolls_us[lane]
        )
