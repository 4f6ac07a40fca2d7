"""Edits of the bars themselves: more of them, or fewer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.charts.document import Document
from game.charts.model import FULL_LEVEL
from game.charts.pieces import Piece
from game.charts.reader.labels import HoldLabel, LaneKey
from game.charts.syntax.lines import LineKind
from game.charts.syntax.rows import Row
from game.editor.draft import Draft
from game.editor.edit import EditRefusedError, raw_lines, with_text
from game.editor.repeats import resolved_lanes, symbols_of, write_out_across
from game.editor.splitting import place_of

BARS_IN_A_SYSTEM = 4
_NEW_WIDTH = 16


@dataclass(frozen=True, slots=True)
class AppendBars:
    """Empty bars at the end of the song."""

    count: int

    def apply(self, document: Document) -> Document:
        left = self.count
        systems = document.systems
        if systems:
            last = systems[-1]
            room = min(left, max(0, BARS_IN_A_SYSTEM - last.bar_count))
            if room:
                bar = sum(system.bar_count for system in systems)
                document = InsertBars(bar, room).apply(document)
                left -= room
        while left > 0:
            document = _with_new_system(document, min(left, BARS_IN_A_SYSTEM))
            left -= BARS_IN_A_SYSTEM
        return document


@dataclass(frozen=True, slots=True)
class InsertBars:
    """Empty bars before a bar; before one that is behind the last, they belong to the last line."""

    bar: int
    count: int

    def apply(self, document: Document) -> Document:
        document = write_out_across(document, lambda source, own: source < self.bar <= own)
        total = sum(system.bar_count for system in document.systems)
        is_end = self.bar == total
        at, index = place_of(document, self.bar - 1 if is_end else self.bar)

        def changed(row: Row) -> list[str]:
            cells = [cell.text for cell in row.cells]
            place = len(cells) if is_end else index
            width = len(cells[min(place, len(cells) - 1)]) if cells else _NEW_WIDTH
            cells[place:place] = [" " * max(1, width)] * self.count
            return cells

        return _with_cells(document, at.first_line, at.last_line, changed)


@dataclass(frozen=True, slots=True)
class RemoveBars:
    """Bars with all that stands in them."""

    first: int
    last: int

    def apply(self, document: Document) -> Document:
        total = sum(system.bar_count for system in document.systems)
        if self.last - self.first + 1 >= total:
            raise EditRefusedError("a chart has at least one bar")
        was_solo = _is_solo(document)
        document = write_out_across(document, lambda source, own: source <= self.last < own)
        document = self._with_holds(document)
        for bar in range(self.last, self.first - 1, -1):
            document = _without_bar(document, bar)
        return document if was_solo else _with_both_players(document)

    def _with_holds(self, document: Document) -> Document:
        """Meter, tempo and lead that began in these bars begin behind them."""
        draft, following = Draft(document), self.last + 1
        for lane, resolved in resolved_lanes(document):
            if not isinstance(lane, HoldLabel) or following in resolved:
                continue
            words = [
                word
                for bar in range(self.first, following)
                if bar in resolved
                for word in symbols_of(resolved[bar]).split()
            ]
            if words and following < len(draft.bars):
                draft.set_cell(lane, following, words[-1])
        return draft.document()


def _is_solo(document: Document) -> bool:
    score = document.reading.score
    return score is None or score.chart.is_solo


def _with_both_players(document: Document) -> Document:
    """With a line of player 2 somewhere: without any, the chart would be a solo."""
    if not _is_solo(document):
        return document
    draft = Draft(document)
    draft.set_cell(LaneKey(2, FULL_LEVEL, Piece.KICK), 0, "")
    return draft.document()


def _without_bar(document: Document, bar: int) -> Document:
    system, index = place_of(document, bar)
    if system.bar_count == 1:
        return _without_lines(document, system.first_line, system.last_line)

    def changed(row: Row) -> list[str]:
        cells = [cell.text for cell in row.cells]
        del cells[index : index + 1]
        if index < len(cells):
            cells[index] = _without_tail(cells[index])
        return cells

    return _with_cells(document, system.first_line, system.last_line, changed)


def _without_tail(cell: str) -> str:
    """A bar into which no roll comes any more."""
    rest = cell.lstrip(" ='")
    head = cell[: len(cell) - len(rest)]
    return head.replace("=", "-") + rest


def _without_lines(document: Document, first: int, last: int) -> Document:
    """Without a system's lines; of a blank line above and below, one goes, too."""
    kinds = [line.kind for line in document.lines]
    above = first < 2 or kinds[first - 2] is LineKind.BLANK
    below = last >= len(kinds) or kinds[last] is LineKind.BLANK
    if above and below and last < len(kinds):
        last += 1
    return document.replace_lines(first, last, [])


def _with_cells(
    document: Document, first: int, last: int, changed: Callable[[Row], list[str]]
) -> Document:
    """The rows of a system with other cells; labels and comments stay."""
    rows = {row.line.number: row for system in document.systems for row in system.rows}
    lines = list(raw_lines(document))
    for number in range(first, last + 1):
        row = rows.get(number)
        if row is None or not row.cells:
            continue
        text = row.line.text
        label = text[: row.cells[0].span.start - 1]
        after = text[row.cells[-1].span.end + 1 :]
        cells = changed(row)
        lines[number - 1] = "|".join((label, *cells, after)) + row.line.newline
    return with_text(document, "".join(lines))


def _with_new_system(document: Document, count: int) -> Document:
    """A system behind the last line, with the lines that the last one has for notes."""
    labels = ["P1 kick", "P2 kick"]
    if document.systems:
        names = [row.label_text for row in document.systems[-1].lanes]
        labels = [name for name in names if name.startswith("P") and "/" not in name] or labels
    width = max(len(label) for label in labels) + 1
    cells = "|".join([" " * _NEW_WIDTH] * count)
    texts = ["", *(f"{label.ljust(width)}|{cells}|" for label in labels)]
    end = len(document.lines)
    while end > 0 and document.lines[end - 1].kind is LineKind.BLANK:
        end -= 1
    return document.replace_lines(end + 1, end, texts)
