"""Header, meters, tempi, pins, sections, leads and cues."""

from __future__ import annotations

from fractions import Fraction

import pytest
from helpers import chart, document

from game.charts.model import Chart, Cue, Lead, Section

FULL_HEADER = """
#duet 1
title:    Two Kits     // the name
title.ko: 두 드럼
title.zh-Hant: 兩套鼓
artist:   A & B
charter:
source:   https://a.example/b?c=d
license:  CC0-1.0
audio:    song 1.ogg
recording: Two Kits, by A & B
length:   199.5
offset:   -0.25
bpm:      98.5
meter:    3+2+3+2/8
preview:  12
x-mood:   happy: very
P1 kick |o---|
"""


def steps(read: Chart) -> list[tuple[Fraction, Fraction]]:
    return [(step.beat, step.bpm) for step in read.tempo_map.steps]


def test_every_key_of_the_header() -> None:
    meta = chart(FULL_HEADER).meta
    assert (meta.title, meta.titles) == ("Two Kits", {"ko": "두 드럼", "zh-Hant": "兩套鼓"})
    assert (meta.artist, meta.charter, meta.license) == ("A & B", "", "CC0-1.0")
    assert meta.source == "https://a.example/b?c=d"
    assert (meta.audio, meta.recording) == ("song 1.ogg", "Two Kits, by A & B")
    assert (meta.length_s, meta.offset_s) == (Fraction("199.5"), Fraction("-0.25"))
    assert (meta.preview_s, meta.bpm_text) == (12, "98.5")
    assert meta.extra == {"x-mood": "happy: very"}


def test_what_a_short_header_leaves_open() -> None:
    read = chart("P1 kick |o---|")
    assert (read.meta.audio, read.meta.recording, read.meta.preview_s) == (None, None, None)
    assert (read.meta.offset_s, read.bars[0].meter.count) == (0, 4)


def test_a_meter_holds_until_the_next_one() -> None:
    read = chart(
        """
        meter   |1/4|4/4 |    |
        P1 kick |o  |o---|o---|

        P1 kick |o---|o---|
        meter   |    |3+2+3+2/8|
        """
    )
    assert [str(bar.meter) for bar in read.bars] == ["1/4", "4/4", "4/4", "4/4", "3+2+3+2/8"]
    assert [bar.beat for bar in read.bars] == [0, 1, 5, 9, 13]


def test_several_tempi_are_spread_over_their_bar() -> None:
    read = chart("bpm |    |120 130 140 150|160 170|    |\nP1 kick |o---|o---|o---|o---|")
    assert steps(read) == [(0, 120), (5, 130), (6, 140), (7, 150), (8, 160), (10, 170)]


def test_a_tempo_of_the_first_bar_stands_for_the_header() -> None:
    assert steps(chart("bpm |90|\nP1 kick |o---|")) == [(0, 90)]


def test_tempi_and_leads_can_be_repeated() -> None:
    read = chart("bpm |120 130|%|\nlead |P1 P2|%|\nP1 kick |o---|o---|")
    assert steps(read) == [(0, 120), (2, 130), (4, 120), (6, 130)]
    assert [lead.beat for lead in read.leads] == [0, 2, 4, 6]


def test_a_dotted_tempo_counts_pulses_everywhere() -> None:
    read = chart(
        """
        #duet 1
        title: Shuffle
        bpm: 120 dotted
        meter: 12/8
        bpm     |    |    |100 |    |
        meter   |    |4/4 |    |6/8 |
        P1 kick |o   |o   |o   |o   |
        """
    )
    # 120 dotted quarters a minute are 180 quarters; in 4/4 the pulse is the quarter.
    assert steps(read) == [(0, 180), (6, 120), (10, 100), (14, 150)]
    bar_us = [read.tempo_map.us(bar.beat) for bar in read.bars]
    assert bar_us == [0, 2_000_000, 4_000_000, 6_400_000]


def test_a_pin_fits_the_bars_before_it() -> None:
    read = chart(
        """
        #duet 1
        title: Pinned
        bpm: 120
        offset: 0.5
        == One ==
        P1 kick |o---|o---|
        == Two @4.54 ==
        P1 kick |o---|o---|
        == End @8.5 ==
        """
    )
    # Second 4.54 of the audio is second 4.04 of the song; as written it would be 4.
    assert read.sections == (
        Section("One", 0, Fraction(0)),
        Section("Two", 2, Fraction(8), Fraction("4.54")),
        Section("End", 4, Fraction(16), Fraction("8.5")),
    )
    assert [read.tempo_map.exact_us(Fraction(beat)) for beat in (4, 8, 12, 16)] == [
        2_020_000,
        4_040_000,
        6_020_000,
        8_000_000,
    ]
    assert steps(read) == [(0, 120)]


def test_a_pin_of_bar_1_repeats_the_offset() -> None:
    text = "#duet 1\ntitle: A\nbpm: 120\noffset: 1.5\n== A @1.500 ==\nP1 kick |o---|\n"
    assert chart(text).tempo_map.pins == ()


@pytest.mark.parametrize("pin_s", ["1.94", "2.06"])
def test_a_stretch_of_three_percent_is_allowed(pin_s: str) -> None:
    read = chart(f"P1 kick |o---|\n== Two @{pin_s} ==\nP1 kick |o---|")
    assert read.tempo_map.exact_us(Fraction(4)) == Fraction(pin_s) * 1_000_000


def test_section_names_are_plain_text() -> None:
    names = ["Verse 1", "a = b", "Live @ home", "me@home", "Solo: P1 | P2"]
    text = "\n".join(f"== {name} ==\nP1 kick |o---|" for name in names)
    assert [section.name for section in chart(text).sections] == names


def test_leads_start_as_both_and_tell_changes_only() -> None:
    read = chart("lead |    |P1|P1 P2|both|\nP1 kick |o---|o---|o---|o---|")
    assert read.leads == (
        Lead(Fraction(0), (1, 2)),
        Lead(Fraction(4), (1,)),
        Lead(Fraction(10), (2,)),
        Lead(Fraction(12), (1, 2)),
    )


def test_cues_are_for_both_or_for_one_and_in_any_language() -> None:
    read = chart(
        """
        P1 text    |RLRR LRLL | & %: a//x|
        text       |both      |           |
        text.ko    |          | 같이      |
        P2 text.ja |          |一緒       |
        P1 kick    |o---      |o---       |
        """
    )
    assert read.cues == (
        Cue(Fraction(0), (1,), "RLRR LRLL"),
        Cue(Fraction(0), (1, 2), "both"),
        Cue(Fraction(4), (1,), "& %: a//x"),
        Cue(Fraction(4), (1, 2), "같이", "ko"),
        Cue(Fraction(4), (2,), "一緒", "ja"),
    )


def test_rulers_are_ignored_whatever_their_width() -> None:
    text = "|1 2 3 4|1|2\nP1 kick |o---|o---|\n|1 e & a"
    assert document(text).issues() == []
    assert len(chart(text).bars) == 2


def test_comments_stand_anywhere() -> None:
    text = "// a\nP1 kick |o---| // b\n  // c\nP1 snare |-x--|// d is no comment |"
    assert [issue.message for issue in document(text).issues()][:1] == [
        "found 2 bars, expected 1 as in the lines beside it"
    ]
    assert len(chart(text.rpartition("//")[0]).parts[0].notes) == 2
