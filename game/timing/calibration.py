"""Calibration: how late a player's taps come, how sure that is, and when it cannot be said.

Tap minus beat is the way out to the ear or the eye, the way back from the hand, and the person's
own anticipation, all in one number. It is estimated from taps along with even beats, and refined
gently from songs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import sqrt

from game.timing.taps import match_taps

BEAT_US = 600_000
"""From beat to beat of a test."""

LEAST_TAPS = 16
"""Fewer are refused, and so are fewer than half as many beats that were tapped once."""

STEADY_TAPS = 32
"""With so many a steady player is done."""

MOST_TAPS = 64
GOOD_ENOUGH_US = 8_000
"""A test ends by itself once it is that sure."""

LOOSEST_SD_US = 35_000
LATEST_US = 420_000
EARLIEST_US = -150_000

WORTH_SPLITTING_US = 10_000
"""Two players who are further apart are offered the middle."""

LEAST_HITS = 100
"""Fewer hits of a song say nothing about an offset."""

_CLIP = 2.5 * 1.4826
_TWO_SIDED_95 = 2.1
"""Of a normal distribution it is 1.96; the clip takes a twentieth of the scatter away."""

_FITTED = 2
"""What the taps have been asked for besides: the middle, and how they lean on each other."""

_MOST_CORRELATION = 0.6


class Reason(StrEnum):
    """Why taps do not give an offset."""

    TOO_FEW = "too_few"
    DOUBLED = "doubled"
    """Most beats were tapped more than once."""

    TOO_LOOSE = "too_loose"
    OUT_OF_REACH = "out_of_reach"
    """So early or late that it could as well be meant for another beat."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How late the taps come."""

    median_us: int
    """The middle of the taps: the mean of those within the clip. Late is positive."""

    uncertainty_us: int
    """The truth lies this near with a probability of 95 %."""

    robust_sd_us: int
    """The scatter of the taps within the clip."""

    taps: int
    """How many they are."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Taps that give no offset."""

    reason: Reason
    taps: int
    robust_sd_us: int | None = None


def estimate(taps_us: Sequence[int], beat_us: int = BEAT_US) -> Estimate | Refusal:
    """What the taps of one player say.

    Args:
        taps_us: when they came, counted from the first beat; in any order.
        beat_us: from beat to beat.
    """
    matched = match_taps(taps_us, beat_us)
    count = len(matched.offsets_us)
    if matched.doubled > count:
        return Refusal(Reason.DOUBLED, len(taps_us))
    if len(taps_us) < LEAST_TAPS or count < LEAST_TAPS // 2:
        return Refusal(Reason.TOO_FEW, len(taps_us))
    kept_us = _clipped(matched.offsets_us)
    mean_us = sum(kept_us) / len(kept_us)
    sd_us = _sd_us(kept_us, mean_us)
    if sd_us > LOOSEST_SD_US:
        return Refusal(Reason.TOO_LOOSE, len(taps_us), round(sd_us))
    if not EARLIEST_US <= mean_us <= LATEST_US:
        return Refusal(Reason.OUT_OF_REACH, len(taps_us), round(sd_us))
    weight = max(1.0, _independent_taps(kept_us, mean_us) - _FITTED)
    uncertainty_us = _TWO_SIDED_95 * sd_us / sqrt(weight)
    return Estimate(round(mean_us), round(uncertainty_us), round(sd_us), len(kept_us))


def is_enough(result: Estimate | Refusal, taps: int) -> bool:
    """Whether a test may end by itself after that many taps."""
    if taps >= MOST_TAPS:
        return True
    is_sure = isinstance(result, Estimate) and result.uncertainty_us <= GOOD_ENOUGH_US
    return is_sure and taps >= STEADY_TAPS


def is_worth_splitting(first_us: int, second_us: int) -> bool:
    """Whether two players of one device are so far apart that the middle may suit both better."""
    return abs(first_us - second_us) > WORTH_SPLITTING_US


def split_the_difference(first_us: int, second_us: int) -> int:
    """The middle of two offsets."""
    return (first_us + second_us) // 2


def refinement_us(hits_us: Sequence[int]) -> int | None:
    """How far the hits of one song may move an offset: a quarter of the way to their median.

    Args:
        hits_us: hit - note of all timed hits, in real time.

    Returns:
        None if there are too few of them.
    """
    if len(hits_us) < LEAST_HITS:
        return None
    return int(_median(hits_us) / 4)


def _clipped(offsets_us: Sequence[int]) -> list[int]:
    """Those within 2.5 robust standard deviations of the median."""
    middle_us = _median(offsets_us)
    reach_us = _CLIP * _median([abs(offset_us - middle_us) for offset_us in offsets_us])
    return [offset_us for offset_us in offsets_us if abs(offset_us - middle_us) <= reach_us]


def _sd_us(offsets_us: Sequence[int], mean_us: float) -> float:
    squares = sum((offset_us - mean_us) ** 2 for offset_us in offsets_us)
    return sqrt(squares / max(1, len(offsets_us) - 1))


def _independent_taps(offsets_us: Sequence[int], mean_us: float) -> float:
    """How many taps there would be if none leaned on the one before, as people's do."""
    deviations = [offset_us - mean_us for offset_us in offsets_us]
    squares = sum(deviation * deviation for deviation in deviations)
    if squares == 0:
        return len(deviations)
    products = sum(a * b for a, b in pairwise(deviations))
    correlation = min(_MOST_CORRELATION, max(0.0, products / squares))
    return len(deviations) * (1 - correlation) / (1 + correlation)


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
