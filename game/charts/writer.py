"""Writes a chart that has no text yet as a `.duet` text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from game.charts.document import Document
from game.charts.fmt import format_document
from game.charts.model import Chart
from game.charts.reader.symbols import REPEAT, TAIL
from game.charts.writing.header import header_lines
from game.charts.writing.holds import BarTexts, hold_rows
from game.charts.writing.lanes import note_rows
from game.charts.writing.refusal import check_nothing_is_lost
from game.charts.writing.words import section_line

_BARS_IN_A_SYSTEM = 4
_SHORTEST_REPEATED = 3
"""Symbols: a bar with fewer of them is as quick to read as a `%`."""


def write(chart: Chart) -> str:
    """The chart's text, in canonical layout; reading it gives the same chart.

    Two things are rounded or mended: a tempo to nine decimals, and words that the reader would
    take for a comment, a pin or the end of a bar.

    Raises:
        ChartError: the format has no way to say what the chart holds, such as notes on no common
            grid, or a roll that runs into another section.
    """
    lines = [*header_lines(chart), *_body_lines(chart)]
    document = format_document(Document.parse("".join(f"{line}\n" for line in lines)))
    check_nothing_is_lost(chart, document.chart())
    return document.text()


def _body_lines(chart: Chart) -> Iterator[str]:
    notes = note_rows(chart)
    headings: dict[int, list[str]] = {}
    for section in chart.sections:
        headings.setdefault(section.bar, []).append(section_line(section.name, section.pin_s))
    starts = _system_starts(chart, notes, headings)
    rows = hold_rows(chart)
    rows |= {label: _with_repeats(chart, texts, headings) for label, texts in notes.items()}
    for start, end in pairwise([*starts, len(chart.bars)]):
        yield ""
        yield from headings.get(start, ())
        yield from _system_lines(rows, range(start, end))
    if len(chart.bars) in headings:
        yield ""
        yield from headings[len(chart.bars)]


def _system_starts(
    chart: Chart, notes: Mapping[str, BarTexts], headings: Mapping[int, object]
) -> list[int]:
    """The first bar of each system: of every section, and four bars after the last one.

    A roll goes on in its own line alone, so no system ends under one.
    """
    starts: list[int] = []
    for bar in range(len(chart.bars)):
        is_full = not starts or bar - starts[-1] >= _BARS_IN_A_SYSTEM
        is_under_roll = any(texts.get(bar, "").startswith(TAIL) for texts in notes.values())
        if bar in headings or (is_full and not is_under_roll):
            starts.append(bar)
    return starts


def _system_lines(rows: Mapping[str, BarTexts], bars: range) -> Iterator[str]:
    told = {label: texts for label, texts in rows.items() if any(bar in texts for bar in bars)}
    for label, texts in (told or {"P1 kick": {}}).items():
        yield f"{label} |{'|'.join(texts.get(bar, ' ') for bar in bars)}|"


def _with_repeats(chart: Chart, texts: BarTexts, headings: Mapping[int, object]) -> BarTexts:
    """A lane's bars with `%` for each that is the same as the one before it."""
    return {
        bar: REPEAT if _is_repeat(chart, texts, bar) and bar not in headings else text
        for bar, text in texts.items()
    }


def _is_repeat(chart: Chart, texts: BarTexts, bar: int) -> bool:
    text = texts[bar]
    if len(text) < _SHORTEST_REPEATED or text.startswith(TAIL) or texts.get(bar - 1) != text:
        return False
    before, here = chart.bars[bar - 1 : bar + 1]
    return before.meter.length_beats == here.meter.length_beats
