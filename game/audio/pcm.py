"""Sound as numbers: what is computed with, and what files and the mixer hold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Frames = NDArray[np.float32]
"""Frames x 2 (left, right); full scale is -1 to 1."""

Pcm = NDArray[np.int16]
"""Frames x 2, as the mixer and WAV files have them."""

_SCALE = 32_768


def to_frames(pcm: Pcm) -> Frames:
    return pcm.astype(np.float32) / np.float32(_SCALE)


def to_pcm(frames: Frames) -> Pcm:
    """Rounded to the nearest step; what is beyond full scale is held there."""
    scaled = np.rint(frames * np.float32(_SCALE))
    pcm: Pcm = np.clip(scaled, -_SCALE, _SCALE - 1).astype(np.int16)
    return pcm


def silence(frames: int) -> Frames:
    return np.zeros((frames, 2), np.float32)
