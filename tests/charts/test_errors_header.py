"""Errors of the header.

Each case is a text, and the one error that it gets: line, column, message, hint. A text without
a first line gets the three lines of `helpers.HEADER` before it, so that it begins in line 4.
"""

from __future__ import annotations

import pytest
from helpers import faults

from game.charts.issues import Issue

Case = tuple[str, int, int, str, str]

HEADER_LINES: dict[str, Case] = {
    "a key nearly right": (
        "artits: B\nP1 kick |o---|",
        4,
        1,
        'unknown key "artits"',
        'did you mean "artist"?',
    ),
    "a key of nobody": (
        "  zzz: B\nP1 kick |o---|",
        4,
        3,
        'unknown key "zzz"',
        'keys of your own begin with "x-"',
    ),
    "a key in capitals": (
        "#duet 1\nTitle: A\nbpm: 120\ntitle: B\nP1 kick |o---|",
        2,
        1,
        'unknown key "Title"',
        'did you mean "title"?',
    ),
    "a key written twice": (
        "title: B\nP1 kick |o---|",
        4,
        1,
        'a second "title"',
        "it stands in line 2 already",
    ),
    "no title": (
        "#duet 1\nbpm: 120\nP1 kick |o---|",
        1,
        1,
        'the header has no "title"',
        'write a line "title: …"',
    ),
    "an empty title": (
        "#duet 1\ntitle:\nbpm: 120\nP1 kick |o---|",
        2,
        7,
        "the title is empty",
        "",
    ),
    "no bpm": (
        "#duet 1\ntitle: A\nP1 kick |o---|",
        1,
        1,
        'the header has no "bpm"',
        'write a line "bpm: …"',
    ),
    "a header line with =": (
        "artist = B\nP1 kick |o---|",
        4,
        1,
        'found "artist = B", expected a header line "key: value"',
        'write "artist: B"',
    ),
    "a header line without a key": (
        "hello\nP1 kick |o---|",
        4,
        1,
        'found "hello", expected a header line "key: value"',
        "",
    ),
}

VALUES: dict[str, Case] = {
    "audio in another folder": (
        "audio: ../song.ogg\nP1 kick |o---|",
        4,
        8,
        'found the path "../song.ogg", expected the name of a file beside the chart',
        "",
    ),
    "audio on another drive": (
        "audio: C:song.ogg\nP1 kick |o---|",
        4,
        8,
        'found the path "C:song.ogg", expected the name of a file beside the chart',
        "",
    ),
    "audio of another format": (
        "audio: song.m4a\nP1 kick |o---|",
        4,
        8,
        'found "song.m4a", expected a name that ends in .ogg, .mp3, .flac, .opus or .wav',
        "",
    ),
    "seconds in words": (
        "offset: soon\nP1 kick |o---|",
        4,
        9,
        'found "soon", expected seconds such as 12.5',
        "",
    ),
    "seconds with a comma": (
        "offset: 1,5\nP1 kick |o---|",
        4,
        9,
        'found "1,5", expected seconds such as 12.5',
        "write 1.5",
    ),
    "minutes and seconds": (
        "length: 3:19.5\nP1 kick |o---|",
        4,
        9,
        'found "3:19.5", expected seconds such as 12.5',
        "in seconds this is 199.5",
    ),
    "a preview before the audio": (
        "preview: -1\nP1 kick |o---|",
        4,
        10,
        "found -1, expected 0 or more seconds",
        "",
    ),
    "a bpm too slow": (
        "#duet 1\ntitle: A\nbpm: 19.99\nP1 kick |o---|",
        3,
        6,
        "found 19.99 bpm, expected 20 to 400",
        "",
    ),
    "a bpm too fast": (
        "#duet 1\ntitle: A\nbpm: 401 dotted\nP1 kick |o---|",
        3,
        6,
        "found 401 bpm, expected 20 to 400",
        "",
    ),
    "a bpm in words": (
        "#duet 1\ntitle: A\nbpm: fast\nP1 kick |o---|",
        3,
        6,
        'found "fast", expected a bpm such as 114',
        "",
    ),
    "an empty bpm": (
        "#duet 1\ntitle: A\nbpm:\nP1 kick |o---|",
        3,
        5,
        'found "", expected a bpm such as 114',
        "",
    ),
    "something after the bpm": (
        "#duet 1\ntitle: A\nbpm: 120 doted\nP1 kick |o---|",
        3,
        6,
        'found "doted" after the bpm, expected nothing or "dotted"',
        'did you mean "dotted"?',
    ),
    "a meter too long": (
        "meter: 33/4\nP1 kick |o---|",
        4,
        8,
        (
            'found the meter "33/4", expected 1 to 32 over 1, 2, 4, 8, 16 or 32, '
            "such as 4/4, 12/8 or 3+2+3+2/8"
        ),
        "",
    ),
    "a meter over 5": (
        "meter: 4/5\nP1 kick |o---|",
        4,
        8,
        (
            'found the meter "4/5", expected 1 to 32 over 1, 2, 4, 8, 16 or 32, '
            "such as 4/4, 12/8 or 3+2+3+2/8"
        ),
        "",
    ),
    "a meter of nothing": (
        "meter: 0/4\nP1 kick |o---|",
        4,
        8,
        (
            'found the meter "0/4", expected 1 to 32 over 1, 2, 4, 8, 16 or 32, '
            "such as 4/4, 12/8 or 3+2+3+2/8"
        ),
        "",
    ),
    "a pulse of nothing": (
        "meter: 3+0/8\nP1 kick |o---|",
        4,
        8,
        (
            'found the meter "3+0/8", expected 1 to 32 over 1, 2, 4, 8, 16 or 32, '
            "such as 4/4, 12/8 or 3+2+3+2/8"
        ),
        "",
    ),
    "half a meter": (
        "meter: 4\nP1 kick |o---|",
        4,
        8,
        (
            'found the meter "4", expected 1 to 32 over 1, 2, 4, 8, 16 or 32, such '
            "as 4/4, 12/8 or 3+2+3+2/8"
        ),
        "",
    ),
}


@pytest.mark.parametrize("case", (HEADER_LINES | VALUES).values(), ids=HEADER_LINES | VALUES)
def test_a_fault_of_the_header_is_one_error(case: Case) -> None:
    text, line, column, message, hint = case
    assert faults(text, "error") == [Issue(line, column, "error", message, hint)]
