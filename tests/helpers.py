"""Charts from a few lines of text, so that a test shows its rhythm."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from textwrap import dedent

from game.charts.document import Document
from game.charts.issues import Issue
from game.charts.model import Chart, Note

HEADER = "#duet 1\ntitle: Test\nbpm: 120\n"
"""What a text without a header gets: a quarter lasts half a second."""

BODY_LINE = 4
"""The number of the first line of a text that got `HEADER`."""


def document(text: str, path: Path = Path("test.duet")) -> Document:
    """A document from an indented text; one without a first line gets a header."""
    plain = dedent(text).lstrip("\n")
    return Document.parse(plain if plain.startswith("#duet") else HEADER + plain, path)


def chart(text: str) -> Chart:
    """A chart from an indented text, such as `chart("P1 kick |o---|")`.

    Raises:
        ChartError: the text has an error.
    """
    return document(text).chart()


def faults(text: str, severity: str | None = None) -> list[Issue]:
    """The errors and warnings of a text, or those of one severity."""
    return [each for each in document(text).issues() if severity in (None, each.severity)]


def beats(chart: Chart, player: int, piece: str) -> str:
    """When a player strikes a drum, in quarter notes: `0 3/4 2`."""
    notes = chart.parts[player - 1].notes
    return " ".join(str(note.beat) for note in notes if note.piece == piece)


def notes_at(chart: Chart, player: int, beat: str) -> list[Note]:
    """What a player strikes at a beat, by the names of the drums."""
    return [note for note in chart.parts[player - 1].notes if note.beat == Fraction(beat)]
