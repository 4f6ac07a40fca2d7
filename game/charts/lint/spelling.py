"""Slips of the pen: bars that are probably not what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.charts.issues import Issue
from game.charts.lint.moments import warning
from game.charts.reader.pattern import MAX_SYMBOLS
from game.charts.reader.placed import WrittenCell
from game.charts.reader.reading import Score
from game.charts.reader.symbols import REPEAT, STRIKES
from game.charts.syntax.systems import System
from game.timing.meter import Meter


def odd_symbol_counts(score: Score) -> Iterator[Issue]:
    """Bars and parts whose symbols fit neither the beats nor the pulses."""
    for written in score.written:
        place = written.placed.line, written.placed.column
        parts = len(written.pattern.part_sizes)
        for size in sorted(set(written.pattern.part_sizes)):
            counts = _counts(written.meter, parts)
            if 0 < size <= MAX_SYMBOLS and counts and not _fits(size, counts):
                yield warning(place, f"{_found(written, size)}: {_nearest(size, counts)}?")


def _counts(meter: Meter, parts: int) -> list[int]:
    """How many beats and how many pulses one of a bar's parts has, where these are whole."""
    counts = (meter.count, len(meter.pulse_lengths_beats))
    return [count // parts for count in counts if count % parts == 0]


def _fits(size: int, counts: list[int]) -> bool:
    return any(size % count == 0 or count % size == 0 for count in counts)


def _nearest(size: int, counts: list[int]) -> int:
    """The nearest number of symbols that fits; of two, the one that halves the beats, or more."""

    def ease(number: int) -> tuple[int, bool, int]:
        division = number // counts[0]
        is_halving = division > 0 and division & (division - 1) == 0
        return -abs(number - size), is_halving, number

    return max((number for number in range(1, 2 * size) if _fits(number, counts)), key=ease)


def _found(written: WrittenCell, size: int) -> str:
    parts = len(written.pattern.part_sizes)
    where = f"{written.meter}" if parts == 1 else f"one of {parts} parts of {written.meter}"
    return f"{size} symbols in {where}"


def leading_spaces(score: Score) -> Iterator[Issue]:
    """Bars that start with a space, as if a space were a rest."""
    for written in score.written:
        text = written.placed.text
        if text[0].isspace() and not text.lstrip().startswith(REPEAT):
            place = written.placed.line, written.placed.column_at(0)
            yield warning(place, "the bar starts with a space", "write - for a rest")


def notes_in_rulers(systems: Iterable[System]) -> Iterator[Issue]:
    """Lines without a label that hold notes rather than counts."""
    for system in systems:
        for row in system.rows:
            content = row.line.content
            if row.is_ruler and not any(char.isdigit() for char in content):
                symbol = next((i for i, char in enumerate(content) if char in _NOTES), None)
                if symbol is not None:
                    message = "a line without a label is a ruler and is not played"
                    hint = "write a label for notes, digits in a ruler"
                    yield warning((row.line.number, symbol + 1), message, hint)


_NOTES = frozenset(STRIKES) - {"&"}
