"""Aligning a recording to a song: the rough place, the line, and pins where the line is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from game.alignment.envelope import RATE_HZ, STEP_FRAMES, STEP_US, Bands, Signal, onset_strength
from game.alignment.pattern import Pattern
from game.alignment.reference import OwnMusic, features, reference_of
from game.alignment.refine import (
    Stretch,
    agreement,
    fitted,
    is_believed,
    place,
)
from game.alignment.search import Found, search

_QUIETEST = 0.001
"""A recording whose loudest moment is softer (-60 dB) is silence."""

_SHORTEST_SHARE = 0.25
_PIN_US = 12_000
"""A stretch that lies further off the line gets pins of its own."""

_LEAST_STEADY_US = 40_000_000
"""Of a song that is steady for less, the whole is looked for."""

_ROUNDS = 3
_PPM = 1_000_000
_LEAST_SLOPE, _MOST_SLOPE = 0.5, 2.0


class Refusal(StrEnum):
    """Why a recording cannot be aligned."""

    SILENT = "silent"
    TOO_SHORT = "too_short"


class Confidence(StrEnum):
    """How sure an alignment is."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where the song lies in the recording."""

    pins: tuple[tuple[int, int], ...]
    """(song us, recording us), both rising; two or more. Between them, and beyond, straight lines.
    """

    margin: float
    """How far this place stands out from the second best, 0 to 1."""

    agreement: float
    """The share of the song that is heard where it should be, 0 to 1."""

    @property
    def confidence(self) -> Confidence:
        if self.margin >= 0.06 and self.agreement >= 0.6:
            return Confidence.SURE
        if self.margin >= 0.03 and self.agreement >= 0.35:
            return Confidence.LIKELY
        return Confidence.UNSURE


def align(mono: Signal, pattern: Pattern, music: OwnMusic | None = None) -> Alignment | Refusal:
    """Find the song in a recording.

    Args:
        mono: the recording, from its first frame.
        pattern: what the chart expects.
        music: the game's own music to it, where there is any.
    """
    loud = np.flatnonzero(np.abs(mono) > max(_QUIETEST, float(np.abs(mono).max(initial=0)) / 300))
    if not len(loud):
        return Refusal.SILENT
    if len(mono) / RATE_HZ * _PPM < pattern.end_us * _SHORTEST_SHARE:
        return Refusal.TOO_SHORT
    heard = _heard(mono, int(loud[0]), int(loud[-1]))
    expected = reference_of(pattern, music)
    steady_us = _steady_us(pattern)
    found = search(heard, expected[:, : steady_us // STEP_US], loud[0] / RATE_HZ * _PPM)
    for _ in range(_ROUNDS):
        stretches = place(heard, expected, found, pattern)
        found = fitted([each for each in stretches if each.end_us <= steady_us], found)
    stretches = place(heard, expected, found, pattern)
    pins = _pins(stretches, found, pattern)
    placed = agreement(stretches) if len(pins) == 2 else _believed_share(stretches)
    return Alignment(pins, found.margin, placed)


def _heard(mono: Signal, first: int, last: int) -> Bands:
    """Features of what sounds from one frame to another; the silence around it says nothing.

    Were it compared as well, a quiet beginning of the song would be found in it.
    """
    first_step = first // STEP_FRAMES
    sounding = features(onset_strength(mono[first_step * STEP_FRAMES : last + 1]))
    after = len(mono) // STEP_FRAMES + 1 - first_step - sounding.shape[1]
    return np.pad(sounding, ((0, 0), (first_step, max(0, after))))


def _steady_us(pattern: Pattern) -> int:
    """Up to where the song is looked for as one piece."""
    until_us = pattern.steady_until_us
    return pattern.end_us if until_us is None or until_us < _LEAST_STEADY_US else until_us


def _believed_share(stretches: Sequence[Stretch]) -> float:
    whole = sum(each.end_us - each.start_us for each in stretches)
    return sum(each.end_us - each.start_us for each in stretches if is_believed(each)) / whole


def _pins(
    stretches: Sequence[Stretch], found: Found, pattern: Pattern
) -> tuple[tuple[int, int], ...]:
    """The line by its ends; with a pin on either side of each place where it is left."""
    late_us = _steady(stretches)
    pins = [(stretches[0].start_us, late_us[0])]
    for index in range(1, len(stretches)):
        if late_us[index] != late_us[index - 1]:
            # The bar before the join takes up the difference.
            before_us = max(bar for bar in pattern.bars_us if bar < stretches[index].start_us)
            if before_us > pins[-1][0]:
                pins.append((before_us, late_us[index - 1]))
            pins.append((stretches[index].start_us, late_us[index]))
    pins.append((stretches[-1].end_us, late_us[-1]))
    placed = tuple((song_us, round(_recording_us(found, song_us) + late)) for song_us, late in pins)
    return placed if _is_playable(placed) else _line_alone(stretches, found)


def _steady(stretches: Sequence[Stretch]) -> list[float]:
    """How late each stretch is; 0 for all on the line, and in doubt as the one before."""
    late_us: list[float] = []
    for each in stretches:
        if not is_believed(each):
            late_us.append(late_us[-1] if late_us else 0.0)
        elif abs(each.late_us) <= _PIN_US:
            late_us.append(0.0)
        elif late_us and abs(each.late_us - late_us[-1]) <= _PIN_US:
            late_us.append(late_us[-1])
        else:
            late_us.append(each.late_us)
    return late_us


def _is_playable(pins: Sequence[tuple[int, int]]) -> bool:
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(pins)]
    return all(_LEAST_SLOPE <= slope <= _MOST_SLOPE for slope in slopes)


def _line_alone(stretches: Sequence[Stretch], found: Found) -> tuple[tuple[int, int], ...]:
    ends_us = stretches[0].start_us, stretches[-1].end_us
    return tuple((song_us, round(_recording_us(found, song_us))) for song_us in ends_us)


def _recording_us(found: Found, song_us: float) -> float:
    return found.lead_us + song_us * (1 + found.stretch_ppm / _PPM)
