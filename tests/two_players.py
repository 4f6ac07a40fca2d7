"""Two simulated players for the measures of Together; every one from a seed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, sqrt

import numpy as np
from rhythm import MS

from game.score.together.part import Hit
from game.score.together.played_pair import PlayedPair
from game.timing.units import Micros

STEP_US = 500_000
TAU_MS = 25
_SETTLING = 50
"""Steps after which nothing is left of how a simulation began."""


def pairs_from(first_ms: Iterable[float], second_ms: Iterable[float]) -> list[PlayedPair]:
    """Pairs half a second apart, from the errors of both players."""
    both = zip(first_ms, second_ms, strict=True)
    return [
        PlayedPair(Micros(index * STEP_US), float(one) * MS, float(other) * MS)
        for index, (one, other) in enumerate(both)
    ]


def pairs_apart(gaps_ms: Iterable[float]) -> list[PlayedPair]:
    """Pairs with these gaps; the second player is exact."""
    gaps = list(gaps_ms)
    return pairs_from(gaps, [0.0] * len(gaps))


def hits_from(errors_ms: Iterable[float], step_us: int = STEP_US) -> list[Hit]:
    """Hits of notes at even distances."""
    return [Hit(Micros(i * step_us), float(error) * MS) for i, error in enumerate(errors_ms)]


def expected_closeness(sd_ms: float, offset_ms: float = 0.0) -> float:
    """The mean closeness of gaps of this distribution, in closed form."""
    width = TAU_MS**2 + sd_ms**2
    return TAU_MS / sqrt(width) * exp(-(offset_ms**2) / (2 * width))


def normal(seed: int, sd_ms: float, count: int) -> np.ndarray:
    """Errors that know nothing of each other."""
    return np.random.default_rng(seed).normal(0, sd_ms, count)


def leaning(seed: int, sd_ms: float, count: int, on_the_one_before: float) -> np.ndarray:
    """Errors that hang together with their neighbours, as people's do."""
    fresh = normal(seed, sd_ms, count)
    errors = np.empty(count)
    errors[0] = fresh[0]
    for index in range(1, count):
        share = sqrt(1 - on_the_one_before**2)
        errors[index] = on_the_one_before * errors[index - 1] + share * fresh[index]
    return errors


@dataclass(frozen=True)
class Drummer:
    """Linear phase correction: a clock, hands, and two ways to mend an error."""

    alpha: float
    """The share of an error that is mended with each step."""

    clock_ms: float
    """SD of the clock."""

    hands_ms: float
    """SD of the hands."""

    gamma: float = 0.0
    """The share of the gap to the partner that is mended with each step."""


def duo(
    seed: int, drummers: tuple[Drummer, Drummer], count: int
) -> tuple[Sequence[float], Sequence[float]]:
    """The errors of two drummers who hear each other, in ms."""
    total = count + _SETTLING
    random = np.random.default_rng(seed)
    clocks = [random.normal(0, each.clock_ms, total) for each in drummers]
    hands = [random.normal(0, each.hands_ms, total + 1) for each in drummers]
    one, other = drummers
    errors: list[tuple[float, float]] = [(0.0, 0.0)]
    for step in range(total):
        a, b = errors[-1]
        noise = [clocks[i][step] + hands[i][step + 1] - hands[i][step] for i in (0, 1)]
        next_a = a - one.alpha * a - one.gamma * (a - b) + noise[0]
        next_b = b - other.alpha * b - other.gamma * (b - a) + noise[1]
        errors.append((float(next_a), float(next_b)))
    kept = errors[-count:]
    return [a for a, _ in kept], [b for _, b in kept]
