"""Aligning a recording to a song: by all that is expected if it sounds so, else by its form."""

from __future__ import annotations

import numpy as np

from game.alignment.alike import OWN_MUSIC, WRITTEN_DOWN, align_alike
from game.alignment.any_recording import align_any
from game.alignment.envelope import RATE_HZ, STEP_FRAMES, Bands, Signal, onset_strength
from game.alignment.pattern import Pattern
from game.alignment.reference import OwnMusic, features, reference_of
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
    expectations = [(reference_of(pattern), WRITTEN_DOWN)]
    if music is not None:
        expectations.insert(0, (reference_of(pattern, music), OWN_MUSIC))
    for expected, demand in expectations:
        sound_from_us = loud[0] / RATE_HZ * _PPM
        alike = align_alike(heard, expected, pattern, steady_us, sound_from_us, demand)
        if alike is not None:
            return alike
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
