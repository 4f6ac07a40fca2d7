"""Moments: what a player strikes at one time is one thing to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.charts.pieces import Stroke
from game.charts.timeline import TimedNote
from game.timing.units import Beats, Micros

_COMPARED = (Stroke.HIT, Stroke.GHOST)
"""Flams and drags have no one time, and rolls no time at all."""


class Moment(NamedTuple):
    """All notes of a player at one time."""

    at_us: Micros
    beat: Beats
    notes: tuple[int, ...]
    """Their places in the timeline."""


def moments_of(notes: Sequence[TimedNote]) -> tuple[Moment, ...]:
    """The moments of a part, in the order of time.

    Args:
        notes: sorted by `(at_us, lane)`.
    """
    moments: list[Moment] = []
    chord: list[int] = []
    for index, note in enumerate(notes):
        if note.stroke not in _COMPARED:
            continue
        if chord and notes[chord[0]].at_us != note.at_us:
            moments.append(_moment(notes, chord))
            chord = []
        chord.append(index)
    if chord:
        moments.append(_moment(notes, chord))
    return tuple(moments)


def _moment(notes: Sequence[TimedNote], chord: Sequence[int]) -> Moment:
    first = notes[chord[0]]
    return Moment(first.at_us, first.beat, tuple(chord))
