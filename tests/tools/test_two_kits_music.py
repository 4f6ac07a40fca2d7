"""The written music of Two Kits: every part is as long as the song and within its instrument."""

from __future__ import annotations

import pytest
from music.midi import Track
from music.notation import CELLS_PER_BAR
from music.two_kits import form, rhythm_section, tunes

TRACKS = rhythm_section.tracks() + tunes.tracks()
REGISTERS = {"bass": (28, 55), "guitar": (52, 79), "trumpet": (55, 84), "saxophone": (44, 72)}
each_track = pytest.mark.parametrize("track", TRACKS, ids=lambda track: track.name)


@each_track
def test_every_sound_lies_within_the_song(track: Track) -> None:
    end = form.bars_in_all() * CELLS_PER_BAR
    assert track.sounds
    for sound in track.sounds:
        assert sound.start_cells >= -0.5
        assert sound.start_cells + sound.length_cells <= end
        assert 1 <= sound.velocity <= 127


@pytest.mark.parametrize("name", REGISTERS)
def test_an_instrument_stays_in_its_register(name: str) -> None:
    low, high = REGISTERS[name]
    pitches = [s.pitch for track in TRACKS if track.name == name for s in track.sounds]
    assert low <= min(pitches) <= max(pitches) <= high


def test_nothing_is_a_drum_but_shaker_and_tambourine() -> None:
    pitches = {s.pitch for track in TRACKS if track.is_percussion for s in track.sounds}
    assert pitches == {82, 54}


def test_the_band_is_silent_for_a_beat_and_a_half_before_the_last_chorus() -> None:
    start = form.first_cell("Last chorus") - 10
    begun = [s for track in TRACKS for s in track.sounds if start <= s.start_cells < start + 6]
    assert begun == []


def test_a_part_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="Intro has 3 bars, expected 4"):
        form.whole_song({"Intro": "r/16 | % | %"})


def test_a_section_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown sections: Bridge"):
        form.whole_song({"Bridge": "r/16"})
