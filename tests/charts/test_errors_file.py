"""Errors of a file as a whole: its first line, its encoding, its size."""

from __future__ import annotations

import pytest
from helpers import HEADER, faults

from game.charts.document import Document
from game.charts.issues import Issue

Case = tuple[str, int, int, str, str]
UTF8 = "save the file as UTF-8"
UTF16 = "this looks like UTF-16"

FIRST_LINE: dict[str, Case] = {
    "an empty file": ("", 1, 1, 'found an empty file, expected "#duet 1" as the first line', ""),
    "a first line that is another": (
        "title: A\nbpm: 120\nP1 kick |o---|",
        1,
        1,
        'found "title: A", expected "#duet 1" as the first line',
        "",
    ),
    "a first line in capitals": (
        "#Duet 1\ntitle: A\nbpm: 120\nP1 kick |o---|",
        1,
        1,
        'found "#Duet 1", expected "#duet 1" as the first line',
        "",
    ),
    "a newer version": (
        "#duet 2\ntitle: A\nbpm: 120\nP1 kick |o---|",
        1,
        1,
        'found version 2 of the format, expected "#duet 1"',
        "a newer Drum Duet may read it",
    ),
    "a first line further down": (
        "// mine\n#duet 1\ntitle: A\nbpm: 120\nP1 kick |o---|",
        1,
        1,
        'found "// mine", expected "#duet 1" as the first line',
        "move line 2 to the top",
    ),
    "no chart at all": (
        "# Shopping\n- milk",
        1,
        1,
        'found "# Shopping", expected "#duet 1" as the first line',
        "",
    ),
}


@pytest.mark.parametrize("case", FIRST_LINE.values(), ids=FIRST_LINE)
def test_the_first_line_names_the_format(case: Case) -> None:
    text, line, column, message, hint = case
    assert Document.parse(text).issues() == [Issue(line, column, "error", message, hint)]


@pytest.mark.parametrize(
    ("data", "line", "column", "message", "hint"),
    [
        (b"#duet 1\ntitle: Caf\xe9\n", 2, 11, "found the byte 0xE9, expected UTF-8", UTF8),
        (b"\xef\xbb\xbf#duet 1 \xff\n", 1, 9, "found the byte 0xFF, expected UTF-8", UTF8),
        ("é\n".encode() + b"\xc3(\n", 2, 1, "found the byte 0xC3, expected UTF-8", UTF8),
        (b"\xff\xfe#\x00", 1, 1, "found the byte 0xFF, expected UTF-8", f"{UTF8}; {UTF16}"),
        (b"\xfe\xff\x00#", 1, 1, "found the byte 0xFE, expected UTF-8", f"{UTF8}; {UTF16}"),
    ],
)
def test_a_file_is_utf_8(data: bytes, line: int, column: int, message: str, hint: str) -> None:
    assert Issue(line, column, "error", message, hint) in Document.parse(data).issues()


def test_a_wrong_byte_among_notes_is_one_error_and_the_rest_is_still_read() -> None:
    found = Document.parse(f"{HEADER}P1 kick |o-".encode() + b"\xf6-|\nP1 hat |z|\n").issues()
    assert [(each.line, each.column) for each in found] == [(4, 12), (5, 9)]


def test_a_file_has_at_most_two_megabytes() -> None:
    comment = "/" * 2_000_000
    message = "found a file of 2,000,001 bytes, expected at most 2,000,000"
    assert Document.parse(comment + "/").issues() == [Issue(0, 0, "error", message)]


def test_a_chart_has_at_most_5_000_bars() -> None:
    system = f"P1 kick |{'o|' * 2_500}\n\n"
    assert faults(system * 2) == []
    message = "found bar 5,001, expected at most 5,000 bars"
    assert faults(system * 2 + "P1 kick |o|") == [Issue(8, 1, "error", message)]


def test_all_faults_come_in_one_run_sorted_by_place() -> None:
    found = faults(
        """
        #duet 1
        titel: A
        bpm: 500
        audio: ../a.ogg
        == Verse
        P1 snar  |x---|%  |
        P1 kick  |o-q-|o--|
        P1 crash |----|%2|
        lead     |P1   P3 |
        P2 tom1  |x-'x-'x-|===-|
        """
    )
    assert [(each.line, each.column, each.message.split()[0]) for each in found] == [
        (2, 1, "unknown"),
        (3, 6, "found"),
        (4, 8, "found"),
        (5, 9, "found"),
        (6, 4, "unknown"),
        (7, 13, "unknown"),
        (7, 16, "3"),  # a warning: three symbols in 4/4
        (8, 16, '"%2"'),
        (9, 16, "unknown"),
        (9, 19, "found"),  # one bar
        (10, 11, "found"),
        (10, 20, "found"),
    ]


def test_a_text_full_of_errors_is_given_up_on() -> None:
    found = Document.parse(HEADER + "nonsense\n" * 5_000).issues()
    assert len(found) == 1_001
    assert found[-1].message == "too many errors to go on"


def test_messages_show_what_cannot_be_printed() -> None:
    (issue,) = faults("P1 ki\x00ck\u202e |o|", "error")
    assert issue.text("a.duet").isprintable()


def test_long_words_are_cut_short() -> None:
    (issue,) = faults(f"P1 {'k' * 5_000} |o|", "error")
    assert len(issue.message) < 80
