"""General MIDI's numbers of the drums."""

from __future__ import annotations

from collections.abc import Mapping

from game.charts.pieces import Piece
from game.input.midi.mapping import DEFAULT_NOTES, OPEN_HAT_NOTES

DRUM_CHANNEL = 9
"""The tenth, counted from 0."""

_OPEN_HAT = 46

_NOTES: Mapping[Piece, int] = {
    Piece.KICK: 36,
    Piece.SNARE: 38,
    Piece.RIM: 37,
    Piece.HAT: 42,
    Piece.PEDAL: 44,
    Piece.TOM1: 48,
    Piece.TOM2: 45,
    Piece.TOM3: 43,
    Piece.CRASH: 49,
    Piece.CRASH2: 57,
    Piece.RIDE: 51,
    Piece.BELL: 53,
    Piece.CHINA: 52,
    Piece.SPLASH: 55,
}

_PIECES: Mapping[int, Piece] = {
    **DEFAULT_NOTES,
    **{note: piece for piece, note in _NOTES.items()},
}
"""What kits send, and where General MIDI knows better, what it says."""


def drum_note(piece: Piece, *, is_open: bool = False) -> int:
    """General MIDI's number of a drum."""
    return _OPEN_HAT if is_open and piece is Piece.HAT else _NOTES[piece]


def drum_of(note: int) -> tuple[Piece, bool] | None:
    """The drum of a number and whether it is an open hat; None for a sound that no kit has."""
    piece = _PIECES.get(note)
    return None if piece is None else (piece, note in OPEN_HAT_NOTES)
