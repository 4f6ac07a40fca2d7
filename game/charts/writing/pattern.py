"""One bar of one lane in the fewest usual symbols."""

from __future__ import annotations

from collections.abc import Iterable
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
    cuts = [_cut(points, parts) for parts in allowed_parts(meter) if parts > 1]
    shortest = min(cuts, key=sum, default=None)
    size = _usual_size(_common_size(points), meter)
    if size is None:
        size = _common_size(points)
    elif size <= _FINEST_UNCUT * meter.length_beats:
        return [size]
    fits = [sizes for sizes in ([size], shortest) if sizes and sum(sizes) <= MAX_SYMBOLS]
    return min(fits, key=sum, default=None)


def _cut(points: list[Fraction], parts: int) -> list[int]:
    """The sizes of a bar's parts, each as small as its own points allow."""
    inside: list[list[Fraction]] = [[] for _ in range(parts)]
    for point in points:
        part = int(point * parts)
        inside[part].append(point * parts - part)
    return [_common_size(each) for each in inside]


def _common_size(points: Iterable[Fraction]) -> int:
    return lcm(*(point.denominator for point in points))


def _usual_size(needed: int, meter: Meter) -> int | None:
    """The smallest usual number of symbols on which a grid of `needed` falls.

    Usual are the multiples and the divisors of the bar's beats and pulses.
    """
    counts = (meter.count, len(meter.pulse_lengths_beats))
    for size in range(needed, MAX_SYMBOLS + 1, needed):
        if any(size % count == 0 or count % size == 0 for count in counts):
            return size
    return None
