"""Shared feel: how much of what the two stray from the chart they stray together."""

from __future__ import annotations

from collections.abc import Sequence

from game.score.together.estimate import LEAST_PAIRS
from game.score.together.numbers import variance
from game.score.together.played_pair import PlayedPair


def shared_feel(pairs: Sequence[PlayedPair]) -> float | None:
    """1 if both stray alike, 0 if each strays alone, below 0 if they part; None if unknown.

    A chart that is badly synced makes both stray alike, and so makes this number larger.
    """
    both = [
        (pair.first_us, pair.second_us)
        for pair in pairs
        if pair.first_us is not None and pair.second_us is not None
    ]
    if len(both) < LEAST_PAIRS:
        return None
    alone = variance([one for one, _ in both]) + variance([other for _, other in both])
    between = variance([one - other for one, other in both])
    return 1 - between / alone if alone else None
