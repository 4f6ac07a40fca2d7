"""Edits of the words that players see during a bar."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.document import Document
from game.charts.model import Chart
from game.charts.reader.labels import TextLabel
from game.editor.draft import Draft
from game.editor.edit import EditRefusedError

_MARKS = ("|", "//")
"""What ends a bar, and what begins a comment."""


@dataclass(frozen=True, slots=True)
class SetCue:
    """Words for these players during a bar; None takes theirs away. Other languages stay."""

    bar: int
    players: tuple[int, ...]
    """(1,), (2,) or (1, 2)."""

    text: str | None

    def apply(self, document: Document) -> Document:
        words = " ".join((self.text or "").split())
        found = next((mark for mark in _MARKS if mark in words), None)
        if found is not None:
            raise EditRefusedError(f'words for players cannot hold "{found}"', "leave it out")
        if words == cue_at(_chart(document), self.bar, self.players):
            return document
        lane = TextLabel(self.players, "", names_player=len(self.players) == 1)
        draft = Draft(document)
        draft.set_cell(lane, self.bar, words)
        return draft.document()


def cue_at(chart: Chart, bar: int, players: tuple[int, ...]) -> str:
    """The words for just these players in a bar, in the chart's own language; "" without any."""
    beat = chart.bars[bar].beat if bar < len(chart.bars) else None
    wanted = (beat, players, "")
    return next((c.text for c in chart.cues if (c.beat, c.players, c.language) == wanted), "")


def _chart(document: Document) -> Chart:
    score = document.reading.score
    if score is None:
        raise EditRefusedError("the text has no bars that can be read")
    return score.chart
