"""All systems laid out on one row of bars: which lane says what in which bar."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from game.charts.reader.faults import Faults, counted
from game.charts.reader.headings import Heading, parse_heading
from game.charts.reader.labels import (
    Label,
    LabelError,
    LaneKey,
    NoteLabel,
    TextLabel,
    parse_label,
)
from game.charts.syntax.lines import Line, LineKind
from game.charts.syntax.rows import Cell, Row
from game.charts.syntax.systems import System

MAX_BARS = 5_000
_STRAY = (LineKind.UNKNOWN, LineKind.HEADER, LineKind.MAGIC)


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell that is not blank, and its line."""

    line: int
    cell: Cell

    @property
    def text(self) -> str:
        return self.cell.text

    @property
    def column(self) -> int:
        """Where the cell's first word stands."""
        return self.column_at(len(self.text) - len(self.text.lstrip()))

    def column_at(self, index: int) -> int:
        """The column of a character of the cell's text."""
        return self.cell.span.start + index + 1


Cells = dict[int, PlacedCell]
"""Bar index -> what a lane says there. A blank bar has no entry."""


@dataclass(slots=True)
class Sheet:
    """The body of a chart."""

    bar_count: int = 0
    headings: list[Heading] = field(default_factory=list)
    section_starts: list[int] = field(default_factory=list)
    """For each bar the first bar of its section."""

    notes: dict[LaneKey, Cells] = field(default_factory=dict)
    holds: dict[str, Cells] = field(default_factory=dict)
    texts: dict[tuple[tuple[int, ...], str], Cells] = field(default_factory=dict)
    """(players, language) -> cues."""

    names_player_2: bool = False
    """Whether any line is player 2's; if none is, the chart is a solo chart."""

    broken_bars: set[int] = field(default_factory=set)
    """Bars of systems with faulty lines, so that what seems to be missing there need not be."""


def lay_out(lines: Iterable[Line], systems: Iterable[System], faults: Faults) -> Sheet:
    """Put the systems one after the other, sections between them."""
    sheet = Sheet()
    section_start = 0
    by_first_line = {system.first_line: system for system in systems}
    block = _Block()
    for line in lines:
        if line.kind in (LineKind.BLANK, LineKind.SECTION):
            block = _Block()
        elif line.kind in _STRAY:
            block.has_stray_lines = True
        if line.kind is LineKind.SECTION:
            heading = parse_heading(line, sheet.bar_count, faults)
            section_start = sheet.bar_count
            if heading:
                sheet.headings.append(heading)
        elif line.number in by_first_line:
            system = by_first_line[line.number]
            if sheet.bar_count + system.bar_count > MAX_BARS:
                found = f"found bar {MAX_BARS + 1:,}"
                faults.add(line.number, 1, f"{found}, expected at most {MAX_BARS:,} bars")
                break
            block.bars = _add_system(sheet, system, faults)
            sheet.section_starts += [section_start] * len(block.bars)
        if block.has_stray_lines:
            sheet.broken_bars.update(block.bars)
    return sheet


@dataclass(slots=True)
class _Block:
    """Lines without a blank line or a section line between them."""

    bars: range = range(0)
    has_stray_lines: bool = False
    """Whether it has lines that are neither bars nor comments: they may have been meant as such."""


def _add_system(sheet: Sheet, system: System, faults: Faults) -> range:
    """Add a system's lanes; returns its bars."""
    bar_count = system.bar_count
    new_bars = range(sheet.bar_count, sheet.bar_count + bar_count)
    sheet.bar_count += bar_count
    before = len(faults)
    owners: dict[Hashable, int] = {}
    for row in system.lanes:
        _check_bars(row, bar_count, faults)
        label = _label(row, faults)
        if row.label_text.startswith(("P2", "P*")):
            sheet.names_player_2 = True
        if label and _is_first(label, row, owners, faults):
            _add_row(sheet, row, label, new_bars)
    if len(faults) > before:
        sheet.broken_bars.update(new_bars)
    return new_bars


def _check_bars(row: Row, expected: int, faults: Faults) -> None:
    line, found = row.line, len(row.cells)
    if not row.is_closed:
        hint = "// after a space starts a comment" if line.comment else ""
        message = "the line ends without |, expected one to close its last bar"
        faults.add(line.number, len(line.content) + 1, message, hint)
    elif found != expected:
        column = row.cells[expected].span.column if found > expected else len(line.content)
        message = f"found {counted(found, 'bar')}, expected {expected} as in the lines beside it"
        faults.add(line.number, column, message)


def _label(row: Row, faults: Faults) -> Label | None:
    try:
        return parse_label(row.label_text)
    except LabelError as error:
        column = row.label.column + error.index
        faults.add(row.line.number, column, error.message, error.hint)
        return None


def _is_first(label: Label, row: Row, owners: dict[Hashable, int], faults: Faults) -> bool:
    """Whether no line of the system before this one has the same lane."""
    keys: tuple[Hashable, ...] = label.lanes() if isinstance(label, NoteLabel) else (label,)
    if isinstance(label, TextLabel):
        keys = ((label.players, label.language),)
    first = next((owners[key] for key in keys if key in owners), None)
    if first is None:
        owners.update(dict.fromkeys(keys, row.line.number))
        return True
    message = f'a second line for "{_lane_name(row, label)}" in this system'
    hint = f"the first is line {first}"
    faults.add(row.line.number, row.label.column, message, hint)
    return False


def _lane_name(row: Row, label: Label) -> str:
    if not isinstance(label, NoteLabel):
        return row.label_text
    return f"{row.label_text.split()[0]} {label.piece}"


def _add_row(sheet: Sheet, row: Row, label: Label, bars: range) -> None:
    cells = {
        bar: PlacedCell(row.line.number, cell)
        for bar, cell in zip(bars, row.cells, strict=False)
        if not cell.is_blank
    }
    if isinstance(label, NoteLabel):
        for key in label.lanes():
            sheet.notes.setdefault(key, {}).update(cells)
    elif isinstance(label, TextLabel):
        sheet.texts.setdefault((label.players, label.language), {}).update(cells)
    else:
        sheet.holds.setdefault(label.name, {}).update(cells)
