"""From symbols to notes: divisions, parts, rolls, repeats, strokes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from helpers import beats, chart

from game.charts.model import Note
from game.charts.pieces import SHORT_NAMES, Piece, Stroke


@pytest.mark.parametrize(
    ("meter", "bar", "expected"),
    [
        ("4/4", "xxxx", "0 1 2 3"),
        ("4/4", "x", "0"),
        ("4/4", "-x", "2"),
        ("4/4", "xxxxxxxxxxxx", "0 1/3 2/3 1 4/3 5/3 2 7/3 8/3 3 10/3 11/3"),
        ("4/4", "---------------x", "15/4"),
        ("4/4", "x - x -  x--x", "0 1 2 7/2"),  # spaces mean nothing: eight symbols
        ("4/4", ".x.x", "1 3"),
        ("3/4", "x-x-x-", "0 1 2"),
        ("12/8", "x--x--x--x--", "0 3/2 3 9/2"),
        ("5/8", "xxxxx", "0 1/2 1 3/2 2"),
        ("1/4", "x-xx", "0 1/2 3/4"),
    ],
)
def test_a_bar_divides_evenly_by_its_symbols(meter: str, bar: str, expected: str) -> None:
    assert beats(chart(f"meter |{meter}|\nP1 snare |{bar}|"), 1, "snare") == expected


@pytest.mark.parametrize(
    ("meter", "bar", "expected"),
    [
        ("4/4", "x-x-'x-x-'xxxxxx'X---", "0 1/2 1 3/2 2 13/6 7/3 5/2 8/3 17/6 3"),
        ("4/4", "xxx'x-", "0 2/3 4/3 2"),  # halves
        ("12/8", "x-x'xx'xxx'x", "0 1 3/2 9/4 3 7/2 4 9/2"),  # pulses
        ("6/8", "x'x'x'x'x'xx", "0 1/2 1 3/2 2 5/2 11/4"),  # eighths
        ("3+2+3+2/8", "x'-'xx'x'-", "0 2 5/2 3"),  # five equal parts of a quarter
    ],
)
def test_parts_are_equal_and_divide_on_their_own(meter: str, bar: str, expected: str) -> None:
    assert beats(chart(f"meter |{meter}|\nP1 snare |{bar}|"), 1, "snare") == expected


def test_a_blank_bar_and_a_lane_without_a_line_rest() -> None:
    read = chart(
        """
        P1 kick  |o---|    |o---|
        P1 snare |    |-x--|    |

        P1 kick  |o---|
        """
    )
    assert beats(read, 1, "kick") == "0 8 12"
    assert beats(read, 1, "snare") == "5"


STROKES = {
    "x": Note(Fraction(0), Piece.SNARE),
    "o": Note(Fraction(0), Piece.SNARE),
    "X": Note(Fraction(0), Piece.SNARE, accent=True),
    "O": Note(Fraction(0), Piece.SNARE, accent=True),
    "g": Note(Fraction(0), Piece.SNARE, Stroke.GHOST),
    "f": Note(Fraction(0), Piece.SNARE, Stroke.FLAM),
    "F": Note(Fraction(0), Piece.SNARE, Stroke.FLAM, accent=True),
    "d": Note(Fraction(0), Piece.SNARE, Stroke.DRAG),
    "D": Note(Fraction(0), Piece.SNARE, Stroke.DRAG, accent=True),
    "r": Note(Fraction(0), Piece.SNARE, Stroke.ROLL, length=Fraction(1)),
    "R": Note(Fraction(0), Piece.SNARE, Stroke.ROLL, accent=True, length=Fraction(1)),
    "&": Note(Fraction(0), Piece.SNARE, accent=True, shared=True),
}


@pytest.mark.parametrize("symbol", STROKES)
def test_each_symbol_is_a_stroke(symbol: str) -> None:
    assert chart(f"P1 snare |{symbol}---|").parts[0].notes == (STROKES[symbol],)


@pytest.mark.parametrize("symbol", STROKES)
def test_on_a_hat_only_o_is_open(symbol: str) -> None:
    (note,) = chart(f"P1 hat |{symbol}---|").parts[0].notes
    assert note.open == (symbol in "oO")


@pytest.mark.parametrize(("short", "piece"), SHORT_NAMES.items())
def test_drums_have_long_and_short_names_in_either_case(short: str, piece: Piece) -> None:
    for name in (short, short.upper(), piece.value, piece.value.upper()):
        (note,) = chart(f"P1 {name} |x---|").parts[0].notes
        assert note.piece is piece


@pytest.mark.parametrize(
    ("bars", "expected"),
    [
        ("|r---|", [(0, 1)]),
        ("|r===|", [(0, 4)]),
        ("|-r=-|", [(1, 2)]),
        ("|r=R=|", [(0, 2), (2, 2)]),
        ("|r==='====|", [(0, 4)]),
        ("|--r=|=---|", [(2, 3)]),
        ("|--r=|====|==--|", [(2, 8)]),
        ("|--rr|=---|", [(2, 1), (3, 2)]),
        ("|r===|=-r=|==--|", [(0, 5), (6, 4)]),
        ("|r===|====|%2|%2|", [(0, 8), (8, 8)]),
        ("|r===|    |r---|", [(0, 4), (8, 1)]),
    ],
)
def test_a_roll_lasts_to_the_end_of_its_last_tie(
    bars: str, expected: list[tuple[int, int]]
) -> None:
    notes = chart(f"P1 snare {bars}").parts[0].notes
    assert [(note.beat, note.length) for note in notes] == expected


def test_a_repeat_is_of_this_lane_and_reaches_across_systems() -> None:
    read = chart(
        """
        == One ==
        P1 kick  |o---|--o-|%2  |
        P1 snare |-x--|%   |%   |

        P1 kick  |%   |%3  |-o--|
        P2 kick  |o---|%   |    |
        """
    )
    assert beats(read, 1, "kick") == "0 6 8 12 18 21"
    assert beats(read, 1, "snare") == "1 5 9"
    assert beats(read, 2, "kick") == "12 16"


def test_a_line_for_both_is_repeated_by_each_for_itself() -> None:
    read = chart(
        """
        P* kick |o---|
        == Next ==
        P1 kick |-o--|
        P2 kick |--o-|

        P* kick |%   |
        """
    )
    assert (beats(read, 1, "kick"), beats(read, 2, "kick")) == ("0 5 9", "0 6 10")


def test_equal_lengths_in_other_meters_can_be_repeated() -> None:
    read = chart("meter |3/4|6/8|\nP1 kick |o--|%|")
    assert beats(read, 1, "kick") == "0 3"


def test_notes_are_sorted_by_beat_then_piece() -> None:
    read = chart(
        """
        P1 snare |x-x-|
        P1 crash |x---|
        P1 kick  |oooo|
        """
    )
    order = [(note.beat, note.piece.value) for note in read.parts[0].notes]
    assert order == sorted(order)
    assert len(order) == 7
