"""The digest of a chart: its name in the history, whatever its title and its typing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from game.charts.model import Chart, Note


def chart_digest(chart: Chart) -> str:
    """SHA-256, in hex, over the full parts of all players and the tempo map.

    The lines are sorted, so the order in which notes are kept does not matter; levels, layouts,
    titles, sections and the text of the chart do not enter.
    """
    return hashlib.sha256("\n".join(sorted(_lines(chart))).encode()).hexdigest()


def _lines(chart: Chart) -> Iterator[str]:
    yield from chart.tempo_map.canonical_lines()
    for part in chart.parts:
        for note in part.notes:
            yield _note_line(note, part.player)


def _note_line(note: Note, player: int) -> str:
    """`beat player piece stroke accent open shared length`; a yes is 1, a no is 0."""
    return (
        f"{note.beat} {player} {note.piece} {note.stroke} "
        f"{note.accent:d} {note.open:d} {note.shared:d} {note.length}"
    )
