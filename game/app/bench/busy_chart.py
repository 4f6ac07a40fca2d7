"""A chart that gives the engine and the picture plenty to do: 1,500 notes for each player."""

from __future__ import annotations

from fractions import Fraction

from game.charts.model import PLAYERS, Chart, Meta, Note, Part
from game.charts.pieces import Piece
from game.timing.meter import COMMON_TIME
from game.timing.tempo_map import Bar, TempoMap, TempoStep

BARS = 125
BPM = 130
NOTES = 1_500


def busy_chart() -> Chart:
    """Nearly four minutes at 130 BPM: eight hats and four drums in each bar of each player."""
    bars = tuple(Bar(Fraction(4 * bar), COMMON_TIME) for bar in range(BARS))
    notes = sorted(
        (
            Note(bar.beat + Fraction(step, 2), piece)
            for bar in bars
            for step in range(8)
            for piece in (Piece.HAT, Piece.SNARE if step % 4 == 2 else Piece.KICK)
            if piece is Piece.HAT or step % 2 == 0
        ),
        key=lambda note: (note.beat, note.piece),
    )
    return Chart(
        meta=Meta("Bench"),
        tempo_map=TempoMap.build([TempoStep(Fraction(0), Fraction(BPM))]),
        bars=bars,
        sections=(),
        leads=(),
        cues=(),
        parts=tuple(Part(player, tuple(notes)) for player in PLAYERS),
    )
