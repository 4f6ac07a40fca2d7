"""One system of a document while its bars are being rewritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from game.charts.formatting.rows import display_width, formatted_rows
from game.charts.model import FULL_LEVEL, PLAYERS
from game.charts.reader.labels import (
    HoldLabel,
    Label,
    LabelError,
    LaneKey,
    NoteLabel,
    TextLabel,
    parse_label,
)
from game.charts.syntax.lines import Line, split_lines
from game.charts.syntax.rows import Row, parse_row
from game.charts.syntax.systems import System
from game.charts.writing.lanes import PIECES_IN_ORDER
from game.editor.edit import EditRefusedError
from game.timing.meter import Meter

Lane = LaneKey | HoldLabel | TextLabel
"""A row of a system, whatever its label's spelling."""

_HOLDS = ("meter", "bpm", "lead")


@dataclass(slots=True)
class DraftRow:
    """A line of bars, in pieces: `before | cell | cell | after`."""

    before: str
    """The label with the spaces around it."""

    cells: list[str]
    after: str
    """What follows the last `|`: spaces, a comment."""

    label: Label | None
    is_closed: bool = True
    original: str | None = None
    """The line as it was; None for a new one."""

    newline: str | None = None
    """None for a new line, which gets what the others have."""

    @classmethod
    def of(cls, row: Row) -> DraftRow:
        text = row.line.text
        cells = [cell.text for cell in row.cells]
        before = text[: row.cells[0].span.start - 1] if row.cells else text
        after = text[row.cells[-1].span.end + 1 :] if row.cells else ""
        return cls(
            before, cells, after, _label(row.label_text), row.is_closed, text, row.line.newline
        )

    def text(self) -> str:
        if not self.is_closed and self.original is not None:
            return self.original
        return "|".join((self.before, *self.cells, self.after))

    def writes(self, lane: Lane) -> bool:
        """Whether it is this lane's line; `P*` is that of both players."""
        if isinstance(lane, LaneKey):
            return isinstance(self.label, NoteLabel) and lane in self.label.lanes()
        if isinstance(lane, TextLabel) and isinstance(self.label, TextLabel):
            same = (lane.players, lane.language)
            return (self.label.players, self.label.language) == same
        return self.label == lane


@dataclass(slots=True)
class SystemDraft:
    """Rows of bars; `lines` holds what stands between them, too."""

    lines: list[DraftRow | Line]
    meters: Sequence[Meter]
    changed: set[int] = field(default_factory=set)
    """Indices of the bars that say something new."""

    @property
    def rows(self) -> list[DraftRow]:
        return [line for line in self.lines if isinstance(line, DraftRow)]

    def cell(self, lane: Lane, index: int) -> str:
        """A bar of a lane as written; "" if the lane has no line here, or a shorter one."""
        row = self._row(lane)
        return row.cells[index] if row is not None and index < len(row.cells) else ""

    def set_cell(self, lane: Lane, index: int, text: str) -> None:
        """Write a bar of a lane. A line for it is added, or split off that of both players."""
        row = self._row(lane) or self._add_row(lane)
        if isinstance(lane, LaneKey) and isinstance(row.label, NoteLabel):
            row = self._own_row(row, row.label, lane)
        if not row.is_closed or index >= len(row.cells):
            raise EditRefusedError(
                f'the line "{row.text().strip()[:40]}" does not have all bars of its system',
                "mend it in a text editor first",
            )
        row.cells[index] = text
        self.changed.add(index)

    def grid(self, index: int) -> str:
        """Rests on the finest grid that a lane has in this bar; "" where none is written."""
        cells = ["".join(row.cells[index].split()) for row in self.rows if _has_notes(row, index)]
        return "-" * max((len(cell) for cell in cells), default=0)

    def texts(self) -> list[tuple[str, str | None]]:
        """The lines and their newlines, with the bars that changed laid out like before."""
        old = _cells_as_written(self)
        if self.changed:
            self._lay_out(old)
        return [
            (line.text() if isinstance(line, DraftRow) else line.text, line.newline)
            for line in self.lines
        ]

    def _row(self, lane: Lane) -> DraftRow | None:
        return next((row for row in self.rows if row.writes(lane)), None)

    def _own_row(self, row: DraftRow, label: NoteLabel, lane: LaneKey) -> DraftRow:
        """A line of `P*` becomes one for each player, so that they may differ."""
        if len(label.players) == 1:
            return row
        at = self.lines.index(row)
        parts = [
            replace(
                row,
                before=row.before.replace("P*", f"P{player}", 1),
                cells=list(row.cells),
                label=replace(label, players=(player,)),
                after=row.after if player == PLAYERS[0] else "",
                original=None,
            )
            for player in label.players
        ]
        self.lines[at : at + 1] = parts
        return next(part for part in parts if part.writes(lane))

    def _add_row(self, lane: Lane) -> DraftRow:
        """An empty line where a reader looks for it."""
        model = max(self.rows, key=lambda row: (row.is_closed, len(row.cells)))
        width = display_width(model.before)
        label = _label_text(lane)
        new = DraftRow(
            label.ljust(width) if len(label) < width else f"{label} ",
            [" " * display_width(cell) for cell in model.cells],
            "",
            _label(label),
        )
        if len(new.before) > width:
            self._widen_labels(width, len(new.before))
        rank = _rank(new.label)
        earlier = [row for row in self.rows if row.label and _rank(row.label) <= rank]
        rulers = [row for row in self.rows if row.label is None]
        place = 0
        if earlier:
            place = self.lines.index(earlier[-1]) + 1
        elif rulers and self.lines[0] is rulers[0]:
            place = 1
        self.lines.insert(place, new)
        return new

    def _widen_labels(self, width: int, wanted: int) -> None:
        if all(display_width(row.before) == width for row in self.rows):
            for row in self.rows:
                row.before += " " * (wanted - width)

    def _lay_out(self, old: list[dict[int, str]]) -> None:
        """Put beats under each other where the author had them so; else keep bar lines in line."""
        canonical = _formatted(self)
        for index in self.changed:
            was_formatted = _was_formatted(self, index, old)
            if was_formatted and all(index in cells for cells in canonical):
                for row, cells in zip(_closed(self), canonical, strict=True):
                    row.cells[index] = cells[index]
            else:
                rows = [row for row in _closed(self) if index < len(row.cells)]
                widths = [display_width(cells[index]) for cells in old if index in cells]
                width = max([*widths, *(display_width(row.cells[index]) for row in rows)])
                is_even = len(set(widths)) == 1
                for row in rows:
                    if is_even:
                        row.cells[index] += " " * (width - display_width(row.cells[index]))


