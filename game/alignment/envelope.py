"""Onset strength: how much louder each band of a sound becomes from one moment to the next."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Signal = NDArray[np.float32]
"""One channel, 48,000 values a second."""

Bands = NDArray[np.float32]
"""Bands x steps."""

RATE_HZ = 48_000
STEP_FRAMES = 240
STEP_US = STEP_FRAMES * 1_000_000 // RATE_HZ
"""From one value to the next: 5 ms."""

EDGES_HZ = (30, 160, 800, 4_000, 16_000)

_WINDOW_FRAMES = 1024
_CHUNK_STEPS = 4_096
_LOUDNESS = 200.0
"""Where levels begin to be compared by their ratio rather than by their difference."""


def onset_strength(mono: Signal) -> Bands:
    """Spectral flux; value i belongs to frame i x `STEP_FRAMES`.

    The sound is scaled to one loudness first, so that soft recordings are heard like loud ones.
    """
    loudness = float(np.sqrt(np.mean(np.square(mono, dtype=np.float64)))) if len(mono) else 0.0
    scaled = mono / np.float32(10 * loudness) if loudness else mono
    padded = np.pad(scaled, _WINDOW_FRAMES // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW_FRAMES)[::STEP_FRAMES]
    window = np.hanning(_WINDOW_FRAMES).astype(np.float32)
    window /= window.sum()
    edges = [round(edge * _WINDOW_FRAMES / RATE_HZ) for edge in EDGES_HZ]
    pieces = []
    last = np.zeros((1, _WINDOW_FRAMES // 2 + 1), np.float32)
    for start in range(0, len(frames), _CHUNK_STEPS):
        spectrum = np.abs(np.fft.rfft(frames[start : start + _CHUNK_STEPS] * window))
        levels = np.log1p(_LOUDNESS * spectrum).astype(np.float32)
        rises = np.maximum(np.diff(np.concatenate([last, levels]), axis=0), 0)
        bands = pairwise(edges)
        pieces.append(np.stack([rises[:, low:high].sum(axis=1) for low, high in bands]))
        last = levels[-1:]
    return np.concatenate(pieces, axis=1)


@cache
def click_response() -> tuple[Signal, int]:
    """What a click at an exact step gives, with sum 1, and the index of that step in it."""
    reach = 8
    click = np.zeros(RATE_HZ, np.float32)
    at = RATE_HZ // 2
    click[at] = 1
    steps = onset_strength(click).sum(axis=0)
    middle = at // STEP_FRAMES
    response: Signal = steps[middle - reach : middle + reach + 1]
    return response / response.sum(), reach


def smoothed(values: Bands, width_steps: int) -> Bands:
    """The mean over that many steps around each, at the ends over what is there."""
    sums = np.cumsum(np.pad(values, ((0, 0), (1, 0))), axis=1, dtype=np.float64)
    at = np.arange(values.shape[1])
    low = np.maximum(0, at - width_steps // 2)
    high = np.minimum(values.shape[1], at + width_steps // 2 + 1)
    means: Bands = ((sums[:, high] - sums[:, low]) / (high - low)).astype(np.float32)
    return means


def standardised(values: Bands) -> Bands:
    """Each band with mean 0 and spread 1; a band without any spread is 0."""
    spread = values.std(axis=1, keepdims=True)
    middle = values.mean(axis=1, keepdims=True)
    scaled: Bands = np.where(spread > 1e-9, (values - middle) / np.maximum(spread, 1e-9), 0)
    return scaled
