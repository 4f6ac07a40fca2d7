"""Aligning a recording of the game's own music: sound is compared with sound."""

from __future__ import annotations

from collections.abc import Sequence

from game.alignment.envelope import STEP_US, Bands
from game.alignment.pattern import Pattern
from game.alignment.pins import pins_through
from game.alignment.reference import OwnMusic, reference_of
from game.alignment.refine import Stretch, agreement, fitted, is_believed, place
from game.alignment.result import Alignment, Confidence
from game.alignment.search import search

_ROUNDS = 3
_PIN_US = 12_000
_LEAST_LIKENESS = 0.55
"""Our own music under noise is more alike than this, other music of the same form less."""


def align_own(
    heard: Bands, pattern: Pattern, music: OwnMusic, steady_us: int, sound_from_us: float
) -> Alignment | None:
    """Find the game's own music; None if this is other music."""
    expected = reference_of(pattern, music)
    found = search(heard, expected[:, : steady_us // STEP_US], sound_from_us)
    for _ in range(_ROUNDS):
        stretches = place(heard, expected, found, pattern)
        found = fitted([each for each in stretches if each.end_us <= steady_us], found)
    stretches = place(heard, expected, found, pattern)
    if _likeness(stretches) < _LEAST_LIKENESS:
        return None
    pins = pins_through(stretches, found, pattern, _PIN_US)
    placed = agreement(stretches) if len(pins) == 2 else _believed_share(stretches)
    return Alignment(pins, found.margin, placed, _confidence(found.margin, placed))


def _confidence(margin: float, agreement: float) -> Confidence:
    if margin >= 0.06 and agreement >= 0.6:
        return Confidence.SURE
    if margin >= 0.03 and agreement >= 0.35:
        return Confidence.LIKELY
    return Confidence.UNSURE


def _likeness(stretches: Sequence[Stretch]) -> float:
    whole_us = sum(each.end_us - each.start_us for each in stretches)
    return sum(each.likeness * (each.end_us - each.start_us) for each in stretches) / whole_us


def _believed_share(stretches: Sequence[Stretch]) -> float:
    whole = sum(each.end_us - each.start_us for each in stretches)
    return sum(each.end_us - each.start_us for each in stretches if is_believed(each)) / whole
