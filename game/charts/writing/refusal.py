"""What a chart may hold and a `.duet` file cannot."""

from __future__ import annotations

from collections.abc import Iterator

from game.charts.document import DEFAULT_PATH
from game.charts.model import FULL_LEVEL, Chart, Note, Part
from game.errors import ChartError


def refusal(bar_index: int, reason: str) -> ChartError:
    """The error for a chart that cannot be written."""
    return ChartError(DEFAULT_PATH, 0, 0, f"bar {bar_index + 1} cannot be written: {reason}")


def check_nothing_is_lost(chart: Chart, written: Chart) -> None:
    """Compare the bars and notes of a chart with what its text says.

    Raises:
        ChartError: names the first note that the text does not say as it is.
    """
    if written.bars != chart.bars:
        raise ChartError(DEFAULT_PATH, 0, 0, "the bars of the chart do not follow each other")
    if written.parts == chart.parts:
        return
    told = {line for part in written.parts for line in _lines(part)}
    lost = (line for part in chart.parts for line in _lines(part) if line not in told)
    place = next(lost, "the order or number of its notes")
    raise ChartError(DEFAULT_PATH, 0, 0, f"the chart cannot be written as it is: {place}")


def _lines(part: Part) -> Iterator[str]:
    """Every note of a part in words, and every bar of an easier level."""
    yield from (_line(part.player, FULL_LEVEL, note) for note in part.notes)
    for (level, bar), notes in part.overrides.items():
        yield f"P{part.player}/{level} in bar {bar + 1}"
        yield from (_line(part.player, level, note) for note in notes)


def _line(player: int, level: int, note: Note) -> str:
    marks = {"accented": note.accent, "open": note.open, "shared": note.shared}
    words = [word for word, is_so in marks.items() if is_so]
    lasting = f" lasting {note.length} beats" if note.length else ""
    kind = " ".join([*words, note.stroke])
    return f"P{player}/{level} {note.piece} at beat {note.beat}: {kind}{lasting}"
