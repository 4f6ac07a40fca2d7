"""The canonical layout: what moves, what stays."""

from __future__ import annotations

from textwrap import dedent

import pytest

from game.charts.document import Document
from game.charts.fmt import format_document

HEADER = "#duet 1\ntitle:  T\nbpm:    120\n\n"


def formatted(text: str) -> str:
    return format_document(Document.parse(text)).text()


def formatted_body(body: str) -> str:
    """The body of a chart, formatted, without the header in front."""
    text = formatted(HEADER + dedent(body))
    assert text.startswith(HEADER)
    return text.removeprefix(HEADER)


def rows(text: str) -> str:
    """Lines of a test, without the indentation that they have there."""
    return dedent(text).lstrip("\n")


TIDIED = {
    "labels and bars stand in columns": (
        """
        P1 hat|x-x-|x-x-|
          P1   snare  | - x - x | % |
        P1/1 kick |   |o---|
        """,
        """
        P1 hat    |x-x-|x-x-|
        P1 snare  |-x-x|%   |
        P1/1 kick |    |o---|
        """,
    ),
    "beats stand under each other": (
        """
        P1 hat |x-x-x-x-x-x-x-x-|
        P1 ride |x--x--x--x--|
        P1 snare |-x-x|
        P1 tom1 |xxxxxxxx|
        P1 kick |oo|
        P1 crash |X|
        """,
        """
        P1 hat   |x-x-x-x-x-x-x-x-|
        P1 ride  |x-- x-- x-- x-- |
        P1 snare |-   x   -   x   |
        P1 tom1  |x x x x x x x x |
        P1 kick  |o       o       |
        P1 crash |X               |
        """,
    ),
    "six symbols over four beats stand where they fall": (
        # a beat is four columns; the second of six symbols falls on 2/3 of beat 1, column 2
        """
        P1 hat |x---x---x---x---|
        P1 kick |oooooo|
        """,
        """
        P1 hat  |x---x---x---x---|
        P1 kick |o o  o  o o  o  |
        """,
    ),
    "cuts stand between the beats": (
        """
        P1 snare |X---'x-x-'xxxxxx'F---|
        P1 kick |o---o---o---o---|
        P2 kick |oooooooo'o---|
        """,
        """
        P1 snare |X---'x-x-'xxxxxx'F---|
        P1 kick  |o--- o--- o---   o---|
        P2 kick  |oooo oooo'o  -   - - |
        """,
    ),
    "pulses lead in 12/8": (
        """
        meter |12/8|
        P1 hat |xxxxxxxxxxxx|
        P1 snare |-x-x|
        P1 kick |o-|
        """,
        """
        meter    |12/8        |
        P1 hat   |xxxxxxxxxxxx|
        P1 snare |-  x  -  x  |
        P1 kick  |o     -     |
        """,
    ),
    "named pulses lead in 3+2+3+2/8": (
        """
        meter |3+2+3+2/8|
        P1 hat |xxxxxxxxxx|
        P1 kick |o-|
        """,
        """
        meter   |3+2+3+2/8 |
        P1 hat  |xxxxxxxxxx|
        P1 kick |o    -    |
        """,
    ),
    "values stand at their beats, or are packed": (
        """
        bpm |114 115   116 117|120|100.125 200.5|
        lead |P1    P2|both|P1 P2|
        P1 hat |x-x-x-x-x-x-x-x-|%|x-x-|
        """,
        """
        bpm    |114 115 116 117 |120 |100.125 200.5|
        lead   |P1      P2      |both|P1 P2        |
        P1 hat |x-x-x-x-x-x-x-x-|%   |x-x-         |
        """,
    ),
    "rulers that count follow the beats, others stay": (
        """
        |1e&a2e&a3e&a4e&a|1 2 3 4|12|
        P1 hat |x-x-|x-x-x-x-|x-x-|
        P1 kick |o--o--o--o--|o-|o-|
        """,
        """
                |1e&a2e&a3e&a4e&a|1 2 3 4 |12  |
        P1 hat  |x   -   x   -   |x-x-x-x-|x-x-|
        P1 kick |o-- o-- o-- o-- |o   -   |o - |
        """,
    ),
    "words may widen a bar, and some characters are two columns wide": (
        """
        text |together now!||
        text.ko |함께|둘|
        P1 kick |o---|o---|
        """,
        """
        text    |together now!|    |
        text.ko |함께         |둘  |
        P1 kick |o---         |o---|
        """,
    ),
    "a bar of repeats has a column for each pulse": (
        """
        P1 kick |o|%|%|
        P2 kick |o|%  |% 2|
        """,
        """
        P1 kick |o   |%   |%   |
        P2 kick |o   |%   |%2  |
        """,
    ),
    "comments keep their words and lines": (
        """
        // the intro
        P1 hat |x-x-|      // eighths
           // played softly
        P1 snare |-x-x|// no comment

        """,
        """
        // the intro
        P1 hat |x-x-|  // eighths
           // played softly
        P1 snare |-x-x|// no comment
        """,
    ),
    "sections and blank lines": (
        """
        ==  Verse==



        P1 hat |x-|
          == Chorus @62.440 ==   // pinned
        P1 hat |x-|
        """,
        """
        == Verse ==

        P1 hat |x - |
        == Chorus @62.440 ==  // pinned
        P1 hat |x - |
        """,
    ),
}


