"""The canonical layout of a system: labels and bars in columns, beats under each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum, auto

from game.charts.formatting.grid import BarGrid, Parts
from game.charts.reader.labels import HoldLabel, LabelError, NoteLabel, parse_label
from game.charts.reader.pattern import MAX_SYMBOLS
from game.charts.reader.symbols import CUT, RESTS, STRIKES, TAIL
from game.charts.syntax.lines import Line
from game.charts.syntax.rows import Row
from game.charts.syntax.systems import System
from game.timing.meter import Meter

_REPEAT = re.compile(r"^%\s+([0-9]+)$")
_SYMBOLS = {*RESTS, *STRIKES, TAIL, CUT}


class _Told(Enum):
    """What the bars of a row hold."""

    NOTES = auto()
    VALUES = auto()
    RULER = auto()
    WORDS = auto()


def formatted_rows(system: System, meters: Sequence[Meter]) -> dict[int, str]:
    """The system's rows by line number. A row without its closing `|` is left out.

    Args:
        meters: of each bar of the longest row.
    """
    rows = [row for row in system.rows if row.is_closed]
    label_width = max((display_width(_label(row)) for row in rows), default=0)
    texts = {row.line.number: [_pad(_label(row), label_width + 1)] for row in rows}
    for index, meter in enumerate(meters):
        for number, text in _column(rows, index, meter).items():
            texts[number].append(text)
    return {
        row.line.number: with_comment("|".join([*texts[row.line.number], ""]), row.line)
        for row in rows
    }


def with_comment(content: str, line: Line) -> str:
    """A line's content with its comment, two spaces apart."""
    if line.comment is None:
        return content
    return f"{content}  {line.text[line.comment.start :].rstrip()}"


def display_width(text: str) -> int:
    """The columns that a text takes in an editor: two for a Korean or Japanese character."""
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _pad(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _label(row: Row) -> str:
    return " ".join(row.label_text.split())


def _column(rows: Sequence[Row], index: int, meter: Meter) -> dict[int, str]:
    """One bar of the rows that have it, by line number, all equally wide."""
    cells = {row.line.number: row.cells[index].text for row in rows if index < len(row.cells)}
    told = {row.line.number: _told(row) for row in rows}
    parts = {number: _parts(text, told[number], meter) for number, text in cells.items()}
    grid = BarGrid(meter, filter(None, parts.values()))
    texts = {
        number: _cell(text, told[number], parts[number], grid) for number, text in cells.items()
    }
    width = max((grid.width, *map(display_width, texts.values())))
    return {number: _pad(text, width) for number, text in texts.items()}


def _told(row: Row) -> _Told:
    if row.is_ruler:
        return _Told.RULER
    try:
        label = parse_label(row.label_text)
    except LabelError:
        return _Told.WORDS
    if isinstance(label, NoteLabel):
        return _Told.NOTES
    is_spread = isinstance(label, HoldLabel) and label.name != "meter"
    return _Told.VALUES if is_spread else _Told.WORDS


def _cell(text: str, told: _Told, parts: Parts | None, grid: BarGrid) -> str:
    if parts:
        return grid.symbols(parts)
    if told is _Told.VALUES:
        return grid.values(text.split())
    return _REPEAT.sub(r"%\1", text.strip()) if told is _Told.NOTES else text.strip()


def _parts(text: str, told: _Told, meter: Meter) -> Parts | None:
    """The symbols of a cell that can be laid out in time; None for all others."""
    symbols = "".join(text.split())
    is_laid_out = {
        _Told.NOTES: set(symbols) <= _SYMBOLS,
        _Told.RULER: _counts_the_bar(symbols, meter),
    }
    parts = tuple(symbols.split(CUT))
    if not is_laid_out.get(told) or not all(parts) or len(symbols) > MAX_SYMBOLS:
        return None
    return parts if any(count % len(parts) == 0 for count in _beat_counts(meter)) else None


def _counts_the_bar(symbols: str, meter: Meter) -> bool:
    """Whether a ruler's bar counts the beats, rather than saying the number of the bar.

    `1e&a2e&a` and `1234` count; `12` over a bar of 4/4 is a number.
    """
    counted = symbols.replace(CUT, "")
    if len(counted) < min(_beat_counts(meter)) or "/" in counted:
        return False
    is_even = any(len(counted) % count == 0 for count in _beat_counts(meter))
    return is_even and (not counted.isdigit() or "123456789".startswith(counted))


def _beat_counts(meter: Meter) -> tuple[int, int]:
    """How many beats a bar has, and how many pulses."""
    return meter.count, len(meter.pulse_lengths_beats)
