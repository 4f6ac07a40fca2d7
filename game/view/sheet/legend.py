"""Which sign of the text each stroke is, at the foot of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from game.charts.model import Note
from game.charts.pieces import Piece, Stroke
from game.view.sheet import paper
from game.view.sheet.excerpt import Excerpt
from game.view.sheet.glyphs import draw_note
from game.view.sheet.layout import Page
from game.view.sheet.pen import Pen
from game.view.strings import Strings

_STEP = 26.0
_AFTER_NOTE = 16.0
_AFTER_SIGN = 6.0


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    """Of its word in the strings table."""

    signs: str
    """How the text writes it."""

    example: Note
    is_used: Callable[[Note], bool]


def _snare(stroke: Stroke = Stroke.HIT, *, accent: bool = False, shared: bool = False) -> Note:
    length = Fraction(stroke is Stroke.ROLL)
    return Note(Fraction(0), Piece.SNARE, stroke, accent=accent, shared=shared, length=length)


_ENTRIES = (
    _Entry("hit", "x", _snare(), lambda note: note.stroke is Stroke.HIT),
    _Entry("accent", "X", _snare(accent=True), lambda note: note.accent),
    _Entry("kick", "o", Note(Fraction(0), Piece.KICK), lambda note: note.piece is Piece.KICK),
    _Entry("open", "o", Note(Fraction(0), Piece.HAT, open=True), lambda note: note.open),
    _Entry("ghost", "g", _snare(Stroke.GHOST), lambda note: note.stroke is Stroke.GHOST),
    _Entry("flam", "f", _snare(Stroke.FLAM), lambda note: note.stroke is Stroke.FLAM),
    _Entry("drag", "d", _snare(Stroke.DRAG), lambda note: note.stroke is Stroke.DRAG),
    _Entry("roll", "r===", _snare(Stroke.ROLL), lambda note: note.stroke is Stroke.ROLL),
    _Entry("together", "&", _snare(shared=True), lambda note: note.shared),
)


def draw_foot(pen: Pen, excerpt: Excerpt, page: Page, pages: int, strings: Strings) -> None:
    """The legend of the strokes that occur, and the page's number."""
    y = page.height - 52
    x = paper.MARGIN + 8.0
    pen.box(paper.MARGIN, y - 22, paper.RIGHT - paper.MARGIN, 1.5, paper.INK_DIM)
    for entry in _used(excerpt):
        x = _draw_entry(pen, entry, x, y, strings) + _STEP
    number = strings("sheet.page", number=page.number, pages=pages)
    pen.text(number, paper.RIGHT, y, paper.SIZE_LABEL, anchor="right")


def _used(excerpt: Excerpt) -> Iterator[_Entry]:
    notes = [note for voice in excerpt.voices for note in voice.notes]
    return (entry for entry in _ENTRIES if any(map(entry.is_used, notes)))


def _draw_entry(pen: Pen, entry: _Entry, x: float, y: float, strings: Strings) -> float:
    """Returns its right edge."""
    draw_note(pen, entry.example, x, y, paper.NOTE)
    x += _AFTER_NOTE
    x += pen.text(entry.signs, x, y, paper.SIZE_LABEL, weight="black") + _AFTER_SIGN
    return x + pen.text(strings(f"sheet.{entry.key}"), x, y, paper.SIZE_LABEL, paper.INK_DIM)
