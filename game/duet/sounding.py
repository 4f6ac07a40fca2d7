"""Which drum a press sounds: decided by the press alone, whatever its verdict will be."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from game.charts.layouts import LAYOUTS
from game.charts.pieces import Piece, Stroke
from game.charts.timeline import TimedNote, Timeline

REACH_US = 150_000
"""How far from a press a note may lie and still lend it its drum."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A drum as it is to sound."""

    piece: Piece
    open: bool = False
    accent: bool = False
    ghost: bool = False


class Sounding:
    """The drums of one player's timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self._first = {
            lane: Voice(pieces[0]) for lane, pieces in LAYOUTS[timeline.layout].lanes.items()
        }
        self._notes: dict[str, list[TimedNote]] = defaultdict(list)
        for note in timeline.notes:
            self._notes[note.lane].append(note)
        self._times_us = {
            lane: [note.at_us for note in notes] for lane, notes in self._notes.items()
        }

    def voice(self, lane: str, at_us: int) -> Voice:
        """The drum of the nearest note of the lane within reach, else the lane's first drum."""
        notes = self._notes.get(lane, [])
        after = bisect_left(self._times_us.get(lane, []), at_us)
        nearest = min(
            notes[max(0, after - 1) : after + 1],
            key=lambda note: abs(note.at_us - at_us),
            default=None,
        )
        if nearest is None or abs(nearest.at_us - at_us) > REACH_US:
            return self._first[lane]
        is_ghost = nearest.stroke is Stroke.GHOST
        return Voice(nearest.piece, nearest.open, nearest.accent, is_ghost)
