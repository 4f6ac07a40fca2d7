"""The example of the format's page, read note by note."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from helpers import beats, notes_at

from game.charts.document import Document
from game.charts.model import Chart, Cue, Lead
from game.charts.pieces import Piece, Stroke

EXAMPLE = Path(__file__).parent / "twelve_bars.duet"
ROLL = Stroke.ROLL


@pytest.fixture(scope="module")
def chart() -> Chart:
    return Document.read(EXAMPLE).chart()


def test_it_has_neither_errors_nor_warnings() -> None:
    assert Document.read(EXAMPLE).issues() == []


def test_the_header(chart: Chart) -> None:
    assert chart.meta.title == "Two Kits, twelve bars"
    assert chart.meta.source == "https://example.org/two-kits"
    assert chart.meta.bpm_text == "114"
    assert not chart.is_solo


def test_a_pick_up_and_twelve_bars(chart: Chart) -> None:
    assert [str(bar.meter) for bar in chart.bars] == ["1/4"] + ["4/4"] * 11
    assert [bar.beat for bar in chart.bars] == [0, *range(1, 45, 4)]
    assert chart.end_beat == 45


def test_the_sections(chart: Chart) -> None:
    sections = [(each.name, each.bar, each.beat) for each in chart.sections]
    assert sections == [("Call", 0, 0), ("Lock, trade, build", 5, 17), ("Lift", 9, 33)]


def test_the_tempi_and_the_leads(chart: Chart) -> None:
    steps = [(step.beat, step.bpm) for step in chart.tempo_map.steps]
    assert steps == [(0, 114), (30, 115), (31, 116), (32, 117), (33, 118)]
    leads = [(0, (1,)), (9, (2,)), (17, (1, 2)), (25, (1,)), (27, (2,)), (29, (1, 2))]
    assert chart.leads == tuple(Lead(Fraction(beat), players) for beat, players in leads)


def test_the_cues(chart: Chart) -> None:
    assert chart.cues == (
        Cue(Fraction(1), (2,), "keep the floor"),
        Cue(Fraction(9), (2,), "answer"),
        Cue(Fraction(41), (1, 2), "together!"),
    )


BEATS = {
    # |x-xx| in 1/4 is sixteenths; |X---'x-x-'xxxxxx'F---| starts at 29.
    (1, "snare"): (
        "0 1/2 3/4 2 11/4 13/4 4 6 27/4 8 17/2 35/4 25 51/2 103/4 26 53/2 107/4 "
        "29 30 61/2 31 187/6 94/3 63/2 95/3 191/6 32 34 36 38 39 79/2"
    ),
    (1, "crash"): "1 33 41 85/2 44",
    (1, "tom3"): "49/2",  # |--------------x-| at 21: 21 + 14/4
    # |o---o---o---o---| and % of bars 5 to 8, then 33 and its %, then the crashes' rhythm.
    (1, "kick"): (
        "1 5/2 3 9/2 5 13/2 7 9 10 11 12 13 14 15 16 "
        "17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 85/2 44"
    ),
    # |o-------o-------|o-------o-----o-|%2|%2| from 17 on.
    (2, "kick"): (
        "1 2 3 4 5 6 7 8 9 21/2 11 25/2 13 29/2 15 "
        "17 19 21 23 49/2 25 27 29 31 65/2 33 34 35 36 37 38 39 40 41 85/2 44"
    ),
    (2, "tom1"): "99/4",
    # Eight symbols and spaces in bar 11: |x---x---        | is eighths.
    (2, "ride"): "33 34 35 36 37 39",
    (
        2,
        "snare",
    ): "10 43/4 45/4 12 14 59/4 16 18 20 22 24 27 55/2 111/4 28 57/2 115/4 29 31 34 36 39",
    (2, "tom2"): "157/4 159/4 40 161/4 81/2 163/4",  # 37 + 9/4, 11/4, 12/4 ...
    (2, "tom3"): "33/2 67/4",
    (2, "crash"): "33 41 85/2 44",
}


@pytest.mark.parametrize(("player", "piece"), BEATS, ids=str)
def test_the_notes_fall_on_these_beats(chart: Chart, player: int, piece: str) -> None:
    assert beats(chart, player, piece) == BEATS[player, piece]


def test_strokes_and_accents(chart: Chart) -> None:
    strokes = {
        (1, "2"): ("snare", Stroke.HIT, True),
        (1, "11/4"): ("snare", Stroke.GHOST, False),
        (1, "8"): ("snare", Stroke.FLAM, False),
        (1, "32"): ("snare", Stroke.FLAM, True),
    }
    for (player, beat), expected in strokes.items():
        (note,) = (note for note in notes_at(chart, player, beat) if note.piece == expected[0])
        assert (note.piece, note.stroke, note.accent) == expected


def test_open_hats(chart: Chart) -> None:
    opened = [note.beat for note in chart.parts[0].notes if note.open]
    # |----x-x-x-x-x-o-| at 1, then |--o---o---o---o-| at 33 and its repeat.
    assert opened == [Fraction(9, 2), *(Fraction(2 * beat + 1, 2) for beat in range(33, 41))]


def test_a_roll_lasts_to_the_end_of_its_last_tie(chart: Chart) -> None:
    # |r===----r===----    | is 16 symbols in 4/4: four of them are a quarter.
    rolls = [(note.beat, note.length) for note in chart.parts[1].notes if note.stroke is ROLL]
    assert rolls == [(29, 1), (31, 1)]


def test_what_both_strike_together(chart: Chart) -> None:
    shared = {
        player: sorted({note.beat for note in chart.parts[player - 1].notes if note.shared})
        for player in (1, 2)
    }
    moments = [Fraction(33), Fraction(41), Fraction(85, 2), Fraction(44)]
    assert shared == {1: moments, 2: moments}


def test_level_1_plays_one_bar_of_its_own(chart: Chart) -> None:
    overrides = chart.parts[0].overrides
    assert list(overrides) == [(1, 2)]
    notes = [(note.beat, note.piece, note.accent) for note in overrides[1, 2]]
    assert notes == [(5, Piece.KICK, False), (8, Piece.SNARE, True)]
    assert not chart.parts[1].overrides


def test_the_seconds(chart: Chart) -> None:
    # 30 quarters at 114, one each at 115, 116 and 117, then twelve at 118.
    minutes = Fraction(30, 114) + Fraction(1, 115) + Fraction(1, 116) + Fraction(1, 117)
    end_us = (minutes + Fraction(12, 118)) * 60_000_000
    assert chart.tempo_map.exact_us(chart.end_beat) == end_us
