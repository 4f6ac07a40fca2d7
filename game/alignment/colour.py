"""Harmony and timbre from moment to moment: what tells one bar or section from the next."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from game.alignment.envelope import RATE_HZ, Bands, Signal

HOP_US = 50_000
"""From one value to the next."""

_HOP_FRAMES = RATE_HZ * HOP_US // 1_000_000
_WINDOW_FRAMES = 8_192
_CHUNK = 512
_LOWEST_HZ, _HIGHEST_HZ, _TUNED_HZ = 110, 2_100, 440
_EDGES_HZ = (40, 80, 160, 320, 640, 1_280, 2_560, 5_120, 10_240, 16_000)


def colour(mono: Signal) -> tuple[Bands, Bands]:
    """(pitch classes, power).

    Returns:
        12 x hops, how strongly each pitch class sounds; 9 x hops, the power of each octave.
    """
    padded = np.pad(mono, _WINDOW_FRAMES // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW_FRAMES)[::_HOP_FRAMES]
    window = np.hanning(_WINDOW_FRAMES).astype(np.float32)
    to_classes, to_octaves = _pitch_classes(), _octaves()
    classes, octaves = [], []
    for start in range(0, len(frames), _CHUNK):
        levels = np.abs(np.fft.rfft(frames[start : start + _CHUNK] * window)).astype(np.float32)
        classes.append(np.sqrt(levels) @ to_classes)
        octaves.append(np.square(levels) @ to_octaves)
    return np.concatenate(classes).T, np.concatenate(octaves).T


def _bins_hz() -> NDArray[np.float64]:
    return np.arange(_WINDOW_FRAMES // 2 + 1) * RATE_HZ / _WINDOW_FRAMES


def _pitch_classes() -> Bands:
    hertz = _bins_hz()
    semitones = np.rint(12 * np.log2(np.maximum(hertz, 1) / _TUNED_HZ)).astype(np.intp) % 12
    is_tone = (hertz > _LOWEST_HZ) & (hertz < _HIGHEST_HZ)
    is_class = (semitones[:, None] == np.arange(12)) & is_tone[:, None]
    weights: Bands = is_class.astype(np.float32)
    return weights


def _octaves() -> Bands:
    hertz = _bins_hz()
    inside = [(hertz >= low) & (hertz < high) for low, high in pairwise(_EDGES_HZ)]
    return np.stack(inside, axis=1).astype(np.float32)
