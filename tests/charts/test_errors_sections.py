"""Errors of stray lines, of sections and of pins.

Each case is a text, and the one error that it gets: line, column, message, hint. A text without
a first line gets the three lines of `helpers.HEADER` before it, so that it begins in line 4.
"""

from __future__ import annotations

import pytest
from helpers import faults

from game.charts.issues import Issue

Case = tuple[str, int, int, str, str]

STRAY: dict[str, Case] = {
    "a second first line": (
        "P1 kick |o---|\n#duet 1",
        5,
        1,
        'found "#duet 1" in line 5, expected # in the first line alone',
        "a comment begins with //",
    ),
    "a comment with #": (
        "# comment\nP1 kick |o---|",
        4,
        1,
        'found "# comment" in line 4, expected # in the first line alone',
        "a comment begins with //",
    ),
    "a meter below the bars": (
        "P1 kick |o---|\nmeter: 3/4",
        5,
        1,
        'found "meter:" below the first section or bars, expected header lines above',
        'to change it here, write a lane "meter |3/4|"',
    ),
    "a header line below the bars": (
        "P1 kick |o---|\nartist: A",
        5,
        1,
        'found "artist:" below the first section or bars, expected header lines above',
        "move it up",
    ),
    "a lane with a colon": (
        "P2 kick |o---|\nP1 kick: |o---|",
        5,
        1,
        'found "P1 kick:" below the first section or bars, expected header lines above',
        'write "P1 kick" without the colon',
    ),
    "a lane without bars": (
        "P1 kick |o---|\nP1 snare x---",
        5,
        1,
        'found "P1 snare x---", expected a lane such as "P1 kick |o---|"',
        "",
    ),
    "no bars": ("", 0, 0, "found no bars, expected at least one", ""),
}

SECTIONS: dict[str, Case] = {
    "a section that is not closed": (
        "== Verse\nP1 kick |o---|",
        4,
        9,
        'found "== Verse", expected a section such as "== Chorus =="',
        "close the line with ==",
    ),
    "a section without a name": (
        "== ==\nP1 kick |o---|",
        4,
        4,
        'found a section without a plain name, expected a section such as "== Chorus =="',
        "",
    ),
    "a section with one = too many": (
        "=== Verse ===\nP1 kick |o---|",
        4,
        3,
        'found a section without a plain name, expected a section such as "== Chorus =="',
        "",
    ),
    "a pin in words": (
        "P1 kick |o---|\n== Verse @now ==\nP1 kick |o---|",
        5,
        10,
        'found "@now", expected seconds such as @62.440',
        "",
    ),
    "a pin in minutes": (
        "P1 kick |o---|\n== Verse @1:02 ==\nP1 kick |o---|",
        5,
        10,
        'found "@1:02", expected seconds such as @62.440',
        "in seconds this is 62",
    ),
    "a pin too late": (
        "P1 kick |o---|\n== Verse @2.1 ==\nP1 kick |o---|",
        5,
        10,
        "the pin makes the bars before it 5 % longer than written, expected at most 3 %",
        "a bpm of 114.286 would fit",
    ),
    "a pin too early": (
        "P1 kick |o---|\n== Verse @1.9 ==\nP1 kick |o---|",
        5,
        10,
        "the pin makes the bars before it 5 % shorter than written, expected at most 3 %",
        "a bpm of 126.316 would fit",
    ),
    "a pin too late for several tempi": (
        "bpm |100 140|\nP1 kick |o---|\n== Verse @2.4 ==\nP1 kick |o---|",
        6,
        10,
        "the pin makes the bars before it 16.667 % longer than written, expected at most 3 %",
        "every bpm times 0.857 would fit, 85.714 in place of 100",
    ),
    "a pin too late for a dotted bpm": (
        (
            "#duet 1\n"
            "title: A\n"
            "bpm: 120 dotted\n"
            "meter: 12/8\n"
            "P1 kick |o---|\n"
            "== Verse @2.1 ==\n"
            "P1 kick |o---|"
        ),
        6,
        10,
        "the pin makes the bars before it 5 % longer than written, expected at most 3 %",
        "a bpm of 114.286 would fit",
    ),
    "a pin before the last one": (
        "P1 kick |o---|\n== Verse @2 ==\nP1 kick |o---|\n== Chorus @1.5 ==\nP1 kick |o---|",
        7,
        11,
        "the pin does not come after the one before it: found 1.5 s, expected more than 2 s",
        "",
    ),
    "a pin of bar 1": (
        "== Verse @0.7 ==\nP1 kick |o---|",
        4,
        10,
        "bar 1 is pinned by the offset: found @0.7, expected @0 or no pin",
        'write "offset: 0.7" in the header',
    ),
    "two pins of one bar": (
        "P1 kick |o---|\n== Verse @2 ==\n== Chorus @2.01 ==\nP1 kick |o---|",
        6,
        11,
        "two pins of the same bar: found @2.01, expected @2",
        "",
    ),
}


@pytest.mark.parametrize("case", (STRAY | SECTIONS).values(), ids=STRAY | SECTIONS)
def test_a_fault_of_a_line_or_a_section_is_one_error(case: Case) -> None:
    text, line, column, message, hint = case
    assert faults(text, "error") == [Issue(line, column, "error", message, hint)]
