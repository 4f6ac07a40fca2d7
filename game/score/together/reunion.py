"""Where two players came apart, and where they found each other again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from game.charts.timeline import TimedSection
from game.score.together.kernel import CHANCE, closeness, points
from game.score.together.numbers import T_OF_7, batch_reach, mean
from game.score.together.played_pair import PlayedPair

LEAST_PAIRS = 16
"""A section with fewer says nothing."""

SURE = 3.5
"""So many standard errors apart: the sections compared are picked from all of them."""

LEAST_POINTS = 20
"""A smaller difference between two sections is not worth a word."""


@dataclass(frozen=True, slots=True)
class Reunion:
    """Two sections of a song."""

    apart: TimedSection
    """Where the two were farthest from each other."""

    again: TimedSection
    """The first one after it in which they were clearly closer."""

    was_together: bool
    """Whether they had been clearly closer before they came apart, too."""


class _Stretch(NamedTuple):
    """How close the two were in a section."""

    section: TimedSection
    closeness: float
    standard_error: float

    def is_closer_than(self, other: _Stretch) -> bool:
        rise = self.closeness - other.closeness
        error = hypot(self.standard_error, other.standard_error)
        return rise > SURE * error and points(self.closeness) - points(other.closeness) >= (
            LEAST_POINTS
        )


def reunion(
    pairs: Sequence[PlayedPair], sections: Sequence[TimedSection], constant_us: float = 0.0
) -> Reunion | None:
    """Where the two found each other again; None unless that is clear.

    Args:
        pairs: those that count, in the order of the song.
        sections: of the song, in its order.
        constant_us: what is taken out of all gaps because not both players are calibrated.
    """
    stretches = _stretches(pairs, sections, constant_us)
    if not stretches:
        return None
    apart = min(range(len(stretches)), key=lambda index: stretches[index].closeness)
    farthest = stretches[apart]
    again = (each for each in stretches[apart + 1 :] if each.is_closer_than(farthest))
    found = next(again, None)
    if found is None:
        return None
    before = any(each.is_closer_than(farthest) for each in stretches[:apart])
    return Reunion(farthest.section, found.section, before)


def _stretches(
    pairs: Sequence[PlayedPair], sections: Sequence[TimedSection], constant_us: float
) -> list[_Stretch]:
    """The sections of which enough is known."""
    starts_us = [section.at_us for section in sections]
    worths: list[list[float]] = [[] for _ in sections]
    for pair in pairs:
        place = bisect_right(starts_us, pair.at_us) - 1
        if place >= 0:
            gap_us = pair.gap_us
            worths[place].append(CHANCE if gap_us is None else closeness(gap_us - constant_us))
    return [
        _Stretch(section, mean(values), batch_reach(values) / T_OF_7)
        for section, values in zip(sections, worths, strict=True)
        if len(values) >= LEAST_PAIRS
    ]
