"""Where a drummer counts within a bar, and the tuplets that this takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise
from math import lcm

from game.timing.meter import Meter
from game.timing.units import Beats

_QUARTER = Fraction(1)
_DOTTED_QUARTER = Fraction(3, 2)
_MOST_WIDE = 9
_FEWEST_WIDE = 3


@dataclass(frozen=True, slots=True)
class Tuplet:
    """`actual` notes in the time of `normal` ones."""

    actual: int
    normal: int
    unit_beats: Beats
    """The written length of one of them."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a bar that is written by itself: a pulse, or more under one tuplet."""

    start: Beats
    """From the start of the bar."""

    length: Beats
    tuplet: Tuplet | None = None

    @property
    def end(self) -> Beats:
        return self.start + self.length

    @property
    def scale(self) -> Fraction:
        """Written length over sounding length."""
        return Fraction(self.tuplet.actual, self.tuplet.normal) if self.tuplet else Fraction(1)


def spans_of(meter: Meter, moments: Iterable[Beats]) -> list[Span]:
    """The spans of a bar, each with the tuplet that its moments need.

    A tuplet over half a bar or all of it is taken where nearly every one of its notes is struck;
    else each span has its own.

    Args:
        moments: where something begins or ends, from the start of the bar.
    """
    plain = list(_plain_spans(meter))
    inside = sorted(moments)
    return list(_with_tuplets(plain, inside))


def _with_tuplets(spans: Sequence[Span], moments: Sequence[Beats]) -> Iterator[Span]:
    whole = Span(spans[0].start, spans[-1].end - spans[0].start)
    own = [moment - whole.start for moment in moments if whole.start <= moment < whole.end]
    half = len(spans) // 2
    if len(spans) == 1 or _is_wide_tuplet(whole.length, own):
        yield Span(whole.start, whole.length, _tuplet(whole.length, own))
    elif len(spans) % 2 == 0 and spans[half].start - whole.start == whole.length / 2:
        yield from _with_tuplets(spans[:half], moments)
        yield from _with_tuplets(spans[half:], moments)
    else:
        for span in spans:
            yield from _with_tuplets([span], moments)


def _is_wide_tuplet(length: Beats, moments: Sequence[Beats]) -> bool:
    """Whether moments are even notes over several spans, hardly one missing."""
    parts = _parts(length, moments)
    is_usual = parts % 2 == 1 and parts <= _MOST_WIDE and _odd(length.numerator) in (1, 3)
    return is_usual and _needs_tuplet(moments) and len(moments) >= max(_FEWEST_WIDE, parts - 1)


def _tuplet(length: Beats, moments: Sequence[Beats]) -> Tuplet | None:
    """What makes all moments fall on halves of halves of the written notes."""
    if not _needs_tuplet(moments):
        return None
    actual = _odd(_parts(length, moments))
    normal = _odd(length.numerator)
    while normal * 2 <= actual:
        normal *= 2
    return Tuplet(actual, normal, length / normal)


def _needs_tuplet(moments: Iterable[Beats]) -> bool:
    return any(_odd(moment.denominator) > 1 for moment in moments)


def _parts(length: Beats, moments: Iterable[Beats]) -> int:
    """The fewest even parts of a stretch that have a border at each moment."""
    return lcm(*((moment / length).denominator for moment in moments))


def _odd(number: int) -> int:
    """What is left when a number is halved as often as it can be."""
    return number // (number & -number)


def _plain_spans(meter: Meter) -> Iterator[Span]:
    lengths = [span for pulse in _counted(meter) for span in _countable(pulse)]
    for start, end in pairwise(accumulate(lengths, initial=Fraction(0))):
        yield Span(start, end - start)


def _counted(meter: Meter) -> tuple[Beats, ...]:
    """The pulses; a bar of eighths or shorter units without named ones is counted as a whole."""
    is_in_small_units = len(meter.groups) == 1 and meter.unit_beats < _QUARTER
    if is_in_small_units and not meter.is_dotted:
        return (meter.length_beats,)
    return meter.pulse_lengths_beats


def _countable(length: Beats) -> Iterator[Beats]:
    """Quarters, at the end a dotted one if that fits, else what is left."""
    while length > _QUARTER and length != _DOTTED_QUARTER:
        yield _QUARTER
        length -= _QUARTER
    yield length
