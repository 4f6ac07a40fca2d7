"""The text in which backings are written."""

import pytest
from music.notation import bass_line, cells, harmony, melody, split_bars, struck_chords


def test_a_percent_sign_repeats_the_bar_before() -> None:
    assert split_bars("A4/16 | % | r/16") == ["A4/16", "A4/16", "r/16"]


def test_a_percent_sign_with_nothing_before_it_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to repeat"):
        split_bars("% | A4/16")


def test_a_bar_of_cells_has_sixteen() -> None:
    with pytest.raises(ValueError, match="has 15 cells, expected 16"):
        cells("x--------------")


def test_a_melody_counts_in_cells_from_bar_1() -> None:
    sounds = melody("r/4 A4/12 | C5/8 r/8", base_velocity=80)
    assert [(sound.start_cells, sound.pitch) for sound in sounds] == [(4, 69), (16, 72)]


def test_marks_make_a_note_louder_or_softer() -> None:
    soft, plain, loud = (melody(f"A4/16{mark}", 80)[0].velocity for mark in ("?", "", "!"))
    assert soft < plain < loud


def test_a_melody_with_a_bar_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="is 12 cells long, expected 16"):
        melody("A4/12", 80)


def test_chords_are_struck_and_held() -> None:
    line = "X===----x-------"
    sounds = struck_chords(line, [(60, 64), (62, 65)], base_velocity=70)
    assert [(s.start_cells, s.pitch) for s in sounds] == [(0, 60), (0, 64), (8, 62), (8, 65)]
    assert sounds[0].length_cells == pytest.approx(3.8)


def test_a_bass_walks_in_degrees_and_leads_into_the_next_chord() -> None:
    sounds = bass_line("1---8---5-----a-", harmony("Dm7 Gm7"), 90, lowest=28)
    # D2, its octave, then over Gm7 its fifth; `a` leads nowhere after the last chord but to itself
    assert [sound.pitch for sound in sounds] == [38, 50, 38, 30]


def test_no_velocity_is_beyond_what_midi_can_say() -> None:
    velocities = [sound.velocity for sound in melody("A4/8! A4/8?", base_velocity=126)]
    assert max(velocities) == 127
