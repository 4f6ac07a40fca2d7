"""Pairs: which moment of one player is held against which of the other.

They are fixed by the two parts before the song starts, so the live meter only looks back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from game.charts.timeline import TimedPulse
from game.score.together.moments import Moment
from game.timing.units import US_PER_S, Beats, Micros

FARTHEST_US = US_PER_S
"""Two moments of a pair are no farther apart in song time, and at most a pulse."""

_QUARTER = Fraction(1)


class Pair(NamedTuple):
    """Two moments to compare, by their places among the moments of the first and second player."""

    at_us: Micros
    """Of the later one."""

    from_us: Micros
    """Of the earlier one."""

    first: int
    second: int

    @property
    def is_shared(self) -> bool:
        """Whether both moments are at the same time."""
        return self.at_us == self.from_us


def pairs_of(
    first: Sequence[Moment], second: Sequence[Moment], pulses: Sequence[TimedPulse]
) -> tuple[Pair, ...]:
    """Each moment with the partner's nearest; each pair once, in the order of its later moment."""
    reach = _Reach(pulses)
    found = set(_nearest(first, second, reach))
    found.update((one, other) for other, one in _nearest(second, first, reach))
    pairs = []
    for one, other in found:
        earlier_us, later_us = sorted((first[one].at_us, second[other].at_us))
        pairs.append(Pair(later_us, earlier_us, one, other))
    return tuple(sorted(pairs))


class _Reach:
    """How long the pulse is in which a time lies."""

    def __init__(self, pulses: Sequence[TimedPulse]) -> None:
        self._starts_us = [pulse.at_us for pulse in pulses]
        self._lengths = [after.beat - before.beat for before, after in pairwise(pulses)]

    def beats(self, at_us: int) -> Beats:
        """In exact quarter notes; what lies outside all pulses has the nearest one's length."""
        if not self._lengths:
            return _QUARTER
        index = bisect_right(self._starts_us, at_us) - 1
        return self._lengths[min(max(index, 0), len(self._lengths) - 1)]


def _nearest(
    own: Sequence[Moment], partner: Sequence[Moment], reach: _Reach
) -> Iterator[tuple[int, int]]:
    """The place of each moment and of the partner's nearest, if that is near enough."""
    partner_us = [moment.at_us for moment in partner]
    for index, moment in enumerate(own):
        after = bisect_left(partner_us, moment.at_us)
        if after < len(partner) and partner_us[after] == moment.at_us:
            yield index, after
            continue
        # Of two as near as each other, `min` takes the earlier.
        sides = [place for place in (after - 1, after) if 0 <= place < len(partner)]
        nearest = min(sides, key=lambda place: _beats_apart(moment, partner[place]), default=None)
        if nearest is not None and _is_near(moment, partner[nearest], reach):
            yield index, nearest


def _beats_apart(one: Moment, other: Moment) -> Beats:
    return abs(one.beat - other.beat)


def _is_near(one: Moment, other: Moment, reach: _Reach) -> bool:
    if abs(one.at_us - other.at_us) > FARTHEST_US:
        return False
    return _beats_apart(one, other) <= reach.beats(min(one.at_us, other.at_us))
