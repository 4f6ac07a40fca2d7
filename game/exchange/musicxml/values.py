"""Note values, and lengths split into them; all as written, before any tuplet shortens them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from game.timing.units import Beats

_NAMES = ("whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th", "256th", "512th")
_FINEST = "1024th"
_WHOLE_BEATS = Fraction(4)

FINEST_BEATS = _WHOLE_BEATS / 2 ** len(_NAMES)
"""The length of a 1024th note: MusicXML knows nothing shorter."""


@dataclass(frozen=True, slots=True)
class Value:
    """A note value, such as a dotted eighth."""

    name: str
    """As MusicXML has it: `quarter`, `16th`."""

    length: Beats
    is_dotted: bool = False

    @property
    def flags(self) -> int:
        """How many flags, or beams in their place, it has: none for a quarter."""
        return max(0, (*_NAMES, _FINEST).index(self.name) - _NAMES.index("quarter"))


_PLAIN = tuple(
    Value(name, _WHOLE_BEATS / 2**index) for index, name in enumerate((*_NAMES, _FINEST))
)
_DOTTED = tuple(Value(each.name, each.length * Fraction(3, 2), True) for each in _PLAIN[:-1])
_LONGEST_FIRST = sorted((*_PLAIN, *_DOTTED), key=lambda value: -value.length)


def value_of(length: Beats) -> Value | None:
    """The one value that lasts so long, if there is one."""
    return next((value for value in _LONGEST_FIRST if value.length == length), None)


def sounding_values(length: Beats) -> Iterator[Value]:
    """Values for a sound of that length, the longest first.

    Args:
        length: a multiple of `FINEST_BEATS`.
    """
    while length:
        value = next(value for value in _LONGEST_FIRST if value.length <= length)
        yield value
        length -= value.length


def rest_values(start: Beats, length: Beats) -> Iterator[Value]:
    """Values for a silence, each where its own grid lies, so that it shows where one is.

    Args:
        start: from where the counting begins; like `length` a multiple of `FINEST_BEATS`.
    """
    whole = value_of(length)
    if whole and not start:
        yield whole
        return
    while length:
        fitting = (each for each in _PLAIN if each.length <= length and not start % each.length)
        value = next(fitting)
        yield value
        start += value.length
        length -= value.length
