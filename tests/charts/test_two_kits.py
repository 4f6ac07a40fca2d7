"""Two Kits: what its chart promises to the two who play it, and where its music lies."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from duets.densities import DENSITIES, broken_densities, presses_a_second
from duets.measures import (
    lead_bars,
    leaders_at,
    longest_rest_beats,
    moments,
    most_repeated_bar,
    part_in_bars,
    presses,
    section_bars,
    shared_beats,
)
from duets.rules import broken_rules, unfairness
from music.onsets import deviations_ms
from music.two_kits import form

from game.audio.decode import decode
from game.audio.length import audio_length_s
from game.audio.mixer import Mixer
from game.audio.rate import FREQUENCY_HZ
from game.charts.document import Document
from game.charts.levels import notes_at_level
from game.charts.model import LEVELS, PLAYERS

FOLDER = Path(__file__).parents[2] / "charts" / "two-kits"
DOCUMENT = Document.read(FOLDER / "two-kits.duet")
CHART = DOCUMENT.chart()
AUDIO = FOLDER / "two-kits.ogg"
BAR_S = 4 * 60 / 114

each_level = pytest.mark.parametrize("level", LEVELS)
each_player = pytest.mark.parametrize("player", PLAYERS)


def test_check_has_nothing_to_say_knowing_how_long_the_audio_is() -> None:
    assert [issue.text(AUDIO) for issue in DOCUMENT.issues(audio_length_s(AUDIO))] == []


def test_it_lasts_two_minutes_to_the_microsecond() -> None:
    assert len(CHART.bars) == 57
    assert CHART.tempo_map.us(CHART.end_beat) == 120_000_000  # 57 bars · 4 · 60 s / 114


def test_chart_and_music_have_one_plan() -> None:
    sections = {section.name: len(section_bars(CHART, section)) for section in CHART.sections}
    assert list(sections.items()) == list(form.SECTIONS.items())
    assert CHART.tempo_map.bpm(Fraction(0)) == form.BPM
    assert CHART.meta.offset_s == form.LEAD_IN_S


def test_the_song_list_plays_the_chorus() -> None:
    chorus = next(section for section in CHART.sections if section.name == "Chorus")
    assert CHART.meta.preview_s == pytest.approx(0.5 + chorus.bar * BAR_S, abs=0.001)


def test_no_rule_of_our_duets_is_broken() -> None:
    assert list(broken_rules(CHART)) == []


def test_no_level_is_too_dense_too_empty_or_outside_the_next() -> None:
    assert list(broken_densities(CHART)) == []


@each_level
def test_both_play_as_much_within_three_tenths_in_a_section_and_one_in_the_song(
    level: int,
) -> None:
    first, second = (part_in_bars(CHART, player, level) for player in PLAYERS)
    for section in CHART.sections:
        bars = section_bars(CHART, section)
        counts = [presses(part[bars.start : bars.stop]) for part in (first, second)]
        assert unfairness(*counts) <= Fraction(3, 10), section.name
    assert unfairness(presses(first), presses(second)) <= Fraction(1, 10)


def test_both_lead_the_same_number_of_bars() -> None:
    led = [lead_bars(CHART, range(len(CHART.bars)), player) for player in PLAYERS]
    assert led == [Fraction(29, 2), Fraction(29, 2)]


def test_the_fours_are_traded_four_bars_each() -> None:
    fours = next(section for section in CHART.sections if section.name == "Fours")
    leaders = [leaders_at(CHART, CHART.bars[bar].beat) for bar in section_bars(CHART, fours)]
    assert leaders == [(2,)] * 4 + [(1,)] * 4


def test_the_answers_grow_shorter_until_both_strike_together() -> None:
    section = next(each for each in CHART.sections if each.name == "Call and answer")
    halves = [
        leaders_at(CHART, CHART.bars[bar].beat + half)
        for bar in section_bars(CHART, section)
        for half in (0, 2)
    ]
    # two bars each, one bar each, half a bar each, both
    assert halves == [(1,)] * 4 + [(2,)] * 4 + [(1,)] * 2 + [(2,)] * 2 + [(1,), (2,)] + [(1, 2)] * 2


@each_player
@each_level
def test_nobody_rests_for_more_than_a_bar(player: int, level: int) -> None:
    assert longest_rest_beats(part_in_bars(CHART, player, level)) <= 4


@each_player
@each_level
def test_every_level_keeps_all_moments_together(player: int, level: int) -> None:
    shared = shared_beats(CHART)
    assert len(shared) == 18
    played = moments(notes_at_level(CHART, player, level))
    assert all(any(note.shared for note in played[beat]) for beat in shared)


@each_player
def test_the_moments_of_a_level_are_among_those_of_the_next(player: int) -> None:
    played = [set(moments(notes_at_level(CHART, player, level))) for level in LEVELS]
    for easier, harder in pairwise(played):
        assert easier < harder


@each_player
def test_presses_a_second_rise_from_level_to_level_within_their_limits(player: int) -> None:
    speeds = [presses_a_second(CHART, part_in_bars(CHART, player, level)) for level in LEVELS]
    assert speeds == sorted(speeds)
    for level, speed in zip(LEVELS, speeds, strict=True):
        limit = DENSITIES[level].presses_a_second
        assert limit is None or limit / 2 <= speed <= limit


@each_player
def test_at_level_1_there_is_one_key_at_a_time(player: int) -> None:
    assert all(len(at_once) == 1 for at_once in moments(notes_at_level(CHART, player, 1)).values())


def test_at_level_1_the_two_play_different_drums() -> None:
    """Together they are one drummer; only the `&` is the same drum for both."""
    first, second = (
        {(note.beat, note.piece) for note in notes_at_level(CHART, player, 1) if not note.shared}
        for player in PLAYERS
    )
    assert not first & second


@each_player
def test_no_bar_is_copied_through_the_song(player: int) -> None:
    _, count = most_repeated_bar(CHART, part_in_bars(CHART, player))
    assert count <= 4


def test_the_last_hit_is_one_crash_and_nothing_follows() -> None:
    for player in PLAYERS:
        last = max(moments(notes_at_level(CHART, player, 5)).items())
        assert last[0] == CHART.bars[-1].beat
        assert {str(note.piece) for note in last[1]} == {"crash", "kick"}


def test_the_music_rings_out_after_the_last_hit() -> None:
    length_s = audio_length_s(AUDIO)
    last_hit_s = 0.5 + 56 * BAR_S
    assert length_s == pytest.approx(last_hit_s + 3, abs=0.01)


def test_the_music_lies_on_the_grid_from_the_first_bar_to_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    mixer = Mixer.open()
    try:
        pcm = decode(AUDIO)
    finally:
        mixer.close()
    mono = pcm.astype(np.float64).mean(axis=1) / 32_768
    for bar in (1, 5, 9, 17, 25, 33, 41, 45, 53, 57):
        expected_s = 0.5 + (bar - 1) * BAR_S
        start = round((expected_s - 0.25) * FREQUENCY_HZ)
        excerpt = mono[start : start + FREQUENCY_HZ // 2]
        (late_ms,) = deviations_ms(excerpt, FREQUENCY_HZ, [expected_s - start / FREQUENCY_HZ])
        assert abs(late_ms) <= 10, f"bar {bar}"
    assert np.abs(mono[: round(0.4 * FREQUENCY_HZ)]).max() < 0.01
    assert np.abs(mono[-10:]).max() < 0.001
