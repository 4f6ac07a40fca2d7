"""The notes of one bar as moments: where in its pulse each lies, and how much it matters there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from fractions import Fraction
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from game.charts.layouts import DEFAULT_LAYOUT, LAYOUTS
from game.charts.levels.ranks import rank_of
from game.charts.levels.shapes import At, Shape, ShapedNote
from game.charts.pieces import Stroke
from game.timing.meter import Meter

LANE_OF = {
    piece: lane for lane, pieces in LAYOUTS[DEFAULT_LAYOUT].lanes.items() for piece in pieces
}
"""Lanes as the levels count them: those of four keys."""


class Place(IntEnum):
    """Where in its pulse a moment lies; what matters more comes first."""

    ON_PULSE = 0
    HALF = 1
    LAST_THIRD = 2
    MIDDLE_THIRD = 3
    LAST_QUARTER = 4
    SECOND_QUARTER = 5
    ELSEWHERE = 6


_PLACES = {
    Fraction(0): Place.ON_PULSE,
    Fraction(1, 2): Place.HALF,
    Fraction(2, 3): Place.LAST_THIRD,
    Fraction(1, 3): Place.MIDDLE_THIRD,
    Fraction(3, 4): Place.LAST_QUARTER,
    Fraction(1, 4): Place.SECOND_QUARTER,
}


class Ranked(NamedTuple):
    """One note of a bar."""

    number: int
    """Which of the bar's notes it is, from 0."""

    lane: str
    rank: int
    """How much it matters: the higher, the longer it stays."""

    is_ghost: bool
    is_shared: bool


class Moment(NamedTuple):
    """What a player strikes at once."""

    at: At
    pulse: int
    """The index of its pulse in the bar."""

    place: Place
    is_kept: bool
    """An `&` or the start of a section: some note of it stays at every level."""

    notes: tuple[Ranked, ...]
    """The most important first."""

    @property
    def rank(self) -> int:
        return self.notes[0].rank

    @property
    def lane(self) -> str:
        """The lane of its most important note; where one drum is struck at once, its only one."""
        return self.notes[0].lane

    def with_notes(self, notes: Iterable[Ranked]) -> Moment:
        return Moment(self.at, self.pulse, self.place, self.is_kept, tuple(notes))

    def with_at_most(self, count: int) -> Moment:
        """Itself, with no more than its `count` most important notes."""
        return self if len(self.notes) <= count else self.with_notes(self.notes[:count])


Moments = Sequence[Moment]
"""One bar, in order of time."""


def moments_of(shape: Shape) -> list[Moment]:
    """The moments of a bar."""
    found: list[Moment] = []
    pulse_count = len(shape.meter.pulse_lengths_beats)
    for at, struck in groupby(enumerate(shape.notes), key=_at_of_numbered):
        pulse, place = _place(shape.meter, at)
        ranked: list[Ranked] = []
        for number, note in struck:
            lane = LANE_OF[note.piece]
            rank = rank_of(note, lane, pulse, pulse_count, place)
            ranked.append(Ranked(number, lane, rank, note.stroke is Stroke.GHOST, note.shared))
        if len(ranked) > 1:
            ranked.sort(key=_rank, reverse=True)
        is_section_start = shape.starts_section and at[0] == 0
        is_kept = is_section_start or any(each.is_shared for each in ranked)
        found.append(Moment(at, pulse, place, is_kept, tuple(ranked)))
    return found


def by_pulse(moments: Moments) -> Iterator[list[Moment]]:
    """The moments of each pulse that holds any."""
    for _, found in groupby(moments, key=_pulse):
        yield list(found)


_pulse = attrgetter("pulse")
_rank = attrgetter("rank")


def _at_of_numbered(numbered: tuple[int, ShapedNote]) -> At:
    return numbered[1].at


@cache
def _place(meter: Meter, at: At) -> tuple[int, Place]:
    """The pulse of a moment and its place there."""
    left = Fraction(*at)
    for pulse, length in enumerate(meter.pulse_lengths_beats):
        if left < length:
            return pulse, _PLACES.get(left / length, Place.ELSEWHERE)
        left -= length
    raise ValueError(f"{at[0]}/{at[1]} beats lie beyond a bar of {meter}")
