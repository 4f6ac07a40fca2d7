"""The text of a chart that has none yet: its lanes and bars."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from textwrap import dedent

import pytest
from solo_charts import SONG, bars_of, hits, solo, tempo

from game.charts.model import PLAYERS, Chart, Cue, Lead, Meta, Note, Part, Section
from game.charts.pieces import Piece, Stroke
from game.charts.writer import write
from game.timing.meter import COMMON_TIME, Meter

ROLL = Stroke.ROLL
TWELVE_EIGHT = Meter((12,), 8)


def body(chart: Chart) -> str:
    """What is written below the header."""
    return write(chart).partition("\n\n")[2]


def rows(text: str) -> str:
    """Lines of a test, without the indentation that they have there."""
    return dedent(text).lstrip("\n")


@pytest.mark.parametrize(
    ("beats", "symbols"),
    [
        ("0", "x"),
        ("2", "-x"),
        ("1 3", "-x-x"),
        ("1/2", "-x------"),
        ("0 1/4", "xx--------------"),
        ("0 1/3", "xx----------"),
        ("1/6", "-x----------------------"),
        ("1/8", "-x------------------------------"),
        # triplets and sixteenths together need 48 uncut: 3 + 4 + 1 + 1 in four parts
        ("1/3 5/4", "-x-'-x--'-'-"),
        # a fifth of a beat: 20 are a multiple of the four beats, 5 in a part of one beat
        ("1/5", "-x------------------"),
        # a fifth of the bar: 5 would be odd in 4/4
        ("4/5", "----x---------------"),
    ],
)
def test_a_bar_has_the_fewest_usual_symbols(beats: str, symbols: str) -> None:
    text = write(solo(hits(beats)))
    _, cell, _ = text.splitlines()[-1].split("|")
    assert cell.replace(" ", "") == symbols


@pytest.mark.parametrize(
    ("meter", "beats", "symbols"),
    [
        (TWELVE_EIGHT, "3/2 9/2", "-x-x"),
        (TWELVE_EIGHT, "1/2", "-x----------"),
        (TWELVE_EIGHT, "3/4", "-x------"),  # two to each of the four pulses
        (Meter((3, 2, 3, 2), 8), "3/2", "---x------"),
        (Meter((7,), 8), "1/4", "-x------------"),
        (Meter((1,), 4), "1/3", "-x-"),
    ],
)
def test_in_other_meters_beats_and_pulses_are_usual(meter: Meter, beats: str, symbols: str) -> None:
    text = write(solo(hits(beats), bars_of(meter)))
    _, cell, _ = text.splitlines()[-1].split("|")
    assert cell.replace(" ", "") == symbols


def test_the_drums_stand_from_cymbals_to_pedal_and_the_players_in_order() -> None:
    notes = tuple(sorted((Note(Fraction(0), each) for each in Piece), key=lambda note: note.piece))
    chart = replace(SONG, is_solo=False, parts=(Part(1, notes), Part(2, notes[:2])))
    labels = [line.partition("|")[0].strip() for line in body(chart).splitlines()]
    assert labels == [
        *("P1 crash", "P1 crash2", "P1 china", "P1 splash", "P1 ride", "P1 bell", "P1 hat"),
        *("P1 snare", "P1 rim", "P1 tom1", "P1 tom2", "P1 tom3", "P1 kick", "P1 pedal"),
        *("P2 china", "P2 bell"),
    ]


@pytest.mark.parametrize(
    ("note", "symbol"),
    [
        (Note(Fraction(0), Piece.SNARE), "x"),
        (Note(Fraction(0), Piece.SNARE, accent=True), "X"),
        (Note(Fraction(0), Piece.KICK), "o"),
        (Note(Fraction(0), Piece.KICK, accent=True), "O"),
        (Note(Fraction(0), Piece.HAT), "x"),
        (Note(Fraction(0), Piece.HAT, open=True), "o"),
        (Note(Fraction(0), Piece.HAT, accent=True, open=True), "O"),
        (Note(Fraction(0), Piece.PEDAL), "x"),
        (Note(Fraction(0), Piece.SNARE, Stroke.GHOST), "g"),
        (Note(Fraction(0), Piece.KICK, Stroke.FLAM), "f"),
        (Note(Fraction(0), Piece.SNARE, Stroke.FLAM, accent=True), "F"),
        (Note(Fraction(0), Piece.SNARE, Stroke.DRAG), "d"),
        (Note(Fraction(0), Piece.SNARE, Stroke.DRAG, accent=True), "D"),
        (Note(Fraction(0), Piece.SNARE, ROLL, length=Fraction(4)), "r"),
        (Note(Fraction(0), Piece.SNARE, ROLL, length=Fraction(3)), "r==-"),
        (Note(Fraction(0), Piece.SNARE, ROLL, accent=True, length=Fraction(1, 2)), "R-------"),
        (Note(Fraction(0), Piece.CRASH, accent=True, shared=True), "&"),
    ],
)
def test_each_stroke_has_its_symbol(note: Note, symbol: str) -> None:
    _, cell, _ = write(solo([note])).splitlines()[-1].split("|")
    assert cell.replace(" ", "") == symbol


def test_four_bars_make_a_system_and_a_section_starts_one() -> None:
    chart = solo(hits("0 4 8 12 16 20 24"), bars_of(*[COMMON_TIME] * 7))
    chart = replace(chart, sections=(Section("Verse", 5, Fraction(20)),))
    assert body(chart) == rows(
        """
        P1 snare |x   |x   |x   |x   |

        P1 snare |x   |

        == Verse ==
        P1 snare |x   |x   |
        """
    )


def test_a_bar_that_repeats_is_a_percent_sign_but_not_in_a_new_section() -> None:
    beats = " ".join(str(2 * beat + 1) for beat in range(8))
    chart = solo(hits(beats), bars_of(*[COMMON_TIME] * 4))
    chart = replace(chart, sections=(Section("Verse", 2, Fraction(8)),))
    assert body(chart) == rows(
        """
        P1 snare |-x-x|%   |

        == Verse ==
        P1 snare |-x-x|%   |
        """
    )


def test_no_system_ends_under_a_roll() -> None:
    roll = Note(Fraction(15), Piece.SNARE, ROLL, length=Fraction(3))
    chart = solo([roll], bars_of(*[COMMON_TIME] * 6))
    assert body(chart) == rows(
        """
        P1 snare |    |    |    |---r|= - |

        P1 kick |    |
        """
    )


def test_meters_tempi_leads_and_words_stand_above_the_notes() -> None:
    chart = replace(
        solo(hits("1 5"), bars_of(Meter((1,), 4), COMMON_TIME, TWELVE_EIGHT, COMMON_TIME)),
        # the header counts pulses: 123 are 184.5 quarters in 12/8
        meta=Meta("Song", bpm_text="123 dotted"),
        tempo_map=tempo(("0", "123"), ("4", "100"), ("5", "184.5"), ("11", "123")),
        leads=(Lead(Fraction(0), (1,)), Lead(Fraction(3), (2,))),
        cues=(
            Cue(Fraction(1), PLAYERS, "ready?"),
            Cue(Fraction(1), (1,), "pronta?", "pt"),
        ),
    )
    assert body(chart) == rows(
        """
        meter      |1/4|4/4            |12/8|4/4 |
        bpm        |   |123 123 123 100|123 |    |
        lead       |P1 |P1 P2          |    |    |
        text       |   |ready?         |    |    |
        P1 text.pt |   |pronta?        |    |    |
        P1 snare   |   |x              |x   |    |
        """
    )


def test_levels_stand_below_and_rest_where_they_play_nothing() -> None:
    overrides = {(1, 0): tuple(hits("0", Piece.KICK)), (1, 1): (), (3, 0): tuple(hits("2"))}
    chart = solo(hits("0 1 2 3 4"), bars_of(COMMON_TIME, COMMON_TIME))
    chart = replace(chart, parts=tuple(replace(part, overrides=overrides) for part in chart.parts))
    assert body(chart) == rows(
        """
        P1 snare   |xxxx|x   |
        P1/1 kick  |o   |-   |
        P1/3 snare |- x |    |
        """
    )


def test_a_moment_together_is_written_on_both_lines_where_it_can_be() -> None:
    crash = Note(Fraction(0), Piece.CRASH, accent=True, shared=True)
    ghost = Note(Fraction(0), Piece.SNARE, Stroke.GHOST, shared=True)
    kick = Note(Fraction(0), Piece.KICK, accent=True, shared=True)
    chart = replace(SONG, is_solo=False, parts=(Part(1, (crash,)), Part(2, (kick, ghost))))
    assert body(chart) == rows(
        """
        P1 crash |&   |
        P2 snare |g   |
        P2 kick  |&   |
        """
    )


def test_a_second_player_without_notes_has_a_line_of_rests() -> None:
    chart = replace(solo(hits("0")), is_solo=False)
    chart = replace(chart, parts=(chart.parts[0], Part(2, ())))
    assert body(chart) == "P1 snare |x   |\nP2 kick  |-   |\n"
