"""Rushing or dragging: whether a player's errors grow or shrink within phrases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from game.charts.timeline import TimedPulse
from game.score.together.numbers import mean
from game.score.together.part import Hit
from game.timing.units import US_PER_S

LEAST_PHRASES = 4
SMALLEST_MS_PER_S = 2.0
"""A slope below this is not worth a word."""

_MS_PER_US = 1 / 1_000
_SECONDS_PER_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Tendency:
    """How a player's tempo differs from the song's."""

    slope_ms_per_s: float
    """How much later the hits come with each second of real time; rushing is negative."""

    reach_ms_per_s: float
    """Half of the interval that holds it in 95 of 100 plays."""

    bpm: float
    """How many pulses a minute the player is faster than the song."""

    @property
    def is_clear(self) -> bool:
        return abs(self.slope_ms_per_s) > max(self.reach_ms_per_s, SMALLEST_MS_PER_S)

    @property
    def rushes(self) -> bool:
        return self.is_clear and self.slope_ms_per_s < 0

    @property
    def drags(self) -> bool:
        return self.is_clear and self.slope_ms_per_s > 0


def tendency(
    phrases: Iterable[Sequence[Hit]], pulses: Sequence[TimedPulse], rate_pct: int
) -> Tendency | None:
    """One slope for all phrases, each with a height of its own; None if they are too few.

    Args:
        phrases: the hits of each in the order of time.
        pulses: of the song.
        rate_pct: the speed of the song.
    """
    centred = [_centred(phrase, rate_pct) for phrase in phrases]
    if len(centred) < LEAST_PHRASES:
        return None
    spread = fsum(at * at for phrase in centred for at, _ in phrase)
    slope = fsum(at * error for phrase in centred for at, error in phrase) / spread
    # Within a phrase one hit leans on the next, so the phrases are what is independent.
    pushes = [fsum(at * (error - slope * at) for at, error in phrase) for phrase in centred]
    count = len(pushes)
    error = sqrt(fsum(push * push for push in pushes) * count / (count - 1)) / spread
    tempo_bpm = _tempo_bpm(pulses) * rate_pct / 100
    return Tendency(slope, _t_95(count - 1) * error, -tempo_bpm * slope / 1_000)


def _centred(phrase: Sequence[Hit], rate_pct: int) -> list[tuple[float, float]]:
    """Seconds and errors in ms of real time, both from the phrase's own middle."""
    times_s = [hit.at_us * 100 / (rate_pct * US_PER_S) for hit in phrase]
    errors_ms = [hit.error_us * _MS_PER_US for hit in phrase]
    middle_s, middle_ms = mean(times_s), mean(errors_ms)
    return [
        (at_s - middle_s, error_ms - middle_ms)
        for at_s, error_ms in zip(times_s, errors_ms, strict=True)
    ]


def _tempo_bpm(pulses: Sequence[TimedPulse]) -> float:
    """The song's pulses a minute, over all of it."""
    if len(pulses) < 2 or pulses[-1].at_us <= pulses[0].at_us:
        return 0.0
    lasted_us = pulses[-1].at_us - pulses[0].at_us
    return (len(pulses) - 1) * _SECONDS_PER_MINUTE * US_PER_S / lasted_us


def _t_95(freedom: int) -> float:
    """Student's t for a two-sided 95 %: an expansion, within 4 % from 3 degrees of freedom on."""
    z = 1.959964
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3
