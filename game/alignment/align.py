"""Aligning a recording to a song: as the game's own music if it is that, else by the form alone."""

from __future__ import annotations

import numpy as np

from game.alignment.any_recording import align_any
from game.alignment.envelope import RATE_HZ, STEP_FRAMES, Bands, Signal, onset_strength
from game.alignment.own import align_own
from game.alignment.pattern import Pattern
from game.alignment.reference import OwnMusic, features
from game.alignment.result import Alignment, Refusal

_QUIETEST = 0.001
"""A recording whose loudest moment is softer (-60 dB) is silence."""

_SHORTEST_SHARE = 0.25
_LEAST_STEADY_US = 40_000_000
"""Of a song that is steady for less, the whole is looked for."""

_PPM = 1_000_000


def align(mono: Signal, pattern: Pattern, music: OwnMusic | None = None) -> Alignment | Refusal:
    """Find the song in a recording.

    Args:
        mono: the recording, from its first frame.
        pattern: what the chart expects.
        music: the game's own music to it, where there is any.
    """
    loud = np.flatnonzero(np.abs(mono) > max(_QUIETEST, float(np.abs(mono).max(initial=0)) / 300))
    if not len(loud):
        return Refusal.SILENT
    if len(mono) / RATE_HZ * _PPM < pattern.end_us * _SHORTEST_SHARE:
        return Refusal.TOO_SHORT
    steady_us = _steady_us(pattern)
    strength, heard = _heard(mono, int(loud[0]), int(loud[-1]))
    if music is not None:
        own = align_own(heard, pattern, music, steady_us, loud[0] / RATE_HZ * _PPM)
        if own is not None:
            return own
    return align_any(mono, strength, heard, pattern, steady_us)


def _heard(mono: Signal, first: int, last: int) -> tuple[Bands, Bands]:
    """(onset strength, features) of what sounds; the silence around it says nothing.

    Were it compared as well, a quiet beginning of the song would be found in it.
    """
    first_step = first // STEP_FRAMES
    sounding = onset_strength(mono[first_step * STEP_FRAMES : last + 1])
    after = len(mono) // STEP_FRAMES + 1 - first_step - sounding.shape[1]
    around = ((0, 0), (first_step, max(0, after)))
    return np.pad(sounding, around), np.pad(features(sounding), around)


def _steady_us(pattern: Pattern) -> int:
    """Up to where the song is looked for as one piece."""
    until_us = pattern.steady_until_us
    return pattern.end_us if until_us is None or until_us < _LEAST_STEADY_US else until_us
