"""Aligning a recording that sounds as expected: our own music, or just what the chart says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.alignment.envelope import STEP_US, Bands
from game.alignment.line import fitted
from game.alignment.pattern import Pattern
from game.alignment.pins import pins_through
from game.alignment.refine import Stretch, agreement, is_believed, place
from game.alignment.result import Alignment, Confidence
from game.alignment.search import search

_ROUNDS = 3
_PIN_US = 12_000


@dataclass(frozen=True, slots=True)
class Demand:
    """How much like what is expected a recording must be; other music of its form is less so."""

    likeness: float
    """Correlation, 1 at most."""

    margin: float = 0.0


OWN_MUSIC = Demand(0.55)
"""Under noise it was 0.64 at least, and other bands' music 0.51 at most."""

WRITTEN_DOWN = Demand(0.6, margin=0.1)
"""A chart written down from a recording was at 0.73, and other bands' music at 0.57 at most."""


def align_alike(
    heard: Bands,
    expected: Bands,
    pattern: Pattern,
    steady_us: int,
    sound_from_us: float,
    demand: Demand,
) -> Alignment | None:
    """Find what is expected; None if this is other music.

    Args:
        heard: features of the recording.
        expected: features of the song: see `reference_of`.
        pattern: the song.
        steady_us: up to here it keeps to its tempo.
        sound_from_us: where the recording's silence ends.
        demand: what is asked of it.
    """
    found = search(heard, expected[:, : steady_us // STEP_US], sound_from_us)
    for _ in range(_ROUNDS):
        stretches = place(heard, expected, found, pattern)
        found = fitted([each for each in stretches if each.end_us <= steady_us], found)
    stretches = place(heard, expected, found, pattern)
    if _likeness(stretches) < demand.likeness or found.margin < demand.margin:
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
