"""What one lane plays where a kit has several drums."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.charts.beat_clock import BeatClock
from game.charts.folding import MERGE_US, fold
from game.charts.layouts import LAYOUTS
from game.charts.model import Note
from game.charts.pieces import Piece, Stroke
from game.charts.timeline import TimedNote
from game.timing.tempo_map import TempoMap, TempoStep

US = Fraction(1, 1_000_000)
"""A microsecond in beats at 60 bpm, where a beat is a second."""


def folded(*notes: Note, layout: str = "four") -> tuple[TimedNote, ...]:
    clock = BeatClock(TempoMap.build([TempoStep(Fraction(0), Fraction(60))]))
    return fold(sorted(notes, key=lambda note: note.beat), LAYOUTS[layout], clock)


def strike(at_us: int, piece: Piece = Piece.TOM1, stroke: Stroke = Stroke.HIT) -> Note:
    return Note(at_us * US, piece, stroke)


def roll(at_us: int, length_us: int, piece: Piece = Piece.TOM1) -> Note:
    return Note(at_us * US, piece, Stroke.ROLL, length=length_us * US)


@pytest.mark.parametrize(
    ("at_us", "expected_us"),
    [
        ((0, 9_999), (0,)),
        ((0, 10_000), (0,)),  # within 10 ms, the edge included
        ((0, 10_001), (0, 10_001)),
        # a chain is measured from its first note: 0-8 merge, 16 is 16 ms away from 0
        ((0, 8_000, 16_000), (0, 16_000)),
        ((0, 8_000, 16_000, 24_000), (0, 16_000)),
        ((0, 5_000, 10_000, 15_000), (0, 15_000)),
    ],
)
def test_notes_of_one_lane_within_10_ms_merge_into_the_earlier(
    at_us: tuple[int, ...], expected_us: tuple[int, ...]
) -> None:
    merged = folded(*(strike(us, (Piece.TOM1, Piece.TOM2)[us % 2]) for us in at_us))
    assert tuple(note.at_us for note in merged) == expected_us


def test_notes_of_different_lanes_stay_apart_and_stand_in_lane_order() -> None:
    merged = folded(strike(0, Piece.TOM1), strike(0, Piece.SNARE), strike(0, Piece.KICK))
    assert [note.lane for note in merged] == ["kick", "snare", "tom"]


@pytest.mark.parametrize(
    ("strokes", "expected"),
    [
        ("ghost hit", "hit"),
        ("hit drag", "drag"),
        ("flam drag", "flam"),
        ("ghost ghost", "ghost"),
        ("drag hit ghost", "drag"),
    ],
)
def test_the_strongest_stroke_stays(strokes: str, expected: str) -> None:
    notes = [strike(index, Piece.TOM1, Stroke(name)) for index, name in enumerate(strokes.split())]
    (note,) = folded(*notes)
    assert note.stroke == expected


def test_a_roll_wins_and_keeps_its_end() -> None:
    (note,) = folded(
        strike(0, Piece.TOM2, Stroke.FLAM), roll(4_000, 500_000), roll(5_000, 300_000, Piece.TOM3)
    )
    # the longest roll ends at 4,000 + 500,000
    assert (note.at_us, note.stroke, note.end_us) == (0, Stroke.ROLL, 504_000)


def test_accent_and_together_stay_if_any_has_them() -> None:
    (note,) = folded(
        Note(0 * US, Piece.TOM1),
        Note(1 * US, Piece.TOM2, accent=True),
        Note(2 * US, Piece.TOM3, shared=True),
    )
    assert (note.accent, note.shared) == (True, True)


@pytest.mark.parametrize(
    ("layout", "pieces", "sounds"),
    [
        ("four", "hat crash", "crash"),
        ("four", "hat bell", "bell"),
        ("four", "pedal hat", "hat"),
        ("four", "hat ride", "ride"),
        ("four", "rim snare", "snare"),
        ("four", "tom3 tom1", "tom1"),
        ("two", "hat snare", "snare"),
        ("two", "pedal kick", "kick"),
        ("kit", "bell ride", "bell"),
    ],
)
def test_the_clearest_drum_sounds(layout: str, pieces: str, sounds: str) -> None:
    first, second = (Piece(name) for name in pieces.split())
    for notes in ((strike(0, first), strike(1, second)), (strike(0, second), strike(1, first))):
        (note,) = folded(*notes, layout=layout)
        assert note.piece == sounds


def test_an_open_hat_stays_open_only_where_the_hat_sounds() -> None:
    opened = Note(0 * US, Piece.HAT, open=True)
    assert [note.open for note in folded(opened, strike(1, Piece.PEDAL))] == [True]
    assert [note.open for note in folded(opened, strike(1, Piece.CRASH))] == [False]


@given(
    st.lists(
        st.builds(
            strike,
            st.integers(0, 60_000),
            st.sampled_from(Piece),
            st.sampled_from([Stroke.HIT, Stroke.GHOST, Stroke.FLAM, Stroke.DRAG]),
        ),
        max_size=30,
    ),
    st.sampled_from(sorted(LAYOUTS)),
)
def test_what_is_left_is_sorted_and_more_than_10_ms_apart(notes: list[Note], layout: str) -> None:
    merged = folded(*notes, layout=layout)
    keys = [(note.at_us, note.lane) for note in merged]
    assert keys == sorted(set(keys))
    for lane in LAYOUTS[layout].lanes:
        times = [note.at_us for note in merged if note.lane == lane]
        assert all(b - a > MERGE_US for a, b in pairwise(times))
    # every written note stands for a note at most 10 ms before it, of its own lane
    for note in notes:
        lane, at_us = LAYOUTS[layout].lane_of(note.piece), int(note.beat / US)
        assert any(m.lane == lane and 0 <= at_us - m.at_us <= MERGE_US for m in merged)
