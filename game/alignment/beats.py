"""How fast a recording is, and where its beats may lie: a comb of the song's pulses through it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.alignment.envelope import STEP_US, Bands
from game.alignment.search import EARLIEST_US, LATEST_US, MOST_STRETCH_PPM

_STRETCH_STEP_PPM = 200
_COARSE = 2
"""Steps that are taken together: 10 ms."""

_COARSE_US = STEP_US * _COARSE
_BEST_PLACES = 60
"""So many places together tell the speed: every beat of a minute answers to the right one."""

_APART = 6
_LEAST_STRENGTH = 0.15
_PPM = 1_000_000

Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Beats:
    """Places of bar 1 at which the song's pulses meet the recording's onsets."""

    stretch_ppm: float
    leads_us: Places
    """Rising. Neighbours are a beat apart, or what lies between two beats of this music."""

    strengths: Places
    """How well they meet, 1 at the best."""


def find_beats(onsets: Bands, pulses_us: NDArray[np.float64]) -> Beats:
    """Try every speed and place.

    Args:
        onsets: bands x steps, of the recording.
        pulses_us: song times of the pulses that keep to one speed.
    """
    total = onsets[:, : onsets.shape[1] // _COARSE * _COARSE].sum(axis=0, dtype=np.float64)
    total = total.reshape(-1, _COARSE).sum(axis=1)
    first, last = EARLIEST_US // _COARSE_US, LATEST_US // _COARSE_US
    longest = int(pulses_us[-1] / _COARSE_US * (1 + MOST_STRETCH_PPM / _PPM)) + 3
    size = 1 << (len(total) + longest + last - first).bit_length()
    spectrum = np.fft.rfft(total, size)
    best, best_ppm, best_score = np.zeros(last - first + 1), 0, -np.inf
    for stretch_ppm in range(-MOST_STRETCH_PPM, MOST_STRETCH_PPM + 1, _STRETCH_STEP_PPM):
        comb = _comb(pulses_us * (1 + stretch_ppm / _PPM) / _COARSE_US)
        product = np.fft.irfft(spectrum * np.conj(np.fft.rfft(comb, size)), size)
        curve = np.concatenate([product[first:], product[: last + 1]])
        score = float(np.partition(curve, -_BEST_PLACES)[-_BEST_PLACES:].sum())
        if score > best_score:
            best, best_ppm, best_score = curve, stretch_ppm, score
    peaks = _peaks(best)
    leads_us = (peaks + first).astype(np.float64) * _COARSE_US
    return Beats(float(best_ppm), leads_us, best[peaks] / max(1e-9, float(best.max())))


def _comb(at_steps: Places) -> Places:
    """A tooth at each place, shared by the two steps around it."""
    comb = np.zeros(int(at_steps[-1]) + 3)
    whole = at_steps.astype(np.intp)
    np.add.at(comb, whole, 1 - (at_steps - whole))
    np.add.at(comb, whole + 1, at_steps - whole)
    return comb


def _peaks(curve: Places) -> NDArray[np.intp]:
    """Peaks that none higher lies close to, and the highest place in any case."""
    middle = curve[1:-1]
    found = np.flatnonzero((middle >= curve[:-2]) & (middle > curve[2:])) + 1
    found = found[curve[found] > _LEAST_STRENGTH * curve.max()]
    kept: list[int] = []
    for peak in found[np.argsort(-curve[found], kind="stable")]:
        if all(abs(peak - other) > _APART for other in kept):
            kept.append(int(peak))
    return np.array(sorted(kept or [int(curve.argmax())]), np.intp)
