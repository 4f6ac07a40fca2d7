"""Whether a recording lies on its grid: the distance of each onset from where it was written."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Signal = npt.NDArray[np.float64]

_WINDOW_FRAMES, _HOP_FRAMES = 512, 24
_SEARCH_S = 0.04


def onset_strength(mono: Signal) -> Signal:
    """Spectral flux, one value every `_HOP_FRAMES` frames: how much louder each band became."""
    padded = np.pad(mono, _WINDOW_FRAMES)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW_FRAMES)[::_HOP_FRAMES]
    window = np.hanning(_WINDOW_FRAMES)
    strength = [np.zeros(1)]
    last = np.zeros((1, _WINDOW_FRAMES // 2 + 1))
    for start in range(0, len(frames), 4096):
        levels = np.log1p(300 * np.abs(np.fft.rfft(frames[start : start + 4096] * window)))
        rises = np.diff(np.concatenate([last, levels]), axis=0)
        strength.append(np.maximum(rises, 0).sum(axis=1))
        last = levels[-1:]
    return np.concatenate(strength)[1:]


def deviations_ms(mono: Signal, rate_hz: int, expected_s: Sequence[float]) -> list[float]:
    """For each expected onset, how late (positive) the strongest rise near it comes, in ms.

    A window sees a click before its own middle; the same measure on clicks takes that out.
    """
    reach = round(_SEARCH_S * rate_hz / _HOP_FRAMES)
    strength = np.pad(onset_strength(mono), reach)
    bias = _click_bias_frames(rate_hz)
    found = []
    for second in expected_s:
        at = second * rate_hz / _HOP_FRAMES
        first = round(at)
        near = strength[first : first + 2 * reach + 1]
        late = first - reach + int(near.argmax()) - at
        found.append(1000 * (late * _HOP_FRAMES - bias) / rate_hz)
    return found


def _click_bias_frames(rate_hz: int) -> float:
    """Where the measure puts a click that lies at a known frame."""
    click = np.zeros(rate_hz)
    at = rate_hz // 2
    click[at : at + 480] = np.exp(-np.arange(480) / 160) * np.cos(np.arange(480) / 3)
    return float(onset_strength(click).argmax() * _HOP_FRAMES - at)
