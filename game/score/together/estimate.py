"""The score of a play, how sure it is, and the typical gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.score.together.kernel import CHANCE, closeness, points
from game.score.together.numbers import batch_reach, mean, median
from game.score.together.played_pair import PlayedPair, gaps_us

LEAST_PAIRS = 30
"""Fewer say nothing."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Together in numbers that are shown: no decimals. All but the pairs may be unknown."""

    score: int | None
    """0 no better than chance, 100 identical."""

    low: int | None
    """The interval that holds the true score in 95 of 100 plays; two plays differ only if theirs
    do not overlap."""

    high: int | None
    pairs: int
    typical_gap_us: int | None
    """The median gap in real time; a constant one is taken out if the score is relative."""

    @classmethod
    def unknown(cls, pairs: int) -> Estimate:
        return cls(None, None, None, pairs, None)


def estimate(pairs: Sequence[PlayedPair], is_relative: bool) -> Estimate:
    """The score of the pairs that count, in the order of the song."""
    if len(pairs) < LEAST_PAIRS:
        return Estimate.unknown(len(pairs))
    gaps = gaps_us(pairs)
    centre_us = constant_gap_us(gaps) if is_relative else 0.0
    values = [_worth(pair.gap_us, centre_us) for pair in pairs]
    middle, reach = mean(values), batch_reach(values)
    return Estimate(
        score=round(points(middle)),
        low=round(points(middle - reach)),
        high=round(points(middle + reach)),
        pairs=len(pairs),
        typical_gap_us=round(median([abs(gap - centre_us) for gap in gaps])) if gaps else None,
    )


def constant_gap_us(gaps: Sequence[float]) -> float:
    """What two devices that are not calibrated put between two players all the time."""
    return median(gaps) if gaps else 0.0


def _worth(gap_us: float | None, centre_us: float) -> float:
    """A note that one of the two left out is worth as much as chance."""
    return CHANCE if gap_us is None else closeness(gap_us - centre_us)
