"""A song is found in a recording of it: synthetic music with known places."""

from __future__ import annotations

import numpy as np
import pytest
from helpers import chart
from numpy.typing import NDArray

from game.alignment.align import align
from game.alignment.pattern import Pattern, pattern_of
from game.alignment.reference import OwnMusic
from game.alignment.result import Alignment, Confidence, Refusal

RATE_HZ = 48_000
Mono = NDArray[np.float32]

BARS = {
    "A": ("o---o---o---o---", "----x-------x---"),
    "B": ("o--o--o-o-------", "--------x---x-x-"),
    "C": ("o-o-----o-o---o-", "----x--x----xxxx"),
    "D": ("o-------------o-", "----------------"),
}
FORM = "DDDDAAABAAACBBBCAABBCCCCDDAAABBC"


def song(pinned_at: float | None = None) -> str:
    """A minute of 4/4 at 120 in sections of eight bars; the third one may be pinned."""
    text = "#duet 1\ntitle: T\nbpm: 120\n"
    for number in range(0, len(FORM), 8):
        pin = f" @{pinned_at:.3f}" if pinned_at is not None and number == 24 else ""
        text += f"\n== S{number}{pin} ==\n"
        for row, label in enumerate(("P1 kick ", "P1 snare")):
            bars = "|".join(BARS[name][row] for name in FORM[number : number + 8])
            text += f"{label}|{bars}|\n"
    return text


PATTERN = pattern_of(chart(song()))


def music(pattern: Pattern, *, lead_s: float = 0.0, speed: float = 1.0, gap_s: float = 0.0) -> Mono:
    """Plucked notes at the pattern's onsets, the last section `gap_s` later than the rest."""
    chance = np.random.default_rng(7)
    mono = np.zeros(round((lead_s + pattern.end_us / 1e6 * speed + abs(gap_s) + 2) * RATE_HZ))
    decay = np.exp(-np.arange(RATE_HZ // 4) / 3_000)
    for onset in pattern.onsets:
        late_s = gap_s if onset.at_us >= pattern.sections_us[-1] else 0.0
        at = round((lead_s + late_s + onset.at_us / 1e6 * speed) * RATE_HZ)
        hertz = 90 + 400 * chance.random()
        pluck = np.sin(np.arange(len(decay)) * 2 * np.pi * hertz / RATE_HZ) * decay
        pluck[:480] += 0.4 * chance.standard_normal(480)
        mono[at : at + len(pluck)] += pluck * sum(onset.strengths)
    return (0.3 * mono / np.abs(mono).max()).astype(np.float32)


OWN = OwnMusic(music(PATTERN, lead_s=0.5), offset_us=500_000)


@pytest.mark.parametrize(
    ("lead_s", "speed"), [(0.5, 1.0), (7.25, 1.004), (21.0, 0.9952), (0.013, 1.0)]
)
def test_bar_one_and_the_end_are_found_to_a_few_milliseconds(lead_s: float, speed: float) -> None:
    found = align(music(PATTERN, lead_s=lead_s, speed=speed), PATTERN, OWN)
    assert isinstance(found, Alignment)
    first, last = found.pins
    assert first == (0, pytest.approx(lead_s * 1e6, abs=4_000))
    assert last[1] == pytest.approx((lead_s + last[0] / 1e6 * speed) * 1e6, abs=5_000)
    assert found.confidence is not Confidence.UNSURE


def test_noise_over_the_song_hides_little() -> None:
    recording = music(PATTERN, lead_s=11.0, speed=1.002)
    noise = np.random.default_rng(3).standard_normal(len(recording)).astype(np.float32)
    found = align(recording + noise * 0.3 * recording.std(), PATTERN, OWN)
    assert isinstance(found, Alignment)
    assert found.pins[0][1] == pytest.approx(11_000_000, abs=5_000)


def test_a_recording_that_lost_its_beginning_has_bar_one_before_its_start() -> None:
    found = align(music(PATTERN)[3 * RATE_HZ :], PATTERN, OWN)
    assert isinstance(found, Alignment)
    assert found.pins[0][1] == pytest.approx(-3_000_000, abs=5_000)


def test_a_pinned_section_that_comes_late_gets_pins_of_its_own() -> None:
    pattern = pattern_of(chart(song(pinned_at=48.0)))
    found = align(music(pattern, lead_s=2.0, gap_s=0.4), pattern, OWN)
    assert isinstance(found, Alignment)
    at_us = dict(found.pins)
    assert at_us[0] == pytest.approx(2_000_000, abs=5_000)
    # The bar before the section stretches; the section itself is whole.
    assert at_us[46_000_000] == pytest.approx(48_000_000, abs=8_000)
    assert at_us[48_000_000] == pytest.approx(50_400_000, abs=8_000)


def test_another_song_is_not_taken_for_this_one() -> None:
    noise = np.random.default_rng(5).standard_normal(70 * RATE_HZ).astype(np.float32)
    found = align(noise * np.float32(0.1), PATTERN, OWN)
    assert isinstance(found, Alignment)
    assert found.confidence is Confidence.UNSURE


@pytest.mark.parametrize(
    ("mono", "refusal"),
    [
        (np.zeros(70 * RATE_HZ, np.float32), Refusal.SILENT),
        (np.full(70 * RATE_HZ, 0.0005, np.float32), Refusal.SILENT),
        (np.zeros(0, np.float32), Refusal.SILENT),
        (music(PATTERN)[: 10 * RATE_HZ], Refusal.TOO_SHORT),
    ],
    ids=["nothing", "next to nothing", "empty", "ten seconds"],
)
def test_what_cannot_be_aligned_is_refused(mono: Mono, refusal: Refusal) -> None:
    assert align(mono, PATTERN, OWN) is refusal


def test_a_pattern_is_the_same_after_a_journey_as_plain_values() -> None:
    pattern = pattern_of(chart(song(pinned_at=48.0)))
    assert Pattern.from_json(pattern.as_json()) == pattern
    assert pattern.steady_until_us == 48_000_000
