"""Which of the places bar 1 may have: clues are weighed against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.alignment.beats import Places
from game.alignment.clues import NAMES

WEIGHTS: Mapping[str, float] = {
    "beat": 1.0,
    "back_beat_high": 1.25,
    "back_beat_low": 0.5,
    "bar_low": 0.7,
    "harmony": 1.15,
    "notes": 0.9,
    "slow_change": 1.1,
    "fast_change": 2.6,
    "begins": 0.6,
    "ends": 1.15,
    "cut_end": -1.0,
    "cut_start": -1.65,
    "silent": -1.15,
    "as_released": 1.0,
}
"""Fitted to recordings whose bars are known (tests/bench/README.md), as a softmax over places."""

_OTHERS = 5
_LEAST_SCORE = 12.5
"""Music that is not this song has no place with so much in its favour."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Places in the order of their likelihood."""

    order: tuple[int, ...]
    """Indices of the likeliest ones; never empty."""

    margin: float
    """How much likelier the first one is than the second: 0 not at all, 1 it alone."""

    is_this_song: bool
    """Whether enough speaks for the first one at all."""


def choose(clues: Places) -> Choice:
    """Weigh the clues of each place (places x `clues.NAMES`)."""
    scores = clues @ np.array([WEIGHTS[name] for name in NAMES])
    chances = np.exp(scores - scores.max())
    order = np.argsort(-chances, kind="stable")[: 1 + _OTHERS]
    best = int(order[0])
    second = float(chances[order[1]]) if len(order) > 1 else 0.0
    return Choice(
        tuple(int(each) for each in order), 1 - second, bool(scores[best] >= _LEAST_SCORE)
    )
