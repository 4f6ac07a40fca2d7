"""The header that is written, what is mended in it, and what cannot be written."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from textwrap import dedent

import pytest
from solo_charts import SONG, bars_of, hits, solo, tempo

from game.charts.document import Document
from game.charts.model import PLAYERS, Chart, Cue, Meta, Note, Section
from game.charts.pieces import Piece, Stroke
from game.charts.writer import write
from game.errors import ChartError
from game.timing.meter import COMMON_TIME
from game.timing.tempo_map import Bar, Pin, TempoMap, TempoStep


def test_the_header_has_every_key_that_says_something() -> None:
    meta = Meta(
        "Song",
        artist="A trio",
        charter="C",
        source="https://example.org/a",
        license="MIT",
        titles={"ko": "노래"},
        audio="song.ogg",
        recording="Song, A trio, 2020",
        length_s=Fraction("194.25"),
        offset_s=Fraction("-0.5"),
        preview_s=Fraction(30),
        bpm_text="120",
        extra={"x-mood": "", "x-key": "C minor"},
    )
    chart = replace(solo(hits("0")), meta=meta)
    assert write(chart).partition("\n\n")[0] == dedent(
        """\
        #duet 1
        title:      Song
        title.ko:   노래
        artist:     A trio
        charter:    C
        source:     https://example.org/a
        license:    MIT
        audio:      song.ogg
        recording:  Song, A trio, 2020
        length:     194.25
        offset:     -0.5
        bpm:        120
        preview:    30
        x-mood:
        x-key:      C minor"""
    )


def test_sections_may_share_a_bar_or_stand_after_the_last_one() -> None:
    sections = (
        Section("A", 0, Fraction(0)),
        Section("B", 0, Fraction(0)),
        Section("End", 1, Fraction(4)),
    )
    chart = replace(solo(hits("0")), sections=sections)
    text = write(chart)
    assert text.partition("\n\n")[2] == "== A ==\n== B ==\nP1 snare |x   |\n\n== End ==\n"
    assert Document.parse(text).chart() == chart


def test_a_pin_stands_behind_the_section_name() -> None:
    chart = solo(hits("0 4"), bars_of(COMMON_TIME, COMMON_TIME))
    chart = replace(
        chart,
        meta=replace(chart.meta, offset_s=Fraction("0.4")),
        sections=(Section("Verse", 1, Fraction(4), Fraction("2.41")),),
        # 2.41 s of the audio are 2.01 s of the song; 4 beats would be 2 s
        tempo_map=TempoMap.build(chart.tempo_map.steps, [Pin(Fraction(4), Fraction(2_010_000))]),
    )
    assert "\n== Verse @2.41 ==\n" in write(chart)


@pytest.mark.parametrize(
    ("chart", "line"),
    [
        (replace(SONG, meta=Meta("A // B", bpm_text="120")), "title:  A / B"),
        (replace(SONG, meta=Meta("Two\nlines", bpm_text="120")), "title:  Two lines"),
        (replace(SONG, cues=(Cue(Fraction(0), PLAYERS, "a | b"),)), "text |a / b|"),
        (replace(SONG, sections=(Section("= at @5 =", 0, Fraction(0)),)), "== at 5 =="),
        (replace(SONG, sections=(Section("==", 0, Fraction(0)),)), "== Section =="),
        # a third of 400: nine decimals are what a chart can say
        (
            replace(
                SONG,
                meta=Meta("Song"),
                tempo_map=TempoMap.build([TempoStep(Fraction(0), Fraction(400, 3))]),
            ),
            "bpm:    133.333333333",
        ),
    ],
    ids=["comment", "newline", "bar", "pin", "no name", "tempo"],
)
def test_what_would_be_misread_is_mended(chart: Chart, line: str) -> None:
    assert line in write(chart).splitlines()


@pytest.mark.parametrize(
    ("chart", "reason"),
    [
        (solo(hits("1/193")), "bar 1 cannot be written: its notes lie on no grid"),
        (
            replace(SONG, tempo_map=tempo(("0", "120"), ("1/97", "121"))),
            "bar 1 cannot be written: its tempo or lead changes",
        ),
        (replace(SONG, bars=()), "found no bars"),
        (replace(SONG, meta=Meta("", bpm_text="120")), "the title is empty"),
        (replace(SONG, tempo_map=tempo(("0", "401"))), "found 401 bpm"),
        (replace(SONG, meta=replace(SONG.meta, audio="../a.ogg")), "found the path"),
        (
            replace(
                solo(
                    [Note(Fraction(0), Piece.SNARE, Stroke.ROLL, length=Fraction(8))],
                    bars_of(COMMON_TIME, COMMON_TIME),
                ),
                sections=(Section("Verse", 1, Fraction(4)),),
            ),
            'found "=" without a roll',
        ),
        (solo([*hits("0"), *hits("0")]), "as it is: the order or number of its notes"),
        (
            solo([Note(Fraction(1), Piece.SNARE, Stroke.GHOST, accent=True)]),
            "as it is: P1/5 snare at beat 1: accented ghost",
        ),
        (
            solo([Note(Fraction(1), Piece.SNARE, shared=True)]),
            "as it is: P1/5 snare at beat 1: shared hit",
        ),
        (
            replace(SONG, bars=(Bar(Fraction(1), COMMON_TIME),)),
            "the bars of the chart do not follow each other",
        ),
    ],
    ids=[
        *("grid", "tempo grid", "no bars", "no title", "tempo", "audio"),
        *("roll", "two at once", "accented ghost", "plain hit together", "late bar"),
    ],
)
def test_what_cannot_be_written_is_an_error_and_no_file(chart: Chart, reason: str) -> None:
    with pytest.raises(ChartError) as error:
        write(chart)
    assert reason in error.value.message
