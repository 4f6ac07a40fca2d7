"""Lanes of notes: from cells to notes at their exact beats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.charts.pieces import Piece
from game.charts.reader.faults import Faults, counted, one_of
from game.charts.reader.labels import LaneKey
from game.charts.reader.pattern import Pattern
from game.charts.reader.placed import (
    LaneNotes,
    PlacedNote,
    WrittenCell,
    notes_in_bar,
    pattern_of,
)
from game.charts.reader.repeats import Resolved, resolve
from game.charts.reader.sheet import Cells, PlacedCell, Sheet
from game.timing.meter import Meter
from game.timing.tempo_map import Bar


@dataclass(frozen=True, slots=True)
class _OpenRoll:
    """A roll that lasts to the end of a bar, so that the next bar may begin with `=`."""

    bar: int
    line: int
    start_bar: int | None
    """The bar in which it began; None if a fault hides it."""


class LaneReader:
    """Reads the lanes of one sheet."""

    def __init__(self, sheet: Sheet, bars: Sequence[Bar], faults: Faults) -> None:
        self._sheet = sheet
        self._bars = bars
        self._faults = faults
        self.written: dict[tuple[int, int], WrittenCell] = {}
        """By line and start of the cell: one entry for both lanes of a `P*`."""

        self.faulty: set[tuple[int, int]] = set()
        """(player, bar) where a fault may hide notes."""

    def read(self, key: LaneKey, cells: Cells) -> LaneNotes:
        """The notes of a lane in every bar in which it has anything written."""
        notes: LaneNotes = {}
        roll: _OpenRoll | None = None
        for index, here in resolve(cells, self._sheet, self._bars, self._faults).items():
            notes[index] = []
            line, before = here.shown.line, roll
            if here.source is None:
                self.faulty.add((key.player, index))
                roll = _OpenRoll(index, line, None)
                continue
            pattern = pattern_of(here.source.text)
            if not here.is_repeat:
                self._take_note_of(here.shown, pattern, index)
            start_bar = None
            if pattern.tail_end:
                start_bar = self._lengthen(before, index, here.shown, pattern, notes)
            if pattern.faults:
                self.faulty.add((key.player, index))
            notes[index] = self._place(here, here.source, key.piece, self._bars[index])
            roll = _open_roll(index, line, pattern, start_bar)
        return notes

    def _place(
        self, here: Resolved, source: PlacedCell, piece: Piece, bar: Bar
    ) -> list[PlacedNote]:
        """A cell's notes in a bar."""
        played = notes_in_bar(source.text, bar.meter.length_beats, bar.beat, piece)
        repeat = (here.shown.line, here.shown.column) if here.is_repeat else None
        placed = []
        for onset, note in played:
            origin = source.line, source.column_at(onset.index)
            placed.append(PlacedNote(note, onset.order, *(repeat or origin), origin))
        return placed

    def _take_note_of(self, cell: PlacedCell, pattern: Pattern, bar: int) -> None:
        """Keep a written cell, with its faults."""
        meter = self._bars[bar].meter
        self.written[cell.line, cell.cell.span.start] = WrittenCell(cell, meter, pattern)
        for fault in pattern.faults:
            self._faults.add(cell.line, cell.column_at(fault.index), fault.message, fault.hint)
        parts = len(pattern.part_sizes)
        if parts > 1 and parts not in allowed_parts(meter):
            message = f"found {counted(parts, 'part')} in a bar of {meter}"
            expected = f"{message}, expected {one_of(allowed_parts(meter))}"
            self._faults.add(cell.line, cell.column, expected)

    def _lengthen(
        self,
        roll: _OpenRoll | None,
        index: int,
        cell: PlacedCell,
        pattern: Pattern,
        notes: LaneNotes,
    ) -> int | None:
        """Let a roll go on to the end of this bar's leading `=`; returns the bar it began in."""
        if roll is None or (roll.bar, roll.line) != (index - 1, cell.line):
            message = 'found "=" without a roll before it'
            hint = "no roll runs into this bar on this line"
            self._faults.add(cell.line, cell.column, message, hint)
            return None
        if roll.start_bar is not None:
            placed = notes[roll.start_bar][-1]
            bar = self._bars[index]
            end_beat = bar.beat + pattern.tail_end * bar.meter.length_beats
            longer = replace(placed.note, length=end_beat - placed.note.beat)
            notes[roll.start_bar][-1] = replace(placed, note=longer)
        return roll.start_bar


def allowed_parts(meter: Meter) -> list[int]:
    """Into how many equal parts a bar may be cut: its beats, its pulses, or a divisor of them."""
    counts = (meter.count, len(meter.pulse_lengths_beats))
    return sorted({part for count in counts for part in range(1, count + 1) if count % part == 0})


def _open_roll(bar: int, line: int, pattern: Pattern, start_bar: int | None) -> _OpenRoll | None:
    if pattern.ends_in_roll:
        return _OpenRoll(bar, line, bar if pattern.onsets else start_bar)
    return _OpenRoll(bar, line, None) if pattern.faults else None
