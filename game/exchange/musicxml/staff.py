"""Where drummers look for each drum on the staff, and with which head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.charts.model import Note
from game.charts.pieces import Piece


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a staff of five lines, under the percussion clef."""

    step: str
    octave: int
    """As if it were a treble clef: E4 is the lowest line."""

    head: str
    name: str
    """The drum's, for the list of instruments."""


PLACES: Mapping[Piece, Place] = {
    Piece.KICK: Place("F", 4, "normal", "Bass drum"),
    Piece.SNARE: Place("C", 5, "normal", "Snare drum"),
    Piece.RIM: Place("C", 5, "x", "Cross-stick"),
    Piece.HAT: Place("G", 5, "x", "Closed hi-hat"),
    Piece.PEDAL: Place("D", 4, "x", "Pedal hi-hat"),
    Piece.TOM1: Place("E", 5, "normal", "High tom"),
    Piece.TOM2: Place("D", 5, "normal", "Middle tom"),
    Piece.TOM3: Place("A", 4, "normal", "Floor tom"),
    Piece.CRASH: Place("A", 5, "x", "Crash cymbal"),
    Piece.CRASH2: Place("B", 5, "x", "Second crash cymbal"),
    Piece.RIDE: Place("F", 5, "x", "Ride cymbal"),
    Piece.BELL: Place("F", 5, "diamond", "Ride bell"),
    Piece.CHINA: Place("C", 6, "x", "China cymbal"),
    Piece.SPLASH: Place("B", 5, "diamond", "Splash cymbal"),
}

_OPEN_HAT = Place("G", 5, "circle-x", "Open hi-hat")


def place_of(note: Note) -> Place:
    """Where a note stands; an open hat has a head of its own."""
    return _OPEN_HAT if note.open and note.piece is Piece.HAT else PLACES[note.piece]
