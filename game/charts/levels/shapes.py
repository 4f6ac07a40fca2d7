"""A bar wherever it stands: equal bars of a song have one shape, and are thinned once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.charts.model import Note
from game.charts.pieces import Piece, Stroke
from game.timing.meter import Meter
from game.timing.tempo_map import Bar

At = tuple[int, int]
"""Beats from the bar line, above and below the line of a fraction; the same for both players."""


class ShapedNote(NamedTuple):
    """A note without its place in the song."""

    at: At
    piece: Piece
    stroke: Stroke
    accent: bool
    open: bool
    shared: bool


class Shape(NamedTuple):
    """All that decides what an easier level leaves of a bar."""

    notes: tuple[ShapedNote, ...]
    """Sorted by beat."""

    level: int
    """The level for which it was written; 5 is the full part."""

    meter: Meter
    length_s: float
    starts_section: bool


def shape_of(
    notes: Sequence[Note], level: int, bar: Bar, length_s: float, starts_section: bool
) -> Shape:
    """The shape of what is written in a bar."""
    bar_n, bar_d = bar.beat.as_integer_ratio()
    shaped = []
    for note in notes:
        n, d = note.beat.as_integer_ratio()
        at = n * bar_d - bar_n * d, d * bar_d
        shaped.append(ShapedNote(at, note.piece, note.stroke, note.accent, note.open, note.shared))
    return Shape(tuple(shaped), level, bar.meter, length_s, starts_section)
