"""Words on the screen, from the `text` lanes."""

from __future__ import annotations

from game.charts.model import Cue
from game.charts.reader.sheet import Sheet
from game.timing.tempo_map import Bar


def read_cues(sheet: Sheet, bars: tuple[Bar, ...]) -> tuple[Cue, ...]:
    """Every cue, sorted by beat, then by players and language. A `%` is text like any other."""
    cues = [
        Cue(bars[index].beat, players, cell.text.strip(), language)
        for (players, language), cells in sheet.texts.items()
        for index, cell in cells.items()
    ]
    return tuple(sorted(cues, key=lambda cue: (cue.beat, cue.players, cue.language)))
