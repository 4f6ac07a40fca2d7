"""A line of bars, taken apart: its label and its cells."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.syntax.lines import Line, LineKind, Span


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands between two `|`: one bar of one lane."""

    span: Span
    """Where it stands in its line, spaces included, the `|` not."""

    text: str
    """As written, spaces included."""

    @property
    def is_blank(self) -> bool:
        return not self.text or self.text.isspace()


@dataclass(frozen=True, slots=True)
class Row:
    """A lane or a ruler: one line of a system."""

    line: Line
    label: Span
    """Where the label stands, without the spaces around it; empty for a ruler."""

    label_text: str
    cells: tuple[Cell, ...]
    is_closed: bool
    """Whether the last bar ends in `|`. If not, what follows the last `|` is a cell, too."""

    @property
    def is_ruler(self) -> bool:
        return self.line.kind is LineKind.RULER


def parse_row(line: Line) -> Row:
    """Take a line of the kind LANE or RULER apart."""
    before, *texts = line.content.split("|")
    label_text = before.strip()
    label_start = len(before) - len(before.lstrip())
    cells = []
    start = len(before) + 1
    for text in texts:
        cells.append(Cell(Span(start, start + len(text)), text))
        start += len(text) + 1
    is_closed = len(cells) > 1 and cells[-1].is_blank
    if cells and cells[-1].is_blank:
        cells.pop()
    label = Span(label_start, label_start + len(label_text))
    return Row(line, label, label_text, tuple(cells), is_closed)
