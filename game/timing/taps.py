"""Matching a player's taps to the beats of a test."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, pi, sin

DROPPED_TAPS = 4
"""The first ones look for the beat and say nothing."""

ONE_STROKE_US = 40_000
"""Taps closer than this are one stroke of two hands, or a key that bounced."""

EARLIEST_US = -165_000
"""Taps are looked for from here on, one beat long: so each has one beat that it can mean."""


@dataclass(frozen=True, slots=True)
class MatchedTaps:
    """Taps that mean one beat, and how many beats are doubtful."""

    offsets_us: tuple[int, ...]
    """Tap - beat of each beat that was tapped once, in order; late is positive."""

    doubled: int
    """Beats that were tapped more than once: which of the taps was meant is anyone's guess."""


def match_taps(taps_us: Sequence[int], beat_us: int) -> MatchedTaps:
    """Match taps to beats at 0, `beat_us`, 2 `beat_us` and so on; beats may be missed.

    A tap belongs to the beat whose usual tap it is nearest to, so a player who taps 400 ms late is
    understood as well as one who taps on the beat.
    """
    strokes_us = _strokes(sorted(taps_us))[DROPPED_TAPS:]
    if not strokes_us:
        return MatchedTaps((), 0)
    usual_us = _usual_offset_us(strokes_us, beat_us)
    by_beat: dict[int, list[int]] = defaultdict(list)
    for stroke_us in strokes_us:
        beat = (stroke_us - usual_us + beat_us // 2) // beat_us
        by_beat[beat].append(stroke_us - beat * beat_us)
    single = tuple(offsets[0] for offsets in by_beat.values() if len(offsets) == 1)
    return MatchedTaps(single, len(by_beat) - len(single))


def _strokes(taps_us: Sequence[int]) -> list[int]:
    strokes: list[int] = []
    for tap_us in taps_us:
        if not strokes or tap_us - strokes[-1] > ONE_STROKE_US:
            strokes.append(tap_us)
    return strokes


def _usual_offset_us(taps_us: Sequence[int], beat_us: int) -> int:
    """Where in a beat most taps fall: their mean direction on a circle of one beat."""
    angles = [2 * pi * (tap_us % beat_us) / beat_us for tap_us in taps_us]
    direction = atan2(sum(map(sin, angles)), sum(map(cos, angles)))
    offset_us = round(direction / (2 * pi) * beat_us)
    return (offset_us - EARLIEST_US) % beat_us + EARLIEST_US
