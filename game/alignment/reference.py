"""What a recording is compared with: the chart's rhythm, and the game's own music where it has any.

Both lie on one grid of song time. The rhythm knows which drums sound when; our own music knows
the form, the harmony's changes, and how sounds rise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.alignment.envelope import (
    STEP_US,
    Bands,
    Signal,
    click_response,
    onset_strength,
    smoothed,
    standardised,
)
from game.alignment.pattern import BANDS, Onset, Pattern

_PULSE_STEPS = 1_000_000 // STEP_US
_FORM_STEPS = 3_000_000 // STEP_US
_FORM_WEIGHT = 0.7
_RHYTHM_WEIGHT = 0.7
_LOUDEST = 6.0


@dataclass(frozen=True, slots=True)
class OwnMusic:
    """The game's own music to a song."""

    mono: Signal
    offset_us: int
    """Its microsecond at song time 0."""


def reference_of(pattern: Pattern, music: OwnMusic | None = None) -> Bands:
    """Features of the song as expected; column i is song time i x `STEP_US`."""
    steps = pattern.end_us // STEP_US + 1
    rhythm = features(_rhythm(pattern, steps))
    if music is None:
        return rhythm
    heard = features(onset_strength(music.mono))
    at = np.arange(steps, dtype=np.float64) + music.offset_us / STEP_US
    return rhythm * np.float32(_RHYTHM_WEIGHT) + sampled(heard, at)


def pulses_of(pattern: Pattern) -> Bands:
    """Features of the song's pulses alone, as clicks: the same grid as `reference_of`."""
    clicks = tuple(Onset(at_us, (1.0, 1.0, 1.0, 1.0)) for at_us in pattern.pulses_us)
    steps = pattern.end_us // STEP_US + 1
    return features(_rhythm(replace(pattern, onsets=clicks), steps))


def features(strength: Bands) -> Bands:
    """What is compared: each band's onsets against their surroundings, and the song's form.

    Returns:
        Twice as many rows as bands: first the onsets, then how busy each band is over seconds.
    """
    surroundings = smoothed(strength, _PULSE_STEPS)
    floor = strength.mean(axis=1, keepdims=True) * np.float32(0.3) + np.float32(1e-9)
    onsets = np.minimum(strength / (surroundings + floor), np.float32(_LOUDEST))
    onsets -= smoothed(onsets, _PULSE_STEPS)
    form = smoothed(np.sqrt(strength), _FORM_STEPS)
    return np.concatenate([standardised(onsets), standardised(form) * np.float32(_FORM_WEIGHT)])


def sampled(values: Bands, at: NDArray[np.float64]) -> Bands:
    """Values between the steps, and 0 beyond the ends."""
    grid = np.arange(values.shape[1])
    rows = [np.interp(at, grid, row, left=0.0, right=0.0) for row in values]
    return np.asarray(rows, np.float32)


def _rhythm(pattern: Pattern, steps: int) -> Bands:
    """Onset strength as it would be if every onset were a click."""
    response, middle = click_response()
    hits = np.zeros((BANDS, steps + 1), np.float32)
    for onset in pattern.onsets:
        step, rest_us = divmod(onset.at_us, STEP_US)
        if 0 <= step < steps:
            late = rest_us / STEP_US
            strengths = np.asarray(onset.strengths, np.float32)
            hits[:, step] += strengths * np.float32(1 - late)
            hits[:, step + 1] += strengths * np.float32(late)
    full = [np.convolve(row[:steps], response)[middle : middle + steps] for row in hits]
    return np.asarray(full, np.float32)
