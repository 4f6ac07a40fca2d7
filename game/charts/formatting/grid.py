"""The columns of one bar of a system, so that its beats stand under each other in every lane."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil

from game.charts.reader.symbols import CUT
from game.timing.meter import Meter

Parts = tuple[str, ...]
"""A bar's symbols, cut into its equal parts: ("x---x---",) or ("x---", "xxxxxx")."""


class BarGrid:
    """Gives each symbol of a bar its column.

    The bar is laid out in fields: its pulses, cut further wherever a lane is cut. A field is as
    wide as its busiest lane, and every lane's symbols stand in it where they fall in time.
    """

    def __init__(self, meter: Meter, bars: Iterable[Parts]) -> None:
        """`bars`: the symbols of this bar in each lane that has some."""
        lanes = tuple(bars)
        cuts = {cut for parts in lanes for cut in _cuts(parts)}
        self._borders = sorted(cuts | set(_pulse_borders(meter)))
        self._widths = [
            max((ceil(_density(parts, start) * (end - start)) for parts in lanes), default=1)
            for start, end in pairwise(self._borders)
        ]
        gaps = [int(border in cuts) for border in self._borders[:-1]]
        ends = list(accumulate(map(sum, zip(gaps, self._widths, strict=True))))
        self._columns = [end - width for end, width in zip(ends, self._widths, strict=True)]
        self.width = ends[-1]

    def symbols(self, parts: Parts) -> str:
        """The bar of one of the lanes, as wide as the grid."""
        columns = [" "] * self.width
        for position, density, symbol in _placed(parts):
            columns[self._column(position, density)] = symbol
        for cut in _cuts(parts):
            columns[self._column(cut) - 1] = CUT
        return "".join(columns)

    def values(self, values: Sequence[str]) -> str:
        """Values spread evenly over the bar, each where it holds; packed if they need more room."""
        line = ""
        for index, value in enumerate(values):
            column = self._column(Fraction(index, len(values)))
            if line and column <= len(line):
                return " ".join(values)
            line = line.ljust(column) + value
        return line

    def _column(self, position: Fraction, density: int = 1) -> int:
        """The column of a symbol that stands `density` to a bar.

        In its field it stands where it falls in time, but next to the one before it where the
        field cannot be shared out evenly.
        """
        field = bisect_right(self._borders, position) - 1
        start, end = self._borders[field : field + 2]
        width = self._widths[field]
        in_field = (end - start) * density
        if in_field.denominator == 1 and in_field <= width and width % in_field:
            width = int(in_field)
        return self._columns[field] + int((position - start) / (end - start) * width)


def _pulse_borders(meter: Meter) -> list[Fraction]:
    """Where the pulses begin and the bar ends, as shares of the bar."""
    ends = accumulate(meter.pulse_lengths_beats, initial=Fraction(0))
    return [end / meter.length_beats for end in ends]


def _cuts(parts: Parts) -> list[Fraction]:
    return [Fraction(index, len(parts)) for index in range(1, len(parts))]


def _density(parts: Parts, position: Fraction) -> int:
    """Symbols in a whole bar, were it all as the part at `position`."""
    return len(parts) * len(parts[int(position * len(parts))])


def _placed(parts: Parts) -> Iterator[tuple[Fraction, int, str]]:
    """Each symbol with its place in the bar, and how many like it would fill the bar."""
    for index, part in enumerate(parts):
        density = len(parts) * len(part)
        for place, symbol in enumerate(part):
            yield Fraction(index * len(part) + place, density), density, symbol
