"""Recordings by bands that never saw the chart: found by beats, bars and form."""

from __future__ import annotations

import numpy as np
import pytest
from band import played
from helpers import chart

from game.alignment.align import align
from game.alignment.beats import find_beats
from game.alignment.envelope import onset_strength
from game.alignment.pattern import BANDS, Pattern, pattern_of
from game.alignment.reference import features
from game.alignment.result import Alignment, Confidence, Refusal

BEAT_US = 500_000


def form(*lengths: int) -> Pattern:
    """Sections of so many bars of 4/4 at 120, with the drums of another song in them."""
    text = "#duet 1\ntitle: T\nbpm: 120\n"
    for number, bars in enumerate(lengths):
        text += f"\n== S{number} ==\nP1 tom1 |{'|'.join(['x-----x---x-x---'] * bars)}|\n"
    return pattern_of(chart(text))


SONG = form(4, 8, 8, 4, 8, 6)


def found_in(lead_s: float, speed: float = 1.0) -> Alignment:
    found = align(played(SONG, lead_s=lead_s, speed=speed), SONG)
    assert isinstance(found, Alignment)
    return found


@pytest.mark.parametrize(("lead_s", "speed"), [(0.12, 1.0), (6.3, 1.004), (17.9, 0.996)])
def test_bar_one_and_the_end_are_found_though_no_note_of_the_chart_is_played(
    lead_s: float, speed: float
) -> None:
    found = found_in(lead_s, speed)
    assert found.pins[0] == (0, pytest.approx(lead_s * 1e6, abs=10_000))
    end_us, heard_us = found.pins[-1]
    assert heard_us == pytest.approx((lead_s + end_us / 1e6 * speed) * 1e6, abs=10_000)
    assert found.confidence is not Confidence.UNSURE


def test_the_next_places_are_others_on_the_same_beats() -> None:
    found = found_in(6.3)
    assert found.others_us
    for other_us in found.others_us:
        beats = (other_us - found.pins[0][1]) / BEAT_US
        # Between beats lie half beats; all keep to a quarter of one within 20 ms.
        assert abs(beats * 4 - round(beats * 4)) < 4 * 20_000 / BEAT_US
        assert abs(beats) > 0.1


def test_a_band_that_plays_another_song_is_not_believed() -> None:
    other = form(6, 6, 6, 6, 6)
    at_another_tempo = played(other, lead_s=2.0, speed=1.07)
    found = align(at_another_tempo, SONG)
    assert isinstance(found, Alignment)
    assert found.confidence is Confidence.UNSURE


@pytest.mark.parametrize("stretch_ppm", [-8_000, -3_000, 0, 4_600])
def test_the_speed_is_told_by_the_beats_alone(stretch_ppm: int) -> None:
    mono = played(SONG, lead_s=3.0, speed=1 + stretch_ppm / 1e6)
    onsets = features(onset_strength(mono))[:BANDS]
    beats = find_beats(onsets, np.array(SONG.pulses_us, np.float64))
    assert beats.stretch_ppm == pytest.approx(stretch_ppm, abs=200)
    assert np.abs(beats.leads_us - 3_000_000).min() < 20_000
    assert beats.strengths.max() == 1


def test_places_are_rising_and_apart() -> None:
    onsets = features(onset_strength(played(SONG, lead_s=1.0)))[:BANDS]
    leads_us = find_beats(onsets, np.array(SONG.pulses_us, np.float64)).leads_us
    assert (np.diff(leads_us) > 60_000).all()


@pytest.mark.parametrize("bars", ["x---", "x---|x---", "|".join(["x---"] * 40)])
@pytest.mark.parametrize("seconds", [1, 3, 40])
@pytest.mark.parametrize("sound", ["tone", "noise", "click", "plain current"])
def test_whatever_is_no_song_is_refused_or_not_believed(
    bars: str, seconds: int, sound: str
) -> None:
    # A chart without sections, down to a single bar.
    pattern = pattern_of(chart(f"#duet 1\ntitle: T\nbpm: 120\n\nP1 kick|{bars}|\n"))
    frames = seconds * 48_000
    mono = {
        "tone": np.sin(np.arange(frames) * 0.05),
        "noise": 0.1 * np.random.default_rng(1).standard_normal(frames),
        "click": np.eye(1, frames, frames // 3)[0],
        "plain current": np.full(frames, 0.5),
    }[sound].astype(np.float32)
    found = align(mono, pattern)
    assert isinstance(found, Refusal) or found.confidence is Confidence.UNSURE
