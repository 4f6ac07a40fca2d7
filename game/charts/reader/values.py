"""Lanes with several values in a bar, spread evenly over it: `bpm` and `lead`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.charts.reader.faults import Faults, counted
from game.charts.reader.pattern import MAX_SYMBOLS
from game.charts.reader.repeats import resolve
from game.charts.reader.sheet import Sheet
from game.timing.tempo_map import Bar
from game.timing.units import Beats

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class PlacedValue:
    """One value: its text, when it starts to hold, and where it is written."""

    text: str
    bar: int
    beat: Beats
    line: int
    column: int


def read_values(
    sheet: Sheet, lane: str, bars: tuple[Bar, ...], faults: Faults
) -> Iterator[PlacedValue]:
    """Every value of a lane in the order of the song."""
    cells = resolve(sheet.holds.get(lane, {}), sheet, bars, faults)
    for index, resolved in cells.items():
        cell, bar = resolved.source, bars[index]
        if cell is None:
            continue
        words = list(_WORD.finditer(cell.text))
        if len(words) > MAX_SYMBOLS:
            found = f"found {counted(len(words), 'value')} in one bar"
            faults.add(cell.line, cell.column, f"{found}, expected at most {MAX_SYMBOLS}")
            continue
        step_beats = bar.meter.length_beats / len(words)
        for place, word in enumerate(words):
            column = cell.column_at(word.start())
            yield PlacedValue(word[0], index, bar.beat + place * step_beats, cell.line, column)
