"""What each level plays in each bar."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from game.charts.levels import notes_at_level
from game.charts.model import Chart, Meta, Note, Part
from game.charts.pieces import Piece, Stroke
from game.timing.meter import COMMON_TIME
from game.timing.tempo_map import Bar, TempoMap, TempoStep


def note(beat: int, piece: Piece, *, shared: bool = False, roll_beats: int = 0) -> Note:
    stroke = Stroke.ROLL if roll_beats else Stroke.HIT
    return Note(
        Fraction(beat), piece, stroke, accent=shared, shared=shared, length=Fraction(roll_beats)
    )


def chart(full: tuple[Note, ...], overrides: Mapping[tuple[int, int], tuple[Note, ...]]) -> Chart:
    """Three bars of 4/4 in which P1 plays `full`."""
    return Chart(
        meta=Meta("Levels"),
        tempo_map=TempoMap.build([TempoStep(Fraction(0), Fraction(120))]),
        bars=tuple(Bar(Fraction(4 * index), COMMON_TIME) for index in range(3)),
        sections=(),
        leads=(),
        cues=(),
        parts=(Part(1, full, overrides), Part(2, ())),
    )


SNARES = tuple(note(beat, Piece.SNARE) for beat in range(12))
"""A snare on every beat of three bars; the levels below write a drum that names the level."""


@pytest.mark.parametrize(
    ("level", "drums"),
    [
        # written: level 1 in bar 1, level 3 in bars 1 and 2, nothing in bar 3
        (5, "snare snare snare"),
        (4, "snare snare snare"),
        (3, "tom3 tom3 snare"),
        (2, "tom3 tom3 snare"),
        (1, "tom1 tom3 snare"),
    ],
)
def test_a_bar_comes_from_the_nearest_harder_level_that_is_written(level: int, drums: str) -> None:
    overrides = {
        (1, 0): (note(0, Piece.TOM1),),
        (3, 0): (note(0, Piece.TOM3),),
        (3, 1): (note(4, Piece.TOM3),),
    }
    played = notes_at_level(chart(SNARES, overrides), 1, level)
    first_drums = [
        next(str(note.piece) for note in played if note.beat >= bar_beat) for bar_beat in (0, 4, 8)
    ]
    assert " ".join(first_drums) == drums


def test_a_written_bar_replaces_all_of_the_full_bar() -> None:
    played = notes_at_level(chart(SNARES, {(2, 1): (note(5, Piece.KICK),)}), 1, 2)
    assert [int(note.beat) for note in played] == [0, 1, 2, 3, 5, 8, 9, 10, 11]


def test_a_written_rest_is_a_rest() -> None:
    played = notes_at_level(chart(SNARES, {(2, 1): ()}), 1, 2)
    assert [int(note.beat) for note in played] == [0, 1, 2, 3, 8, 9, 10, 11]


def test_the_other_player_keeps_the_own_part() -> None:
    assert notes_at_level(chart(SNARES, {(1, 0): ()}), 2, 1) == ()


CRASH_TOGETHER = note(4, Piece.CRASH, shared=True)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ((), (CRASH_TOGETHER,)),
        ((note(6, Piece.KICK),), (CRASH_TOGETHER, note(6, Piece.KICK))),
        # another drum at the same moment stays beside it
        ((note(4, Piece.KICK),), (CRASH_TOGETHER, note(4, Piece.KICK))),
        # the same drum at the same moment gives way to it
        ((note(4, Piece.CRASH),), (CRASH_TOGETHER,)),
        # an & of the author's own, on another drum, is enough
        ((note(4, Piece.SNARE, shared=True),), (note(4, Piece.SNARE, shared=True),)),
    ],
    ids=["rest", "later note", "other drum", "same drum", "own &"],
)
def test_every_level_keeps_the_moments_together(
    written: tuple[Note, ...], expected: tuple[Note, ...]
) -> None:
    full = (CRASH_TOGETHER, note(5, Piece.SNARE))
    assert notes_at_level(chart(full, {(1, 1): written}), 1, 1) == expected


def test_a_roll_stops_where_its_line_does() -> None:
    # The full part rolls from beat 2 for 8 beats; bar 2 (beats 4 to 8) is written for level 1.
    full = (note(2, Piece.SNARE, roll_beats=8),)
    (cut,) = notes_at_level(chart(full, {(1, 1): ()}), 1, 1)
    assert (cut.beat, cut.length) == (2, 2)
    assert notes_at_level(chart(full, {(1, 1): ()}), 1, 5) == full


def test_a_roll_goes_on_through_bars_of_its_own_level() -> None:
    roll = note(0, Piece.SNARE, roll_beats=12)
    (played,) = notes_at_level(chart((), {(1, 0): (roll,), (1, 1): ()}), 1, 1)
    # bars 1 and 2 are level 1's, bar 3 is the full part's
    assert played.length == 8
