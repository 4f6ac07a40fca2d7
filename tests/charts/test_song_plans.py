"""Charts with our own music: chart and music have one plan, and the audio is as long as it says."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from pathlib import Path

import pytest
from duets.densities import broken_densities
from duets.measures import section_bars
from duets.rules import broken_rules
from music.form import Form

from game.audio.length import audio_length_s
from game.charts.document import Document

ROOT = Path(__file__).parents[2]
SONGS = sorted(path.parent.name for path in (ROOT / "charts").glob("*/*.ogg"))
WITHOUT_FORM = {"two-kits"}
each_song = pytest.mark.parametrize("song", sorted(set(SONGS) - WITHOUT_FORM))


def document(song: str) -> Document:
    return Document.read(ROOT / "charts" / song / f"{song}.duet")


def form_of(song: str) -> Form:
    form = import_module(f"music.{song.replace('-', '_')}").FORM
    assert isinstance(form, Form)
    return form


@each_song
def test_chart_and_music_have_the_same_sections(song: str) -> None:
    chart, form = document(song).chart(), form_of(song)
    lengths = {section.name: len(section_bars(chart, section)) for section in chart.sections}
    assert list(lengths.items()) == list(form.sections.items())


@each_song
def test_every_bar_line_lies_where_the_music_has_it(song: str) -> None:
    chart, form = document(song).chart(), form_of(song)
    assert chart.meta.offset_s == Fraction(str(form.lead_in_s))
    for index, bar in enumerate(chart.bars):
        music_us = form.first_cell_of_bar(index) * form.cell_s * 1e6
        assert chart.tempo_map.us(bar.beat) == pytest.approx(music_us, abs=1_000)


@each_song
def test_check_has_nothing_to_say_knowing_how_long_the_audio_is(song: str) -> None:
    audio = ROOT / "charts" / song / f"{song}.ogg"
    assert [issue.text(audio) for issue in document(song).issues(audio_length_s(audio))] == []


@each_song
def test_no_rule_of_our_duets_and_no_density_is_broken(song: str) -> None:
    chart = document(song).chart()
    assert [*broken_rules(chart), *broken_densities(chart)] == []


@each_song
def test_a_notice_lies_beside_the_samples_of_others(song: str) -> None:
    assert "Frank Wen" in (ROOT / "charts" / song / "NOTICE.md").read_text(encoding="utf-8")
