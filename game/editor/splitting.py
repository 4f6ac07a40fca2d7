"""Systems cut in two at a bar line."""

from __future__ import annotations

from game.charts.document import Document
from game.charts.syntax.rows import Row
from game.charts.syntax.systems import System
from game.editor.edit import EditRefusedError, raw_lines, with_text


def place_of(document: Document, bar: int) -> tuple[System, int]:
    """The system that shows a bar, and which of its bars that is.

    Raises:
        EditRefusedError: there is no such bar.
    """
    first = 0
    for system in document.systems:
        if first <= bar < first + system.bar_count:
            return system, bar - first
        first += system.bar_count
    raise EditRefusedError(f"there is no bar {bar + 1}", "add bars at the end first")


def first_line_of(document: Document, bar: int) -> int:
    """The number of the line before which a section line for the bar's system belongs.

    Comments right above the system belong to it.
    """
    system, _ = place_of(document, bar)
    number = system.first_line
    while number > 1 and document.lines[number - 2].kind == "comment":
        number -= 1
    return number


def split_before(document: Document, bar: int) -> Document:
    """A document in which a system begins with this bar. Nothing else changes."""
    system, index = place_of(document, bar)
    if index == 0:
        return document
    rows = {row.line.number: row for row in system.rows}
    if any(len(row.cells) != system.bar_count or not row.is_closed for row in system.lanes):
        raise EditRefusedError(
            f"the lines from line {system.first_line} on do not all have the same bars",
            "mend them in a text editor first",
        )
    newline = document.newline
    head: list[str] = []
    tail: list[str] = []
    for line in document.lines[system.first_line - 1 : system.last_line]:
        row = rows.get(line.number)
        end = line.newline or newline
        if row is None or len(row.cells) <= index:
            head.append(line.text + end)
            continue
        before, after = _halves(row, index)
        says_first, says_second = _says(row, 0, index), _says(row, index, len(row.cells))
        is_last_of_head = not head and not _any_left(system, row)
        if says_first or not says_second or is_last_of_head:
            head.append(before + end)
        if says_second or not says_first or (not tail and not _any_left(system, row)):
            tail.append(after + end)
    lines = list(raw_lines(document))
    if system.last_line == len(document.lines) and not document.lines[-1].newline:
        tail[-1] = tail[-1].rstrip("\r\n")
    lines[system.first_line - 1 : system.last_line] = [*head, newline, *tail]
    return with_text(document, "".join(lines))


def _any_left(system: System, row: Row) -> bool:
    """Whether lanes follow on this one."""
    return row.line.number < system.lanes[-1].line.number


def _halves(row: Row, index: int) -> tuple[str, str]:
    """A line's first bars with its comment, and its other bars under the same label."""
    text = row.line.text
    label = text[: row.cells[0].span.start - 1]
    cut, end = row.cells[index].span.start, row.cells[-1].span.end + 1
    return text[:cut] + text[end:], label + "|" + text[cut:end]


def _says(row: Row, first: int, end: int) -> bool:
    """Whether a part of a line says anything; a comment belongs to the first part."""
    has_comment = first == 0 and row.line.comment is not None
    return has_comment or row.is_ruler or any(not cell.is_blank for cell in row.cells[first:end])
