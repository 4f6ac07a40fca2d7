"""Meters and their pulses."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.timing.units import Beats

_DOTTED_COUNTS = (6, 9, 12, 15)


@dataclass(frozen=True, slots=True)
class Meter:
    """One bar's meter, such as 4/4, 12/8 or 3+2+3+2/8."""

    groups: tuple[int, ...]
    """How many units each named pulse holds; a single number if no pulses are named."""

    unit: int
    """The note value that counts: 4 for quarters, 8 for eighths."""

    @property
    def count(self) -> int:
        """The number above the line: 12 in 12/8."""
        return sum(self.groups)

    @property
    def is_dotted(self) -> bool:
        """Whether the pulse is a dotted quarter: 6/8, 9/8, 12/8 and 15/8 without named pulses."""
        return len(self.groups) == 1 and self.unit == 8 and self.count in _DOTTED_COUNTS

    @property
    def length_beats(self) -> Beats:
        """The bar's length in quarter notes."""
        return Fraction(self.count * 4, self.unit)

    @property
    def unit_beats(self) -> Beats:
        """The length of one counted unit in quarter notes."""
        return Fraction(4, self.unit)

    @property
    def pulse_lengths_beats(self) -> tuple[Beats, ...]:
        """The lengths of the bar's pulses in quarter notes, in order."""
        if len(self.groups) > 1:
            return tuple(group * self.unit_beats for group in self.groups)
        if self.is_dotted:
            return (Fraction(3, 2),) * (self.count // 3)
        return (self.unit_beats,) * self.count

    def __str__(self) -> str:
        return f"{'+'.join(map(str, self.groups))}/{self.unit}"


COMMON_TIME = Meter((4,), 4)
