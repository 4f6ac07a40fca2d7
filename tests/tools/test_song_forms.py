"""The plans of songs, and the written music of every song that has one."""

from __future__ import annotations

from importlib import import_module

import pytest
from music import band
from music.band import Chair
from music.form import Form
from music.midi import Track
from music.notation import FOUR_THREES

SONGS = ("arirang_road", "dynamite", "first_minute", "golden", "lantern_shuffle")
each_song = pytest.mark.parametrize("song", SONGS)
TWO_SECTIONS = Form(
    pulses_a_minute=120,
    cells_per_pulse=3,
    grid=FOUR_THREES,
    sections={"One": 2, "Held": 1, "Two": 2},
    chord_symbols={"One": "C | F", "Held": "G", "Two": "C"},
    short_bars={2: 6},
)


def tracks_of(song: str) -> list[Track]:
    found: list[Track] = import_module(f"music.{song}").tracks()
    return found


def test_a_short_bar_moves_what_follows_it() -> None:
    assert [TWO_SECTIONS.first_cell(name) for name in TWO_SECTIONS.sections] == [0, 24, 30]
    assert TWO_SECTIONS.cells_in_all == 54
    assert TWO_SECTIONS.cell_s == pytest.approx(1 / 6)


def test_what_is_written_beyond_a_short_bar_is_not_played() -> None:
    part = {"Held": "x-----x-----", "Two": "x-----------"}
    starts = [sound.start_cells for sound in TWO_SECTIONS.struck(part, 54, 60)]
    assert starts == [24, 30, 42]


def test_bars_that_do_not_fill_their_section_come_round_again() -> None:
    line = TWO_SECTIONS.line({"Two": "x--x--x--x--"})
    assert line.split("|") == ["-" * 12] * 3 + ["x--x--x--x--"] * 2


def test_a_part_that_does_not_fit_its_section_is_refused() -> None:
    with pytest.raises(ValueError, match="One: 3 bars do not fill 2"):
        TWO_SECTIONS.line({"One": "x-----------|%|%"})


def test_a_section_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown sections: Bridge"):
        TWO_SECTIONS.line({"Bridge": "x-----------"})


def test_a_bass_plays_the_chord_of_its_place_after_a_short_bar() -> None:
    part = {"Held": "1-----------", "Two": "1-----------"}
    track = band.bass(TWO_SECTIONS, Chair("bass", 33, 100), part)
    assert [(s.start_cells, s.pitch % 12) for s in track.sounds] == [(24, 7), (30, 0), (42, 0)]


@each_song
def test_every_sound_lies_within_the_song(song: str) -> None:
    form: Form = import_module(f"music.{song}").FORM
    for track in tracks_of(song):
        assert track.sounds, track.name
        for sound in track.sounds:
            assert sound.start_cells * form.cell_s >= -0.1
            assert sound.start_cells < form.cells_in_all
            assert 1 <= sound.velocity <= 127
            assert 0 <= sound.pitch <= 127


@each_song
def test_the_drums_are_left_to_the_players(song: str) -> None:
    struck = {s.pitch for track in tracks_of(song) if track.is_percussion for s in track.sounds}
    assert struck <= {band.SHAKER, band.TAMBOURINE}


@pytest.mark.parametrize("song", ["dynamite", "golden"])
def test_an_accompaniment_has_no_tune(song: str) -> None:
    """Above the bass everything is struck as a chord: three or more notes begin together."""
    bass_names = ("bass", "bass, the body", "percussion")
    for track in (each for each in tracks_of(song) if each.name not in bass_names):
        starts = [round(sound.start_cells * 4) for sound in track.sounds]
        assert min(starts.count(start) for start in set(starts)) >= 3, track.name
