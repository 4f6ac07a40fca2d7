"""One bar of one lane in the fewest usual symbols."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from game.charts.reader.lanes import allowed_parts
from game.charts.reader.pattern import MAX_SYMBOLS
from game.charts.reader.symbols import CUT, TAIL
from game.timing.meter import Meter

REST = "-"
_FINEST_UNCUT = 8
"""Symbols to a quarter note: beyond thirty-seconds a bar is cut into parts, if that is shorter."""


@dataclass(slots=True)
class Strokes:
    """What happens in one bar of one lane, in shares of the bar."""

    onsets: dict[Fraction, str] = field(default_factory=dict)
    """Where each stroke falls -> its symbol."""

    rolls: list[tuple[Fraction, Fraction]] = field(default_factory=list)
    """Start and end of each roll; a start before 0 or an end past 1 lies in another bar."""

    def points(self) -> set[Fraction]:
        """Every place at which a symbol has to begin."""
        ends = {end for _, end in self.rolls if end < 1}
        return {Fraction(0), *self.onsets, *ends}

    def symbol(self, position: Fraction) -> str:
        if position in self.onsets:
            return self.onsets[position]
        is_rolling = any(start < position < end for start, end in self.rolls)
        return TAIL if is_rolling else REST


def bar_text(strokes: Strokes, meter: Meter) -> str | None:
    """The bar's symbols; None if it needs more of them than a bar may have."""
    sizes = _part_sizes(sorted(strokes.points()), meter)
    if sizes is None:
        return None
    parts = (
        "".join(
            strokes.symbol((part + Fraction(place, size)) / len(sizes)) for place in range(size)
        )
        for part, size in enumerate(sizes)
    )
    return CUT.join(parts)


def _part_sizes(points: list[Fraction], meter: Meter) -> list[int] | None:
    """How many symbols each part of the bar gets; one part where it need not be cut."""
    uncut = _sizes(points, meter, 1)
    if sum(uncut) <= _FINEST_UNCUT * meter.length_beats:
        return uncut
    ways = (_sizes(points, meter, parts) for parts in allowed_parts(meter))
    return min((sizes for sizes in ways if sum(sizes) <= MAX_SYMBOLS), key=sum, default=None)


def _sizes(points: list[Fraction], meter: Meter, parts: int) -> list[int]:
    """The sizes of a bar's parts, each as small as its own points allow."""
    counts = (meter.count, len(meter.pulse_lengths_beats))
    counts_in_part = [count // parts for count in counts if count % parts == 0]
    needed = [1] * parts
    for point in points:
        part = int(point * parts)
        needed[part] = lcm(needed[part], (point * parts).denominator)
    return [_usual_size(size, counts_in_part) for size in needed]


def _usual_size(needed: int, counts: list[int]) -> int:
    """The smallest usual number of symbols on which a grid of `needed` falls, else `needed`.

    Usual are the multiples and the divisors of the beats or pulses.
    """
    for size in range(needed, MAX_SYMBOLS + 1, needed):
        if any(size % count == 0 or count % size == 0 for count in counts):
            return size
    return needed