@pytest.mark.parametrize(("before", "after"), TIDIED.values(), ids=TIDIED)
def test_layout(before: str, after: str) -> None:
    assert formatted_body(rows(before)) == rows(after)


def test_header_values_stand_in_one_column() -> None:
    before = "#duet 1\ntitle:Two   Kits\n  source :  https://example.org   // a page\nx-mood:\n"
    after = "#duet 1\ntitle:   Two   Kits\nsource:  https://example.org  // a page\nx-mood:\n"
    assert formatted(before) == after


KEPT = {
    "no closing bar": "P1   hat |x-x-|x-\n",
    "unknown symbols": "P1 kick |o--q--o-|\n",
    "parts that do not divide": "P1 kick |o-'--'o-|\n",
    "an empty part": "P1 kick |o-''o-|\n",
    "no section": "== Verse\n",
    "a name that would be a comment": "==//Verse==\n",
    "no kind of line": "  and now   the drums\n",
    "a header line in the body": "bpm :   120\n",
}


@pytest.mark.parametrize("line", KEPT.values(), ids=KEPT)
def test_what_is_faulty_stays_as_it_is(line: str) -> None:
    assert formatted_body(f"== A ==\n{line}") == f"== A ==\n{line}"


def test_a_value_that_would_become_a_comment_stays() -> None:
    assert formatted("#duet 1\ntitle: T\nsource://example.org\n") == (
        "#duet 1\ntitle:  T\nsource://example.org\n"
    )


def test_a_line_with_too_few_bars_is_laid_out_as_far_as_it_goes() -> None:
    before = "P1 hat |x-x-x-x-|x-|\nP1 kick |o-|\nP1 tom1 |o-|o-|o-|\n"
    assert formatted_body(before) == rows(
        """
        P1 hat  |x-x-x-x-|x - |
        P1 kick |o   -   |
        P1 tom1 |o   -   |o - |o - |
        """
    )


def test_an_unknown_lane_is_not_laid_out_as_notes() -> None:
    assert formatted_body("P1 hat |x-x-x-x-|\nP1 snar |- x|\n") == rows(
        """
        P1 hat  |x-x-x-x-|
        P1 snar |- x     |
        """
    )


def test_a_file_in_another_encoding_is_given_back_unchanged() -> None:
    data = "#duet 1\ntitle: T\n".encode("utf-16")
    assert format_document(Document.parse(data)).to_bytes() == data


def test_bytes_that_are_not_utf8_stay_in_place() -> None:
    data = b"#duet 1\ntitle:T\xe9\n"
    assert format_document(Document.parse(data)).to_bytes() == b"#duet 1\ntitle:  T\xe9\n"


def test_newlines_become_those_of_most_lines_and_the_mark_stays() -> None:
    data = b"\xef\xbb\xbf#duet 1\r\ntitle: T\r\nbpm: 100"
    after = b"\xef\xbb\xbf#duet 1\r\ntitle:  T\r\nbpm:    100\r\n"
    assert format_document(Document.parse(data)).to_bytes() == after
