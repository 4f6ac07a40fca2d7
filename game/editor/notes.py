"""Edits of notes: place, remove, drag, and how they are struck."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from game.charts.document import Document
from game.charts.pieces import Piece, Stroke
from game.editor.lane_notes import LaneNote, LaneText, Spot, bar_at
from game.editor.relane import Changes, with_changes
from game.editor.sharing import without_lonely_shares
from game.editor.symbols import ROLLS, with_accent, with_open, with_stroke
from game.timing.units import Beats


@dataclass(frozen=True, slots=True)
class PutNotes:
    """Notes at their spots, each in the place of what stood there; None takes a note away."""

    notes: tuple[tuple[Spot, LaneNote | None], ...]

    def apply(self, document: Document) -> Document:
        return _changed(document, dict(self.notes))


@dataclass(frozen=True, slots=True)
class PlaceNote:
    """One note, in the place of what stood there."""

    spot: Spot
    symbol: str
    length: Beats = Fraction(0)
    """Of a roll."""

    def apply(self, document: Document) -> Document:
        note = LaneNote(self.spot.beat, self.symbol, self.length)
        return _changed(document, {self.spot: note})


@dataclass(frozen=True, slots=True)
class RemoveNotes:
    spots: tuple[Spot, ...]

    def apply(self, document: Document) -> Document:
        return _changed(document, dict.fromkeys(self.spots))


@dataclass(frozen=True, slots=True)
class DragNotes:
    """Notes to other beats, and each to another lane if it says so."""

    moves: tuple[tuple[Spot, Spot], ...]
    """From and to."""

    def apply(self, document: Document) -> Document:
        there = notes_at(document, (spot for spot, _ in self.moves))
        changes: dict[Spot, LaneNote | None] = dict.fromkeys(there)
        for spot, target in self.moves:
            if spot in there:
                changes[target] = replace(there[spot], beat=target.beat)
        return _changed(document, changes)


@dataclass(frozen=True, slots=True)
class SetStroke:
    """Hit, ghost, flam, drag or roll."""

    spots: tuple[Spot, ...]
    stroke: Stroke
    length: Beats = Fraction(1, 2)
    """Of a roll that was none before."""

    def apply(self, document: Document) -> Document:
        def change(note: LaneNote, piece: Piece) -> LaneNote:
            length = (note.length or self.length) if self.stroke is Stroke.ROLL else Fraction(0)
            return LaneNote(note.beat, with_stroke(note.symbol, piece, self.stroke), length)

        return _each(document, self.spots, change)


@dataclass(frozen=True, slots=True)
class SetLength:
    """How long rolls last; other strokes stay as they are."""

    spots: tuple[Spot, ...]
    length: Beats

    def apply(self, document: Document) -> Document:
        def change(note: LaneNote, piece: Piece) -> LaneNote:
            return replace(note, length=self.length) if note.symbol in ROLLS else note

        return _each(document, self.spots, change)


@dataclass(frozen=True, slots=True)
class SetAccent:
    spots: tuple[Spot, ...]
    accent: bool

    def apply(self, document: Document) -> Document:
        return _each(
            document,
            self.spots,
            lambda note, piece: replace(note, symbol=with_accent(note.symbol, piece, self.accent)),
        )


@dataclass(frozen=True, slots=True)
class SetOpen:
    """Open or closed; only hats can be open."""

    spots: tuple[Spot, ...]
    open: bool

    def apply(self, document: Document) -> Document:
        return _each(
            document,
            self.spots,
            lambda note, piece: replace(note, symbol=with_open(note.symbol, piece, self.open)),
        )


def notes_at(document: Document, spots: Iterable[Spot]) -> dict[Spot, LaneNote]:
    """What stands at these spots; one without a note is left out."""
    wanted: dict[object, list[Spot]] = {}
    for spot in spots:
        wanted.setdefault(spot.lane, []).append(spot)
    found: dict[Spot, LaneNote] = {}
    for own in wanted.values():
        text = LaneText(document, own[0].lane)
        for spot in own:
            index = bar_at(text.bars, spot.beat)
            last = index
            while last + 1 < len(text.bars) and text.has_tail(last + 1):
                last += 1
            for note in text.notes(index, last):
                if note.beat == spot.beat:
                    found[spot] = note
    return found


def _each(
    document: Document, spots: Iterable[Spot], change: Callable[[LaneNote, Piece], LaneNote]
) -> Document:
    there = notes_at(document, spots)
    return _changed(document, {spot: change(note, spot.lane.piece) for spot, note in there.items()})


def _changed(document: Document, changes: Changes) -> Document:
    """The document with the changes; an `&` that has lost its partner is an accent."""
    if not changes:
        return document
    return without_lonely_shares(document, with_changes(document, changes))
