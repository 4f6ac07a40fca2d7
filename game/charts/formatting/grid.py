"""The columns of one bar of a system, so that its beats stand under each other in every lane."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil

from game.charts.reader.symbols import CUT
from game.timing.meter import Meter

Parts = tuple[str, ...]
"""A bar's symbols, cut into its equal parts: ("x---x---",) or ("x---", "xxxxxx")."""

Sizes = tuple[int, ...]
"""The number of symbols in each part."""


class BarGrid:
    """Gives each symbol of a bar its column.

    The bar is laid out in fields: its pulses, cut further wherever a lane is cut. A field is as
    wide as its busiest lane, and every lane's symbols stand in it where they fall in time.
    """

    def __init__(self, meter: Meter, bars: Iterable[Parts]) -> None:
        """`bars`: the symbols of this bar in each lane that has some."""
        lanes = {_sizes(parts) for parts in bars}
        cuts = {cut for sizes in lanes for cut in _cuts(sizes)}
        self._borders = sorted(cuts.union(_pulse_borders(meter)))
        self._widths = [
            max((ceil(_density(sizes, start) * (end - start)) for sizes in lanes), default=1)
            for start, end in pairwise(self._borders)
        ]
        gaps = [int(border in cuts) for border in self._borders[:-1]]
        ends = list(accumulate(map(sum, zip(gaps, self._widths, strict=True))))
        self._starts = [end - width for end, width in zip(ends, self._widths, strict=True)]
        self.width = ends[-1]
        self._columns = {sizes: self._columns_of(sizes) for sizes in lanes}

    def symbols(self, parts: Parts) -> str:
        """The bar of one of the lanes, as wide as the grid."""
        sizes = _sizes(parts)
        chars = [" "] * self.width
        for column, symbol in zip(self._columns[sizes], "".join(parts), strict=True):
            chars[column] = symbol
        for cut in _cuts(sizes):
            chars[self._column(cut) - 1] = CUT
        return "".join(chars)

    def values(self, values: Sequence[str]) -> str:
        """Values spread evenly over the bar, each where it holds; packed if they need more room."""
        line = ""
        for index, value in enumerate(values):
            column = self._column(Fraction(index, len(values)))
            if line and column <= len(line):
                return " ".join(values)
            line = line.ljust(column) + value
        return line

    def _columns_of(self, sizes: Sizes) -> list[int]:
        columns = []
        for part, size in enumerate(sizes):
            density = len(sizes) * size
            places = range(part * size, (part + 1) * size)
            columns += [self._column(Fraction(place, density), density) for place in places]
        return columns

    def _column(self, position: Fraction, density: int = 1) -> int:
        """The column of a symbol of which `density` would fill the bar.

        In its field it stands where it falls in time, but next to the one before it where the
        field cannot be shared out evenly.
        """
        field = bisect_right(self._borders, position) - 1
        start, end = self._borders[field : field + 2]
        width = self._widths[field]
        in_field = (end - start) * density
        if in_field.denominator == 1 and in_field <= width and width % in_field:
            width = int(in_field)
        return self._starts[field] + int((position - start) / (end - start) * width)


def _sizes(parts: Parts) -> Sizes:
    return tuple(map(len, parts))


def _pulse_borders(meter: Meter) -> list[Fraction]:
    """Where the pulses begin and the bar ends, as shares of the bar."""
    ends = accumulate(meter.pulse_lengths_beats, initial=Fraction(0))
    return [end / meter.length_beats for end in ends]


def _cuts(sizes: Sizes) -> list[Fraction]:
    return [Fraction(index, len(sizes)) for index in range(1, len(sizes))]


def _density(sizes: Sizes, position: Fraction) -> int:
    """Symbols in a whole bar, were it all as the part at `position`."""
    return len(sizes) * sizes[int(position * len(sizes))]
