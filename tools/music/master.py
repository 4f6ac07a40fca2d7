"""From what the synthesiser played to what is shipped: trimmed, loud enough, never clipping."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from music.loudness import integrated_lufs
from music.synth import RATE_HZ, Samples

TARGET_LUFS = -14.0
CEILING_DB = -2.0
"""Of the samples; between them, and after Vorbis, peaks come out up to 0.8 dB higher."""

_RUMBLE_HZ = (22.0, 34.0)
_AIR_HZ, _AIR_DB = (1_500.0, 7_000.0), 3.0
_LIMITER_S = 0.012
_ROUNDS = 4


def master(played: Samples, length_s: float, fade_s: float) -> Samples:
    """A recording as loud as the target that ends, faded out over `fade_s`, at `length_s`."""
    cut = _shaped(played)[: round(length_s * RATE_HZ)]
    return _faded(_as_loud_as(cut, TARGET_LUFS), round(fade_s * RATE_HZ))


def _shaped(samples: Samples) -> Samples:
    """Without what lies under the lowest bass note, brighter at the top.

    Zero-phase, so that nothing moves in time.
    """
    length = 1 << (len(samples) - 1).bit_length()
    frequencies = np.arange(length // 2 + 1, dtype=np.float64) * (RATE_HZ / length)
    air_db = _AIR_DB * _slope(frequencies, *_AIR_HZ)
    response = _slope(frequencies, *_RUMBLE_HZ) * 10 ** (air_db / 20)
    spectrum = np.fft.rfft(samples, length, axis=0) * response[:, None]
    return np.fft.irfft(spectrum, length, axis=0)[: len(samples)]


def _slope(values: npt.NDArray[np.float64], low: float, high: float) -> npt.NDArray[np.float64]:
    """A smooth step: 0 up to `low`, 1 from `high` on."""
    ramp = np.clip((values - low) / (high - low), 0, 1)
    return np.sin(ramp * np.pi / 2) ** 2


def _as_loud_as(samples: Samples, target_lufs: float) -> Samples:
    """Turned up to the target; a limiter takes the peaks, and what it took is made up for."""
    gain_db = target_lufs - integrated_lufs(samples)
    limited = samples
    for _ in range(_ROUNDS):
        limited = _limited(samples * 10 ** (gain_db / 20))
        gain_db += target_lufs - integrated_lufs(limited)
    return limited


def _limited(samples: Samples) -> Samples:
    """No sample above the ceiling: the gain sinks before each peak and rises after it."""
    ceiling = 10 ** (CEILING_DB / 20)
    needed = np.minimum(1.0, ceiling / np.maximum(np.abs(samples).max(axis=1), 1e-9))
    reach = round(_LIMITER_S * RATE_HZ)
    lowest = _lowest_within(needed, reach)
    window = np.hanning(2 * reach + 3)[1:-1]
    gain = _convolved(np.pad(lowest, reach, mode="edge"), window / window.sum())
    return samples * np.minimum(gain, 1.0)[:, None]


def _lowest_within(values: npt.NDArray[np.float64], reach: int) -> npt.NDArray[np.float64]:
    """The minimum over `reach` neighbours on either side, by windows that double in width."""
    found = np.pad(values, reach, constant_values=1.0)
    wanted, width = 2 * reach + 1, 1
    while width < wanted:
        step = min(width, wanted - width)
        found = np.minimum(found[:-step], found[step:])
        width += step
    return found


def _convolved(
    values: npt.NDArray[np.float64], window: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """The part of a convolution in which the window lies wholly within the values."""
    length = 1 << (len(values) + len(window) - 1).bit_length()
    spectrum = np.fft.rfft(values, length) * np.fft.rfft(window, length)
    return np.fft.irfft(spectrum, length)[len(window) - 1 : len(values)]


def _faded(samples: Samples, frames: int) -> Samples:
    out = samples.copy()
    out[len(out) - frames :] *= (np.cos(np.linspace(0, np.pi, frames)) * 0.5 + 0.5)[:, None]
    return out