def _closed(system: SystemDraft) -> list[DraftRow]:
    return [row for row in system.rows if row.is_closed]


def _has_notes(row: DraftRow, index: int) -> bool:
    """Whether a bar of a line has symbols, neither cut nor a `%`."""
    is_told = isinstance(row.label, NoteLabel) and index < len(row.cells)
    return is_told and not set("%'") & set(row.cells[index])


def _cells_as_written(system: SystemDraft) -> list[dict[int, str]]:
    """The cells of the lines that were there before, by index."""
    found = []
    for row in system.rows:
        if row.original is not None and row.is_closed:
            (line,) = split_lines(row.original)
            found.append(dict(enumerate(cell.text for cell in parse_row(line).cells)))
    return found


def _was_formatted(system: SystemDraft, index: int, old: list[dict[int, str]]) -> bool:
    """Whether this bar stood in the canonical layout before."""
    lines = [row.original for row in system.rows if row.original is not None and row.is_closed]
    if not lines:
        return True
    rows = [parse_row(line) for line in split_lines("\n".join(lines))]
    formatted = _formatted_cells(rows, system.meters)
    return all(index in cells for cells in old) and all(
        index in cells and cells[index] == before[index]
        for cells, before in zip(formatted, old, strict=True)
    )


def _formatted(system: SystemDraft) -> list[dict[int, str]]:
    """The cells of all closed lines in canonical layout."""
    text = "\n".join(row.text() for row in _closed(system))
    return _formatted_cells([parse_row(line) for line in split_lines(text)], system.meters)


def _formatted_cells(rows: list[Row], meters: Sequence[Meter]) -> list[dict[int, str]]:
    longest = max(len(row.cells) for row in rows)
    padded = (*meters, *([meters[-1]] * longest))[:longest]
    texts = formatted_rows(System(tuple(rows)), padded)
    found = []
    for row in rows:
        (line,) = split_lines(texts.get(row.line.number, row.line.text))
        found.append(dict(enumerate(cell.text for cell in parse_row(line).cells)))
    return found


def _label(text: str) -> Label | None:
    try:
        return parse_label(text) if text else None
    except LabelError:
        return None


def _label_text(lane: Lane) -> str:
    if isinstance(lane, HoldLabel):
        return lane.name
    if isinstance(lane, TextLabel):
        name = f"text.{lane.language}" if lane.language else "text"
        return name if lane.players == PLAYERS else f"P{lane.players[0]} {name}"
    level = "" if lane.level == FULL_LEVEL else f"/{lane.level}"
    return f"P{lane.player}{level} {lane.piece}"


def _rank(label: Label | None) -> tuple[int, int, int, int]:
    """Where a line belongs: what holds, words, full parts by player and drum, then levels."""
    if isinstance(label, HoldLabel):
        return 0, _HOLDS.index(label.name), 0, 0
    if isinstance(label, TextLabel):
        return 1, 0, 0, 0
    if label is None:
        return 0, -1, 0, 0
    return 2, -label.level, label.players[0], PIECES_IN_ORDER.index(label.piece)
