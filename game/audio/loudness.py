"""How loud a song is, fast enough to be asked while it loads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.audio.pcm import Pcm, to_frames
from game.audio.rate import FREQUENCY_HZ

_BLOCK_FRAMES = 2 * FREQUENCY_HZ // 5
_EVERY = 2
"""Every second block of 400 ms is listened to."""

_AT_ONCE = 50
_ABSOLUTE_GATE_LUFS, _RELATIVE_GATE_LU = -70.0, -10.0
_QUIETEST_LUFS = -36.0
"""Nothing is turned up as if it were quieter than this."""

_SHELF = (
    (1.53512485958697, -2.69169619938640, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))
"""K-weighting at 48 kHz: numerators and denominators of ITU-R BS.1770-4."""


def loudness_lufs(pcm: Pcm) -> float:
    """Gated loudness after ITU-R BS.1770-4, to a few tenths; -inf for silence."""
    power = _powers(pcm)
    audible = power[power > _power(_ABSOLUTE_GATE_LUFS)]
    if not len(audible):
        return float("-inf")
    gate = _power(_lufs(float(audible.mean())) + _RELATIVE_GATE_LU)
    return _lufs(float(audible[audible > gate].mean()))


def gain_towards(target_lufs: float, pcm: Pcm) -> float:
    """What brings a song to a loudness; silence is left alone."""
    found_lufs = loudness_lufs(pcm)
    if found_lufs == float("-inf"):
        return 1.0
    return float(10 ** ((target_lufs - max(found_lufs, _QUIETEST_LUFS)) / 20))


def _powers(pcm: Pcm) -> NDArray[np.float64]:
    """The weighted power of each block, both sides added up, by its spectrum."""
    size = min(_BLOCK_FRAMES, max(2, len(pcm)))
    count = len(pcm) // size
    blocks = pcm[: count * size].reshape(count, size, 2)[:: _EVERY if count > _AT_ONCE else 1]
    weights = _weights(size)
    found = [
        (np.abs(np.fft.rfft(to_frames(blocks[first : first + _AT_ONCE]), axis=1)) ** 2).sum(axis=2)
        @ weights
        for first in range(0, len(blocks), _AT_ONCE)
    ]
    return np.concatenate(found) if found else np.zeros(0)


def _weights(size: int) -> NDArray[np.float64]:
    """What each line of the spectrum of so many frames adds to the mean square."""
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    response = np.ones_like(turn)
    for numerator, denominator in (_SHELF, _HIGH_PASS):
        response *= np.polyval(numerator[::-1], turn) / np.polyval(denominator[::-1], turn)
    weights = 2 * np.abs(response) ** 2 / size**2
    weights[0] /= 2
    return np.asarray(weights, np.float64)


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def _lufs(power: float) -> float:
    return -0.691 + 10 * float(np.log10(power))
