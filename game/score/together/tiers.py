"""Tiers: five words for how together two players are, one for each segment of the meter."""

from __future__ import annotations

TIERS = (
    (80, "one_drummer"),
    (65, "tight_band"),
    (45, "together"),
    (25, "finding"),
    (0, "just_met"),
)
"""From which score on, highest first."""


def tier(score: float) -> str:
    """The name of a score's word."""
    return next(name for least, name in TIERS if score >= least)


def segments(score: float) -> int:
    """How many of five segments a score lights: never none, for nobody fails here."""
    return sum(score >= least for least, _ in TIERS)
