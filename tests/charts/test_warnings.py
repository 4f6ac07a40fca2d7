"""Warnings: each case is a text, and the one warning that it gets."""

from __future__ import annotations

import pytest
from helpers import faults

from game.charts.issues import Issue

Case = tuple[str, int, int, str, str]

SPELLING: dict[str, Case] = {
    "15 symbols in 4/4": ("P1 hat |x-x-x-x-x-x-x-x|", 4, 9, "15 symbols in 4/4: 16?", ""),
    "18 symbols in 4/4": ("P1 hat |x-x-x-x-x-x-x-x-x-|", 4, 9, "18 symbols in 4/4: 16?", ""),
    "14 symbols in 4/4": ("P1 hat |x-x-x-x-x-x-x-|", 4, 9, "14 symbols in 4/4: 16?", ""),
    "6 symbols in 4/4": ("P1 hat |x-x-x-|", 4, 9, "6 symbols in 4/4: 8?", ""),
    "10 symbols in 12/8": (
        "meter |12/8|\nP1 hat |x-x-x-x-x-|",
        5,
        9,
        "10 symbols in 12/8: 12?",
        "",
    ),
    "5 symbols in 3/4": ("meter |3/4|\nP1 hat |x-x-x|", 5, 9, "5 symbols in 3/4: 6?", ""),
    "7 symbols in half a bar": (
        "P1 hat |x-x-x-x'x-x-x-x-|",
        4,
        9,
        "7 symbols in one of 2 parts of 4/4: 8?",
        "",
    ),
    "3 symbols in a level": (
        "P1 kick |o---|\nP1/2 kick |o--|",
        5,
        12,
        "3 symbols in 4/4: 4?",
        "",
    ),
    "3 symbols in a line for both": ("P* kick |o--|%|", 4, 10, "3 symbols in 4/4: 4?", ""),
    "a bar that starts with a space": (
        "P1 kick | o-o-|o---|",
        4,
        10,
        "the bar starts with a space",
        "write - for a rest",
    ),
    "notes in a ruler": (
        "P1 kick |o---|\n |x---x---|",
        5,
        3,
        "a line without a label is a ruler and is not played",
        "write a label for notes, digits in a ruler",
    ),
}

HANDS: dict[str, Case] = {
    "three drums at once": (
        "P1 hat |x---|\nP1 crash |x---|\nP1 snare |x---|",
        6,
        11,
        "P1 strikes 3 drums at once: crash, hat, snare",
        "a player has two hands",
    ),
    "three drums at once, repeated": (
        "P1 hat |x---|%|\nP1 crash |x---|%|\nP1 snare |x---|%|",
        6,
        11,
        "P1 strikes 3 drums at once: crash, hat, snare",
        "a player has two hands",
    ),
    "three drums at once several times": (
        "P1 hat |xxxx|\nP1 crash |xxxx|\nP1 snare |xx-x|",
        6,
        11,
        "P1 strikes 3 drums at once: crash, hat, snare (and 2 more in this bar)",
        "a player has two hands",
    ),
    "three drums by a repeat": (
        "P1 hat |x---|%|\nP1 crash |x---|%|\nP1 snare |-x--|x---|",
        6,
        16,
        "P1 strikes 3 drums at once: crash, hat, snare",
        "a player has two hands",
    ),
    "three drums of a level": (
        "P1 hat |xx--|\nP1 crash |x---|\nP1/4 ride |x---|\nP1/4 snare |x---|\nP1/4 hat |x---|",
        8,
        11,
        "P1/4 strikes 3 drums at once: hat, ride, snare",
        "a player has two hands",
    ),
    "seven keys": (
        (
            "P1 hat |x---|\n"
            "P1 snare |x---|\n"
            "P1 kick |o---|\n"
            "P1 tom1 |r---|\n"
            "P2 hat |x---|\n"
            "P2 snare |x---|\n"
            "P2 kick |o---|"
        ),
        10,
        10,
        "7 keys of the shared keyboard at once",
        "many keyboards report 6",
    ),
    "eight keys of a solo chart": (
        "P1 hat |x---|\nP1 snare |x---|\nP1 kick |o---|\nP1 tom1 |r---|",
        7,
        10,
        "8 keys of the shared keyboard at once",
        "many keyboards report 6",
    ),
    "a bar of notes too near": (
        f"P1 snare |xxxxxxxx{'-' * 56}|",
        4,
        12,
        "P1 strikes snare 31.25 ms after the note before (and 6 more in this bar)",
        "expected at least 40 ms",
    ),
    "two notes too near": (
        f"P1 snare |xx{'-' * 62}|",
        4,
        12,
        "P1 strikes snare 31.25 ms after the note before",
        "expected at least 40 ms",
    ),
    "two notes too near, repeated": (
        f"P1 snare |xx{'-' * 62}|%|%|",
        4,
        12,
        "P1 strikes snare 31.25 ms after the note before",
        "expected at least 40 ms",
    ),
    "two notes too near across a bar line": (
        f"P1 snare |{'-' * 63}x|x---|",
        4,
        76,
        "P1 strikes snare 31.25 ms after the note before",
        "expected at least 40 ms",
    ),
}

