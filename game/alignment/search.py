"""Finding a song in a recording: which second is bar 1, and how fast it was played."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.alignment.envelope import STEP_US, Bands
from game.alignment.reference import sampled

EARLIEST_US, LATEST_US = -12_000_000, 45_000_000
"""Where bar 1 is looked for; before 0 where the recording begins later than the song."""

MOST_STRETCH_PPM = 10_000
_STRETCH_STEP_PPM = 200
_COARSE = 2
"""Steps that are taken together in the first search: 10 ms."""

_APART_STEPS = 12
"""Peaks nearer than this to the best, in coarse steps, are the best itself."""

_START_US, _START_SHARE = 700_000.0, 0.1
"""How near to the first sound a song is expected, and how much that counts."""

_PPM = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """A line through the recording: recording us = lead_us + song us x (1 + stretch / 10^6)."""

    lead_us: float
    stretch_ppm: float
    margin: float
    """How far the best place stands out from the second best: 0 not at all, 1 alone."""


def search(heard: Bands, expected: Bands, sound_from_us: float = 0.0) -> Found:
    """The best place for the whole song at one speed.

    Args:
        heard: `features` of the recording, from its start.
        expected: `features` of the song, from song time 0.
        sound_from_us: where the recording's silence ends. Most songs begin there: of two places
            that are about as good, the one nearer to it is taken.
    """
    coarse_heard, coarse_expected = _coarse(heard), _coarse(expected)
    first = EARLIEST_US // (STEP_US * _COARSE)
    last = LATEST_US // (STEP_US * _COARSE)
    longest = int(coarse_expected.shape[1] * (1 + MOST_STRETCH_PPM / _PPM)) + 2
    size = 1 << (coarse_heard.shape[1] + longest + last - first).bit_length()
    spectrum = np.fft.rfft(coarse_heard, size, axis=1)
    curves = []
    stretches_ppm = range(-MOST_STRETCH_PPM, MOST_STRETCH_PPM + 1, _STRETCH_STEP_PPM)
    for stretch_ppm in stretches_ppm:
        warped = stretched(coarse_expected, stretch_ppm)
        product = (spectrum * np.conj(np.fft.rfft(warped, size, axis=1))).sum(axis=0)
        curve = np.fft.irfft(product, size)
        curves.append(np.concatenate([curve[first:], curve[: last + 1]]))
    lags_us = np.arange(first, last + 1) * (STEP_US * _COARSE)
    start = np.exp(-(((lags_us - sound_from_us) / _START_US) ** 2))
    bonus = _START_SHARE * max(curve.max() for curve in curves)
    curves = [curve + bonus * start for curve in curves]
    best = int(np.argmax([curve.max() for curve in curves]))
    curve = curves[best]
    lag = int(curve.argmax())
    return Found(
        lead_us=(lag + first + peak_between(curve, lag)) * STEP_US * _COARSE,
        stretch_ppm=float(stretches_ppm[best]),
        margin=_margin(curve, lag),
    )


def stretched(values: Bands, stretch_ppm: float) -> Bands:
    """The song at another speed, on the same grid."""
    steps = int(values.shape[1] * (1 + stretch_ppm / _PPM)) + 1
    return sampled(values, np.arange(steps) / (1 + stretch_ppm / _PPM))


def _coarse(values: Bands) -> Bands:
    whole = values[:, : values.shape[1] // _COARSE * _COARSE]
    sums: Bands = whole.reshape(len(values), -1, _COARSE).sum(axis=2)
    return sums


def _margin(curve: NDArray[np.float64], lag: int) -> float:
    others = curve.copy()
    others[max(0, lag - _APART_STEPS) : lag + _APART_STEPS + 1] = -np.inf
    height = float(curve[lag] - np.median(curve))
    second = float(others.max() - np.median(curve))
    return max(0.0, 1 - second / height) if height > 0 else 0.0


def peak_between(curve: NDArray[np.float64], lag: int) -> float:
    """Where between its neighbours a peak lies: a parabola through three values."""
    if not 0 < lag < len(curve) - 1:
        return 0.0
    before, at, after = (float(curve[lag + each]) for each in (-1, 0, 1))
    bend = before - 2 * at + after
    return 0.5 * (before - after) / bend if bend < 0 else 0.0
