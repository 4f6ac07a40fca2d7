"""From the gap between two hits to points: the formulas of the score."""

from __future__ import annotations

from math import erf, exp, pi, sqrt

from game.score.together.rules import TOGETHER_RULES

TAU_US = 25_000
"""About the gap that a listener can just notice between two drums."""

HIGHEST = 100


def closeness(gap_us: float) -> float:
    """How close two hits are: 1 together, 0.61 at τ, towards 0 far apart."""
    return exp(-0.5 * (gap_us / TAU_US) ** 2)


def chance_closeness(reach_us: float, tau_us: float = TAU_US) -> float:
    """The mean closeness of two players who hit anywhere within ±reach, evenly spread."""
    ratio = 2 * reach_us / (tau_us * sqrt(2))
    within = tau_us * sqrt(2 * pi) * erf(ratio)
    at_the_edge = tau_us**2 / reach_us * (1 - exp(-(ratio**2)))
    return (within - at_the_edge) / (2 * reach_us)


CHANCE = chance_closeness(TOGETHER_RULES.good_us)
"""0.3838: what counts as no better than chance, and as much for a note that one player left out."""


def points(mean_closeness: float) -> float:
    """0 no better than chance, 100 identical."""
    return HIGHEST * min(1.0, max(0.0, (mean_closeness - CHANCE) / (1 - CHANCE)))