LEVELS: dict[str, Case] = {
    "a level that drops what is shared": (
        "P1 crash |&---|\nP2 crash |x---|\nP1/2 kick |-o--|",
        6,
        12,
        'P1/2 drops an "&"',
        "every level keeps the moments that both strike together",
    ),
    "a level that rests where something is shared": (
        "P* crash |&---|\nP1/1 kick |-|",
        5,
        12,
        'P1/1 drops an "&"',
        "every level keeps the moments that both strike together",
    ),
    "a shared hit of a level alone": (
        "P1 crash |x---|\nP2 crash |x---|\nP1/1 crash |&---|",
        6,
        13,
        '"&" at level 1 alone: P2 may not keep this hit there',
        "write & in the full part, too",
    ),
    "a level harder than the full part": (
        "P1 kick |o---|\nP1/2 kick |o-o-|",
        5,
        12,
        "a level harder than the one above it: P1/2 has 2 strokes in this bar, P1 1",
        "",
    ),
    "a level harder than another level": (
        "P1 kick |oooo|\nP1/2 kick |o-o-|\nP1/1 kick |ooo-|",
        6,
        12,
        "a level harder than the one above it: P1/1 has 3 strokes in this bar, P1/2 2",
        "",
    ),
}

SONGS: dict[str, Case] = {
    "a section without player 2": (
        "== A ==\nP1 kick |o---|\nP2 kick |o---|\n== B ==\nP1 kick |o---|",
        7,
        4,
        'P2 has nothing to play in the section "B"',
        "",
    ),
    "a section without bars": (
        "== A ==\n== B ==\nP1 kick |o---|",
        4,
        4,
        'the section "A" has no bars',
        "",
    ),
    "a song without player 2": (
        "P1 kick |o---|\nP2 kick |----|",
        0,
        0,
        "P2 has nothing to play",
        "",
    ),
    "notes before the audio": (
        "audio: a.ogg\noffset: -0.6\nP1 kick |oooo|",
        6,
        10,
        "2 notes lie before the audio starts",
        "the offset is -0.6 s",
    ),
    "a note after the recording": (
        "recording: A\nlength: 1\nP1 kick |oooo|",
        6,
        13,
        "1 note lies after the audio ends",
        "it is 1 s long",
    ),
}


@pytest.mark.parametrize(
    "case",
    (SPELLING | HANDS | LEVELS | SONGS).values(),
    ids=SPELLING | HANDS | LEVELS | SONGS,
)
def test_a_slip_is_one_warning(case: Case) -> None:
    text, line, column, message, hint = case
    assert faults(text) == [Issue(line, column, "warning", message, hint)]


QUIET = {
    "sixteenths": "P1 hat |x-x-x-x-x-x-x-x-|",
    "twelve in 4/4": "P1 hat |x--x--x--x--|",
    "one symbol": "P1 hat |x|",
    "three in 3/4": "meter |3/4|\nP1 hat |xxx|",
    "pulses of 12/8": "meter |12/8|\nP1 hat |x-x-x-x-|",
    "named pulses": "meter |3+2+3+2/8|\nP1 hat |x-x-x-x-x-|",
    "quintuplets in a part": "P1 hat |xxxxx'x'x'x|",
    "a space before a repeat": "P1 kick |o---| %|",
    "a space after a rest": "P1 kick |- o - o|",
    "a ruler of counts": "P1 kick |o---|\n|1 & a x|",
    "two hands and two feet": "P1 hat |x---|\nP1 crash |x---|\nP1 kick |o---|\nP1 pedal |o---|",
    "a roll under two hands": "P1 hat |x---|\nP1 crash |x---|\nP1 snare |r===|",
    "six keys": "P* hat |x---|\nP* snare |x---|\nP* kick |o---|",
    "notes 41 ms apart": f"P1 snare |{'x' * 48}|",
    "near notes of two lanes": f"P1 snare |x{'-' * 63}|\nP1 tom1 |-x{'-' * 62}|",
    "a level that keeps what is shared": "P* crash |&---|\nP*/1 kick |o---|",
    "a shared hit of both players' level": "P* crash |x---|\nP*/1 crash |&---|",
    "a level as hard as the full part": "P1 kick |o-o-|\nP1/1 snare |-x-x|",
    "a level that writes a roll out": "P1 snare |r===|\nP1/1 snare |xxxx|",
    "an idle player of a solo chart": "== A ==\nP1 kick |----|",
    "a pin at the end": "P1 kick |o---|\n== End @2 ==",
    "notes before song time 0.5": "offset: -0.5\nP1 kick |oooo|",
    "notes within the audio": "audio: a.ogg\noffset: -0.5\nP1 kick |-ooo|",
    "notes within the recording": "recording: A\nlength: 1.5\nP1 kick |oooo|",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_what_is_meant_is_not_warned_of(text: str) -> None:
    assert faults(text) == []


def test_warnings_are_told_beside_errors() -> None:
    found = faults("P1 hat |x--|\nP1 kick |z---|")
    assert [each.severity for each in found] == ["warning", "error"]


def test_an_idle_player_is_not_told_beside_errors() -> None:
    found = faults("== A ==\nP1 kick |o---|\nP2 kikc |o---|")
    assert [each.severity for each in found] == ["error"]


def test_a_pin_can_bring_notes_too_near() -> None:
    # A bar of 2 s in 49 symbols: 40.8 ms each; fitted into 1.95 s: 39.8 ms.
    text = "P1 snare |{}|\n== Two @{} ==\nP1 kick |o---|"
    near = "after the note before"
    for symbols, pin_s, is_near in [(48, "1.95", False), (49, "2", False), (49, "1.95", True)]:
        found = faults(text.format("x" * symbols, pin_s))
        assert any(near in each.message for each in found) == is_near
