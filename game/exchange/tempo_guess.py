"""A first guess at a recording's tempo and first beat, by ear as it were."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.alignment.envelope import STEP_US, Signal, onset_strength

_SLOWEST_BPM, _FASTEST_BPM, _USUAL_BPM = 60, 200, 115
_STEPS_A_MINUTE = 60_000_000 / STEP_US
_SHORTEST_STEPS = 5_000_000 // STEP_US
_SURE = 0.5


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
    bpms = np.arange(_SLOWEST_BPM, _FASTEST_BPM, 0.05)
    beats = np.arange(len(onsets)) / _STEPS_A_MINUTE
    turns = np.array([np.sum(onsets * np.exp(-2j * np.pi * beats * bpm)) for bpm in bpms])
    shares = np.abs(turns) / onsets.sum()
    liked = shares * np.exp(-0.5 * (np.log2(bpms / _USUAL_BPM) / 0.7) ** 2)
    best = int(liked.argmax())
    beat_s = 60 / bpms[best]
    phase = (-np.angle(turns[best]) / (2 * np.pi)) % 1
    first_s = float(np.argmax(onsets > onsets.max() / 4)) * STEP_US / 1_000_000
    number = round(first_s / beat_s - phase)
    offset_s = max(0.0, (number + phase) * beat_s)
    return TempoGuess(round(float(bpms[best]), 2), round(offset_s, 3), bool(shares[best] > _SURE))
