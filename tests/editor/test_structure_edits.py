"""Edits of tempo, meter, lead, sections, pins and bars."""

from __future__ import annotations

from fractions import Fraction

import pytest
from helpers import document

from game.charts.document import Document
from game.editor.bars import AppendBars, InsertBars, RemoveBars
from game.editor.cues import SetCue, cue_at
from game.editor.edit import Edit, EditRefusedError
from game.editor.header import SetHeader
from game.editor.holds import SetLead, SetTempo
from game.editor.meters import SetMeter
from game.editor.new_chart import new_chart
from game.editor.sections import SetPin, SetSection
from game.timing.meter import Meter

TWO_BARS = """
P1 kick |o---o---o---o---|%               |
P2 kick |                |x---            |
"""


def edited(text: str, *edits: Edit) -> str:
    """The text after edits; every one of them leaves a chart without errors."""
    done = document(text)
    for edit in edits:
        done = edit.apply(done)
        assert not [each for each in done.issues() if each.severity == "error"], done.text()
    return done.text().removeprefix("#duet 1\ntitle: Test\nbpm: 120\n")


def test_a_tempo_in_the_middle_of_a_bar_is_spread_over_it() -> None:
    text = edited(TWO_BARS, SetTempo(Fraction(6), Fraction(118)))
    assert text.splitlines()[0] == "bpm     |                |120 118         |"
    chart = document(text).chart()
    assert [(step.beat, step.bpm) for step in chart.tempo_map.steps] == [(0, 120), (6, 118)]


def test_the_first_tempo_is_the_headers() -> None:
    done = SetTempo(Fraction(0), Fraction(225, 2)).apply(document(TWO_BARS))
    assert "bpm: 112.5\n" in done.text()


def test_a_tempo_that_is_taken_away_leaves_the_one_before() -> None:
    text = edited(TWO_BARS, SetTempo(Fraction(4), Fraction(90)), SetTempo(Fraction(4), None))
    assert {step.bpm for step in document(text).chart().tempo_map.steps} == {120}


def test_a_tempo_outside_what_a_chart_may_have_is_refused() -> None:
    with pytest.raises(EditRefusedError, match="20 to 400"):
        SetTempo(Fraction(4), Fraction(401)).apply(document(TWO_BARS))


def test_a_lead_holds_from_its_beat_on() -> None:
    text = edited(TWO_BARS, SetLead(Fraction(2), (2,)), SetLead(Fraction(4), (1,)))
    assert text.splitlines()[0] == "lead    |both    P2      |P1              |"


def test_notes_stay_at_their_beats_when_the_meter_changes() -> None:
    text = edited(TWO_BARS, SetMeter(1, Meter((3,), 4)))
    chart = document(text).chart()
    assert [str(note.beat) for note in chart.parts[0].notes] == ["0", "1", "2", "3", "4", "5", "6"]
    assert chart.end_beat == 7


def test_a_section_in_the_middle_of_a_system_cuts_it_in_two() -> None:
    assert (
        edited(TWO_BARS, SetSection(1, "Lift"))
        == """\
P1 kick |o---o---o---o---|

== Lift ==
P1 kick |o---o---o---o---|
P2 kick |x---            |
"""
    )


def test_a_section_is_named_anew_and_pinned_and_taken_away() -> None:
    first = SetSection(0, "Start").apply(document(TWO_BARS))
    pinned = SetPin(0, Fraction("0.5")).apply(SetSection(0, "Verse").apply(first))
    assert "== Verse @0.5 ==" in pinned.text()
    assert SetSection(0, None).apply(pinned).chart() == document(TWO_BARS).chart()


def test_a_pin_needs_a_section() -> None:
    with pytest.raises(EditRefusedError, match="name a section here first"):
        SetPin(1, Fraction(3)).apply(document(TWO_BARS))


def test_bars_come_and_go_and_what_repeats_across_them_stays() -> None:
    text = edited(TWO_BARS, InsertBars(1, 2))
    chart = document(text).chart()
    assert len(chart.bars) == 4
    assert [str(note.beat) for note in chart.parts[0].notes] == [
        "0",
        "1",
        "2",
        "3",
        "12",
        "13",
        "14",
        "15",
    ]
    back = document(edited(text, RemoveBars(1, 2))).chart()
    assert back.parts == document(TWO_BARS).chart().parts


def test_what_began_in_a_bar_that_goes_begins_behind_it() -> None:
    text = """
meter   |1/4 |4/4 |    |
bpm     |    |90  |    |
P1 kick |o   |o---|o'o'o'o|
P2 kick |o   |o---|o---|
"""
    chart = document(edited(text, RemoveBars(1, 1))).chart()
    assert [str(bar.meter) for bar in chart.bars] == ["1/4", "4/4"]
    assert [(step.beat, step.bpm) for step in chart.tempo_map.steps] == [(0, 120), (1, 90)]


def test_bars_at_the_end_fill_the_last_line_and_begin_another() -> None:
    chart = document(edited(TWO_BARS, AppendBars(5))).chart()
    assert len(chart.bars) == 7
    assert not chart.is_solo


def test_the_last_bar_cannot_go() -> None:
    with pytest.raises(EditRefusedError, match="at least one bar"):
        RemoveBars(0, 1).apply(document(TWO_BARS))


def test_a_header_line_keeps_its_columns_and_its_comment() -> None:
    first = document("#duet 1\ntitle:  Old  // name\nbpm:    100\nP1 kick |o|\n")
    assert "title:  New  // name\n" in SetHeader("title", "New").apply(first).text()
    assert "bpm:    100\nartist: A\n" in SetHeader("artist", "A").apply(first).text()
    assert "title" not in SetHeader("title", None).apply(first).text()


def test_a_new_chart_has_nothing_to_complain_about_but_its_emptiness() -> None:
    done = Document.parse(new_chart("A // B"))
    assert not [each for each in done.issues() if each.severity == "error"]
    assert done.chart().meta.title == "A / B"


def test_words_for_both_get_a_line_of_their_own() -> None:
    text = edited(TWO_BARS, SetCue(1, (1, 2), "here  we go"))
    assert text.splitlines()[0] == "text    |                |here we go      |"
    assert cue_at(document(text).chart(), 1, (1, 2)) == "here we go"


def test_words_for_one_player_stand_beside_those_for_both() -> None:
    text = edited(TWO_BARS, SetCue(0, (1, 2), "ready"), SetCue(0, (2,), "wait"))
    assert text.splitlines()[:2] == [
        "text    |ready           |                |",
        "P2 text |wait            |                |",
    ]


def test_words_that_are_taken_away_leave_a_blank_bar() -> None:
    text = edited(TWO_BARS, SetCue(0, (1,), "hold"), SetCue(0, (1,), None))
    assert document(text).chart().cues == ()


def test_the_same_words_change_nothing() -> None:
    once = SetCue(0, (1, 2), "ready").apply(document(TWO_BARS))
    assert SetCue(0, (1, 2), "ready").apply(once) is once
    assert SetCue(1, (1, 2), None).apply(once) is once


def test_words_in_another_language_stay() -> None:
    korean = "text.ko |하나              |                |" + TWO_BARS
    text = edited(korean, SetCue(0, (1, 2), "one"), SetCue(0, (1, 2), None))
    assert [(cue.language, cue.text) for cue in document(text).chart().cues] == [("ko", "하나")]


@pytest.mark.parametrize("words", ["a | b", "see // there"])
def test_words_that_would_end_the_bar_are_refused(words: str) -> None:
    with pytest.raises(EditRefusedError, match="cannot hold"):
        SetCue(0, (1, 2), words).apply(document(TWO_BARS))
