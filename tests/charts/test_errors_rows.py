"""Errors of rows: labels, bars that do not match, lanes written twice.

Each case is a text, and the one error that it gets: line, column, message, hint. A text without
a first line gets the three lines of `helpers.HEADER` before it, so that it begins in line 4.
"""

from __future__ import annotations

import pytest
from helpers import faults

from game.charts.issues import Issue

Case = tuple[str, int, int, str, str]

LABELS: dict[str, Case] = {
    "a lane nearly right": ("P1 snar |x---|", 4, 4, 'unknown lane "snar"', 'did you mean "snare"?'),
    "a bpm lane nearly right": (
        "P1 kick |o---|\nbmp |120|",
        5,
        1,
        'unknown lane "bmp"',
        'did you mean "bpm"?',
    ),
    "a lane of nobody": (
        "P1 zzz |x---|",
        4,
        4,
        'unknown lane "zzz"',
        (
            "lanes are kick, snare, rim, hat, pedal, tom1, tom2, tom3, crash, "
            "crash2, ride, bell, china, splash"
        ),
    ),
    "a lane as others call it": (
        "P1 hi-hat |x---|",
        4,
        4,
        'unknown lane "hi-hat"',
        'did you mean "hat"?',
    ),
    "a lane with a space": (
        "P1 tom 1 |x---|",
        4,
        4,
        'unknown lane "tom 1"',
        'did you mean "tom1"?',
    ),
    "a lane run together": (
        "P1kick |x---|",
        4,
        1,
        'unknown lane "P1kick"',
        'did you mean "P1 kick"?',
    ),
    "a lane without a player": (
        "kick |x---|",
        4,
        1,
        'the lane "kick" names no player',
        'write "P1 kick", "P2 kick" or "P* kick"',
    ),
    "a lane without a drum": (
        "P1 |x---|",
        4,
        1,
        '"P1" names no drum',
        'write a drum, such as "P1 kick"',
    ),
    "a player in lower case": ("p1 kick |x---|", 4, 1, 'unknown player "p1"', 'did you mean "P1"?'),
    "a third player": (
        "P3 kick |x---|",
        4,
        1,
        'unknown player "P3"',
        "players are P1, P2 and, for both, P*",
    ),
    "level 5": (
        "P1/5 kick |x---|",
        4,
        1,
        "level 5 is the full part, which is written without a level",
        'write "P1 kick"',
    ),
    "a level of nobody": (
        "P1/6 kick |x---|",
        4,
        1,
        'unknown level "6"',
        "levels are 1, 2, 3 and 4",
    ),
    "a bpm for one player": (
        "P1 kick |o---|\nP1 bpm |120|",
        5,
        1,
        'the lane "bpm" belongs to both players',
        'write "bpm" without a player',
    ),
    "a text for a level": (
        "P1 kick |o---|\nP1/2 text |hi|",
        5,
        1,
        "a text lane has no level",
        'write "P1 text"',
    ),
}

BARS: dict[str, Case] = {
    "a line that is not closed": (
        "P1 kick |o---",
        4,
        14,
        "the line ends without |, expected one to close its last bar",
        "",
    ),
    "a line whose last bar is not closed": (
        "P1 kick |o---|o---|\nP1 snare |x---|x---",
        5,
        20,
        "the line ends without |, expected one to close its last bar",
        "",
    ),
    "a line that a comment cuts off": (
        "P1 kick |o---|\ntext |a // b|",
        5,
        8,
        "the line ends without |, expected one to close its last bar",
        "// after a space starts a comment",
    ),
    "a line of one |": (
        "P1 kick |\nP1 snare |x---|",
        4,
        10,
        "the line ends without |, expected one to close its last bar",
        "",
    ),
    "fewer bars than the others": (
        "P1 kick |o---|o---|\nP1 snare |x---|\nP1 hat |x---|x---|",
        5,
        15,
        "found 1 bar, expected 2 as in the lines beside it",
        "",
    ),
    "more bars than the others": (
        "P1 kick |o---|\nP1 snare |x---|x---|\nP1 hat |x---|",
        5,
        16,
        "found 2 bars, expected 1 as in the lines beside it",
        "",
    ),
    "two lines for a lane": (
        "P1 kick |o---|\nP1 BD |o---|",
        5,
        1,
        'a second line for "P1 kick" in this system',
        "the first is line 4",
    ),
    "a line for both and one for a player": (
        "P2 kick |o---|\nP1 snare |x---|\nP* kick |o---|",
        6,
        1,
        'a second line for "P* kick" in this system',
        "the first is line 4",
    ),
    "two lines for a lane of a level": (
        "P1 kick |o---|\nP1/2 kick |o---|\nP1/2 kick |o---|",
        6,
        1,
        'a second line for "P1/2 kick" in this system',
        "the first is line 5",
    ),
    "two bpm lines": (
        "P1 kick |o---|\nbpm |120|\nbpm |120|",
        6,
        1,
        'a second line for "bpm" in this system',
        "the first is line 5",
    ),
    "two texts for both": (
        "P1 kick |o---|\ntext |a|\nP* text |b|",
        6,
        1,
        'a second line for "P* text" in this system',
        "the first is line 5",
    ),
}


@pytest.mark.parametrize("case", (LABELS | BARS).values(), ids=LABELS | BARS)
def test_a_fault_of_a_row_is_one_error(case: Case) -> None:
    text, line, column, message, hint = case
    assert faults(text, "error") == [Issue(line, column, "error", message, hint)]
