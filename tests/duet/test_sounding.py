"""Which drum a press sounds."""

from __future__ import annotations

import pytest
from helpers import chart

from game.charts.compile import compile_timeline
from game.charts.pieces import Piece
from game.duet.sounding import Sounding, Voice

# Half a second a quarter: 0, 0.5, 1.0 and 1.5 s.
SONG = """
P1 crash |X---|
P1 hat   |-o--|
P1 snare |---g|
P1 tom3  |--x-|
P2 kick  |o-o-|
"""


@pytest.mark.parametrize(
    ("lane", "at_ms", "voice"),
    [
        ("cymbal", 0, Voice(Piece.CRASH, accent=True)),
        ("cymbal", -150, Voice(Piece.CRASH, accent=True)),  # [-150, 150] ms around the note
        ("cymbal", -151, Voice(Piece.HAT)),
        ("cymbal", 150, Voice(Piece.CRASH, accent=True)),
        ("cymbal", 151, Voice(Piece.HAT)),  # no note is near: the lane's first drum
        ("cymbal", 480, Voice(Piece.HAT, open=True)),
        ("tom", 1_020, Voice(Piece.TOM3)),
        ("tom", 300, Voice(Piece.TOM1)),
        ("snare", 1_500, Voice(Piece.SNARE, ghost=True)),
        ("kick", 0, Voice(Piece.KICK)),
    ],
)
def test_a_press_sounds_the_drum_of_the_nearest_note(lane: str, at_ms: int, voice: Voice) -> None:
    sounding = Sounding(compile_timeline(chart(SONG), 1))
    assert sounding.voice(lane, at_ms * 1_000) == voice


def test_between_two_notes_the_nearer_one_counts() -> None:
    # Sixteenths: 125 ms apart, floor tom then high tom.
    sounding = Sounding(
        compile_timeline(chart("P1 tom3 |x---------------|\nP1 tom1 |-x--------------|"), 1)
    )
    assert sounding.voice("tom", 62_000).piece is Piece.TOM3
    assert sounding.voice("tom", 63_000).piece is Piece.TOM1
