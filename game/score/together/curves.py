"""Two players over a song: where their errors went, and how far they were from each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from game.score.together.numbers import median
from game.score.together.part import Hit
from game.score.together.played_pair import PlayedPair
from game.timing.units import US_PER_S

POINTS = 193
STRETCHES = 96

_FELT_US = 2 * US_PER_S
_FELT_SHARE = 40
"""A hit is felt two seconds to either side, in long songs a fortieth of the song."""

Curve = tuple[float | None, ...]
"""Values at even steps through a song, in µs of real time; None where nothing was hit."""


def error_curve(hits: Sequence[Hit], end_us: int, points: int = POINTS) -> Curve:
    """A player's error as it goes through the song: the mean around each point, the nearest hits
    weighing most.

    Args:
        hits: in the order of time.
        end_us: where the song ends.
        points: how many values, from the song's begin to its end.
    """
    felt_us = max(_FELT_US, end_us // _FELT_SHARE)
    times_us = [hit.at_us for hit in hits]
    curve: list[float | None] = []
    for point in range(points):
        at_us = end_us * point / (points - 1)
        near = hits[
            bisect_right(times_us, at_us - felt_us) : bisect_left(times_us, at_us + felt_us)
        ]
        weights = [felt_us - abs(hit.at_us - at_us) for hit in near]
        weighted = sum(weight * hit.error_us for weight, hit in zip(weights, near, strict=True))
        curve.append(weighted / sum(weights) if near else None)
    return tuple(curve)


def gap_strip(
    pairs: Iterable[PlayedPair], end_us: int, constant_us: float = 0.0, stretches: int = STRETCHES
) -> Curve:
    """The typical gap between two players in even stretches of the song; never negative.

    Args:
        pairs: those that count.
        end_us: where the song ends.
        constant_us: what is taken out of all gaps because not both players are calibrated.
        stretches: how many values.
    """
    found: list[list[float]] = [[] for _ in range(stretches)]
    for pair in pairs:
        if pair.gap_us is not None:
            stretch = pair.at_us * stretches // max(1, end_us)
            found[max(0, min(stretches - 1, stretch))].append(abs(pair.gap_us - constant_us))
    return tuple(median(gaps) if gaps else None for gaps in found)
