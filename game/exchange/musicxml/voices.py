"""The chords and rests of one voice in one bar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from game.charts.model import Note
from game.charts.pieces import Piece
from game.errors import GameError
from game.exchange.musicxml.spans import Tuplet, spans_of
from game.exchange.musicxml.values import (
    FINEST_BEATS,
    Value,
    rest_values,
    sounding_values,
    value_of,
)
from game.timing.tempo_map import Bar
from game.timing.units import Beats

FEET = frozenset({Piece.KICK, Piece.PEDAL})


@dataclass(frozen=True, slots=True)
class Chord:
    """What is written at one place: drums struck together, rolls that go on, or a rest."""

    start: Beats
    """From the start of the bar."""

    length: Beats
    """How long it lasts, whatever is written."""

    value: Value
    span: int
    """The number of the span that it begins in."""

    struck: tuple[Note, ...] = ()
    held: tuple[Note, ...] = ()
    """Rolls that began before."""

    tied: tuple[Note, ...] = ()
    """Rolls that go on behind it."""

    tuplet: Tuplet | None = None
    opens: bool = False
    closes: bool = False
    """Whether its tuplet begins and ends here."""

    @property
    def is_rest(self) -> bool:
        return not self.struck and not self.held


def chords_of(notes: Iterable[Note], bar: Bar, number: int) -> list[Chord]:
    """Everything in a bar, without a gap; a stroke lasts to the next one or to the next pulse.

    Args:
        notes: of one voice, those that begin in other bars, too.
        number: of the bar, for messages.

    Raises:
        GameError: something falls where no note value reaches.
    """
    writing = _Writing(notes, bar)
    if any(place % FINEST_BEATS for place in writing.places()):
        raise GameError(
            f"bar {number} cannot be written as notes: a stroke lies between 1024th notes",
            "put it on a coarser grid",
        )
    return writing.chords(0, len(writing.spans))


class _Writing:
    """One voice in one bar, being written."""

    def __init__(self, notes: Iterable[Note], bar: Bar) -> None:
        here = [each for each in notes if bar.beat <= each.beat < bar.end_beat or _runs(each, bar)]
        self._notes = [replace(each, beat=each.beat - bar.beat) for each in here]
        self._originals = dict(zip(self._notes, here, strict=True))
        starts = {max(Beats(0), each.beat) for each in self._notes}
        ends = {_end(each) for each in self._notes if each.length}
        self._moments = {each for each in starts | ends if each < bar.meter.length_beats}
        self.spans = spans_of(bar.meter, self._moments)

    def places(self) -> Iterator[Beats]:
        """Where each moment and each span's end is written, from the start of its span."""
        for span in self.spans:
            inside = (each for each in self._moments if span.start <= each < span.end)
            yield from ((each - span.start) * span.scale for each in (*inside, span.end))

    def chords(self, first: int, end: int) -> list[Chord]:
        """What some spans hold; a rest or a roll through both halves of them is written as one."""
        if end - first == 1:
            return list(self._in_span(first))
        if (end - first) % 2:
            return [each for span in range(first, end) for each in self._in_span(span)]
        half = (first + end) // 2
        left, right = self.chords(first, half), self.chords(half, end)
        joined = _joined(left, right)
        return [joined] if joined else [*left, *right]

    def _in_span(self, index: int) -> Iterator[Chord]:
        span = self.spans[index]
        inside = sorted(each for each in self._moments if span.start < each < span.end)
        found = [
            chord
            for start, end in pairwise([span.start, *inside, span.end])
            for chord in self._stretch(start, end, index)
        ]
        if span.tuplet:
            found = [replace(each, tuplet=span.tuplet) for each in found]
            found[0] = replace(found[0], opens=True)
            found[-1] = replace(found[-1], closes=True)
        yield from found

    def _stretch(self, start: Beats, end: Beats, index: int) -> Iterator[Chord]:
        """From one moment to the next."""
        scale = self.spans[index].scale
        struck = [each for each in self._notes if each.beat == start]
        rolls = [each for each in self._notes if each.beat <= start < _end(each)]
        values = list(self._values(start, end, index, bool(struck), bool(rolls)))
        for place, value in enumerate(values):
            length = value.length / scale
            ringing = [each for each in rolls if place or each.beat < start]
            yield Chord(
                start,
                length,
                value,
                index,
                struck=self._as_they_were(struck if not place else ()),
                held=self._as_they_were(ringing),
                tied=self._as_they_were(each for each in rolls if _end(each) > start + length),
            )
            start += length

    def _values(
        self, start: Beats, end: Beats, index: int, is_struck: bool, is_rolling: bool
    ) -> Iterator[Value]:
        span = self.spans[index]
        written, length = (start - span.start) * span.scale, (end - start) * span.scale
        if is_rolling:
            yield from sounding_values(length)
            return
        if is_struck:
            first = next(sounding_values(length))
            yield first
            written, length = written + first.length, length - first.length
        yield from rest_values(written, length) if length else ()

    def _as_they_were(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        return tuple(self._originals[each] for each in notes)


def _joined(left: Sequence[Chord], right: Sequence[Chord]) -> Chord | None:
    """Two halves as one chord, if the second only goes on with what the first one is."""
    if len(left) > 1 or len(right) > 1:
        return None
    before, after = left[0], right[0]
    value = value_of(before.length + after.length)
    has_tuplet = before.tuplet or after.tuplet
    if has_tuplet or value is None or before.length != after.length:
        return None
    goes_on = not after.struck and before.tied == after.held
    if not goes_on or (before.is_rest != after.is_rest):
        return None
    return replace(before, length=before.length * 2, value=value, tied=after.tied)


def _runs(note: Note, bar: Bar) -> bool:
    return note.beat < bar.beat < _end(note)


def _end(note: Note) -> Beats:
    return note.beat + note.length
