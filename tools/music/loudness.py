"""How loud a recording is: integrated loudness and true peak after ITU-R BS.1770-4."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float64]
"""Shape (frames, 2), full scale ±1."""

K_WEIGHTING_RATE_HZ = 48_000
_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
"""Numerators and denominators at 48 kHz, as the standard prints them."""

_BLOCK_S, _STEP_S = 0.4, 0.1
_ABSOLUTE_GATE_LUFS, _RELATIVE_GATE_LU = -70.0, -10.0
_OVERSAMPLING = 4
_CHUNK_FRAMES, _CHUNK_MARGIN = 1 << 15, 64


def integrated_lufs(samples: Samples) -> float:
    """Gated loudness of a whole recording at 48 kHz; −inf for silence."""
    weighted = _weighted(samples)
    energy = np.concatenate([[0.0], np.cumsum((weighted**2).sum(axis=1))])
    block, step = (round(K_WEIGHTING_RATE_HZ * s) for s in (_BLOCK_S, _STEP_S))
    starts = np.arange(0, max(1, len(samples) - block + 1), step)
    ends = np.minimum(starts + block, len(samples))
    power = (energy[ends] - energy[starts]) / block
    audible = power[power > _power(_ABSOLUTE_GATE_LUFS)]
    if not len(audible):
        return float("-inf")
    gate = _power(_lufs(float(audible.mean())) + _RELATIVE_GATE_LU)
    return _lufs(float(audible[audible > gate].mean()))


def true_peak_db(samples: Samples) -> float:
    """The highest point between the samples, in dB of full scale, by fourfold oversampling."""
    highest = 0.0
    for start in range(0, len(samples), _CHUNK_FRAMES):
        left = max(0, start - _CHUNK_MARGIN)
        chunk = samples[left : start + _CHUNK_FRAMES + _CHUNK_MARGIN]
        spectrum = np.fft.rfft(chunk, axis=0)
        fine = np.fft.irfft(spectrum, len(chunk) * _OVERSAMPLING, axis=0) * _OVERSAMPLING
        inner = fine[(start - left) * _OVERSAMPLING :][: _CHUNK_FRAMES * _OVERSAMPLING]
        highest = max(highest, float(np.abs(inner).max(initial=0.0)))
    return 20 * float(np.log10(max(highest, 1e-12)))


def _weighted(samples: Samples) -> Samples:
    """Both filters of the standard, applied to the spectrum."""
    length = 1 << (len(samples) + K_WEIGHTING_RATE_HZ - 1).bit_length()
    turn = np.exp(-2j * np.pi * np.arange(length // 2 + 1) / length)
    response = np.ones_like(turn)
    for numerator, denominator in (_SHELF, _HIGH_PASS):
        response *= np.polyval(numerator[::-1], turn) / np.polyval(denominator[::-1], turn)
    channels = [
        np.fft.irfft(np.fft.rfft(channel, length) * response, length)[: len(samples)]
        for channel in samples.T
    ]
    return np.stack(channels, axis=1)


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _lufs(power: float) -> float:
    return -0.691 + 10 * float(np.log10(power))
