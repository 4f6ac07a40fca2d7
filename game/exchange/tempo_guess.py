"""A first guess at a recording's tempo and first beat, by ear as it were."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.alignment.envelope import STEP_US, Signal, onset_strength

_SLOWEST_BPM, _FASTEST_BPM, _USUAL_BPM = 60, 200, 115
_STEP_BPM, _FINE_STEP_BPM = 0.05, 0.01
_STEPS_A_MINUTE = 60_000_000 / STEP_US
_SHORTEST_STEPS = 5_000_000 // STEP_US
_PARTS = np.arange(1, 5)
"""Beats, and their halves, thirds and quarters: what is played between them keeps their time."""

_Numbers = npt.NDArray[np.float64]
_PHASES = 400
_SURE = 0.4


@dataclass(frozen=True, slots=True)
class TempoGuess:
    """What a recording seems to be; for a person to look over."""

    bpm: float
    """To a hundredth."""

    offset_s: float
    """The first beat: which one of the bar it is, nobody can say."""

    is_sure: bool
    """Whether the beats stand out clearly."""


def guess_tempo(mono: Signal) -> TempoGuess | None:
    """Listen to a recording; None for silence and for less than five seconds.

    Args:
        mono: at 48 kHz.
    """
    onsets = onset_strength(mono).sum(axis=0)
    if len(onsets) < _SHORTEST_STEPS or not onsets.any():
        return None
    bpms = np.arange(_SLOWEST_BPM, _FASTEST_BPM, _STEP_BPM)
    liked = _shares(onsets, bpms) * np.exp(-0.5 * (np.log2(bpms / _USUAL_BPM) / 0.7) ** 2)
    near = bpms[int(liked.argmax())] + np.arange(-_STEP_BPM, 1.5 * _STEP_BPM, _FINE_STEP_BPM)
    shares = _shares(onsets, near)
    best = int(shares.argmax())
    beat_s = 60 / near[best]
    first_s = float(np.argmax(onsets > onsets.max() / 4)) * STEP_US / 1_000_000
    phase = _phase(onsets, near[best])
    offset_s = max(0.0, (round(first_s / beat_s - phase) + phase) * beat_s)
    return TempoGuess(round(float(near[best]), 2), round(offset_s, 3), bool(shares[best] > _SURE))


def _shares(onsets: Signal, bpms: _Numbers) -> _Numbers:
    """How much of what is heard keeps each tempo: on its beats, and on the parts between them."""
    shares: _Numbers = np.array([np.abs(_turns(onsets, bpm)).sum() for bpm in bpms]) / onsets.sum()
    return shares


def _turns(onsets: Signal, bpm: float) -> npt.NDArray[np.complex128]:
    """One number a part of the beat: how strongly that is kept, and when it falls."""
    beats = np.arange(len(onsets)) / _STEPS_A_MINUTE * bpm
    turn = np.exp(-2j * np.pi * beats)
    half = turn * turn
    return np.array([onsets @ each for each in (turn, half, half * turn, half * half)])


def _phase(onsets: Signal, bpm: float) -> float:
    """The share of a beat, 0 to 1, after which beats fall: where all parts of it fall together."""
    phases = np.arange(_PHASES) / _PHASES
    turned = np.exp(2j * np.pi * np.outer(phases, _PARTS)) @ _turns(onsets, bpm)
    return float(phases[int(turned.real.argmax())])
