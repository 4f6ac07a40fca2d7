"""How the beats of a measure are counted above it: `1 e & a 2 e & a`, as in a ruler of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import lcm

from game.timing.units import Beats
from game.view.sheet.measures import PlacedMeasure

_SYLLABLES = {2: ("", "&"), 3: ("", "&", "a"), 4: ("", "e", "&", "a")}
_LEAST_STEP = 11.0
_DIGIT_ROOM = 8.0


@dataclass(frozen=True, slots=True)
class Count:
    text: str
    x: float
    """Its middle."""

    is_pulse: bool
    """A number; else what is said between two."""


def counts_of(placed: PlacedMeasure) -> Iterator[Count]:
    """The numbers of the pulses, and syllables between them as far as notes fall there."""
    if placed.measure.count > 1:
        return
    edges = (*placed.measure.bar.pulse_beats(), placed.measure.end_beat)
    divisions = [_division(placed, pulse) for pulse in pairwise(edges)]
    of_bar = _of_bar(lcm(*divisions))
    free_x = placed.x
    for number, (beat, end) in enumerate(pairwise(edges), start=1):
        x, room = placed.x_of(beat), _DIGIT_ROOM * len(str(number))
        if x - room / 2 < free_x:
            continue
        yield Count(str(number), x, True)
        free_x = x + room
        parts = of_bar or _as_counted(divisions[number - 1]) or 1
        step = (placed.x_of(beat + (end - beat) / parts) - x) if parts > 1 else 0
        for place in range(1, parts if step >= _LEAST_STEP else 1):
            free_x = placed.x_of(beat + (end - beat) * Fraction(place, parts))
            yield Count(_SYLLABLES[parts][place], free_x, False)


def _division(placed: PlacedMeasure, pulse: tuple[Beats, Beats]) -> int:
    """Into how many equal parts a pulse must be cut for its notes to fall on them."""
    beat, end = pulse
    onsets = (onset for onset in placed.measure.onsets if beat <= onset < end)
    return lcm(*(((onset - beat) / (end - beat)).denominator for onset in onsets))


def _of_bar(division: int) -> int | None:
    """The syllables of all pulses of a bar; None where they must differ."""
    return None if division % 6 == 0 else _as_counted(division)


def _as_counted(division: int) -> int | None:
    """The syllables for a division; None where there are none."""
    if division % 3 == 0:
        return 3 if division in (3, 6) else None
    return next((parts for parts in (4, 2, 1) if division % parts == 0), None)
