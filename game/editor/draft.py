"""A document while single bars of it are being rewritten; everything else stays to the byte."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from game.charts.document import Document
from game.charts.syntax.lines import Line
from game.charts.syntax.rows import Row
from game.charts.syntax.systems import System
from game.editor.edit import EditRefusedError, raw_lines, with_text
from game.editor.system_draft import DraftRow, Lane, SystemDraft
from game.timing.meter import COMMON_TIME, Meter
from game.timing.tempo_map import Bar


class Draft:
    """Collects new texts for bars; `document()` reads the result once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._systems = document.systems
        self._starts = list(accumulate((each.bar_count for each in self._systems), initial=0))
        self._drafts: dict[int, SystemDraft] = {}

    @property
    def bars(self) -> tuple[Bar, ...]:
        score = self._document.reading.score
        return score.chart.bars if score else ()

    def place(self, bar: int) -> tuple[int, int]:
        """The system that shows a bar, and which of its bars that is.

        Raises:
            EditRefusedError: there is no such bar.
        """
        if not 0 <= bar < self._starts[-1]:
            raise EditRefusedError(f"there is no bar {bar + 1}", "add bars at the end first")
        number = bisect_right(self._starts, bar) - 1
        return number, bar - self._starts[number]

    def last_bar_beside(self, bar: int) -> int:
        """The last bar of the same system: a roll goes on in its own line alone."""
        number, _ = self.place(bar)
        return self._starts[number + 1] - 1

    def system(self, number: int) -> SystemDraft:
        """A system, to be changed."""
        if number not in self._drafts:
            first, end = self._starts[number], self._starts[number + 1]
            meters = [bar.meter for bar in self.bars[first:end]] or [COMMON_TIME]
            self._drafts[number] = _draft_of(self._document, self._systems[number], meters)
        return self._drafts[number]

    def cell(self, lane: Lane, bar: int) -> str:
        """What a lane has in a bar, as written now."""
        number, index = self.place(bar)
        return self.system(number).cell(lane, index)

    def set_cell(self, lane: Lane, bar: int, text: str) -> None:
        """Write a bar of a lane."""
        number, index = self.place(bar)
        self.system(number).set_cell(lane, index, text)

    def grid(self, bar: int) -> str:
        """Rests on the grid of the lanes beside; see `SystemDraft.grid`."""
        number, index = self.place(bar)
        return self.system(number).grid(index)

    def document(self) -> Document:
        """The document with the new texts."""
        lines = list(raw_lines(self._document))
        newline = self._document.newline
        for number in sorted(self._drafts, reverse=True):
            system = self._systems[number]
            first, last = system.first_line - 1, system.last_line
            texts = self._drafts[number].texts()
            end = self._document.lines[last - 1].newline
            lines[first:last] = [text + (own or newline) for text, own in texts[:-1]]
            lines.insert(first + len(texts) - 1, texts[-1][0] + end)
        return with_text(self._document, "".join(lines))


def _draft_of(document: Document, system: System, meters: list[Meter]) -> SystemDraft:
    rows: dict[int, Row] = {row.line.number: row for row in system.rows}
    lines: list[DraftRow | Line] = []
    for line in document.lines[system.first_line - 1 : system.last_line]:
        row = rows.get(line.number)
        lines.append(line if row is None else DraftRow.of(row))
    return SystemDraft(lines, meters)
