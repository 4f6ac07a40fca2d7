"""Loudness, peaks and onsets, on sounds whose values are known."""

import numpy as np
import pytest
from music.loudness import integrated_lufs, true_peak_db
from music.master import CEILING_DB, TARGET_LUFS, master
from music.onsets import deviations_ms

RATE_HZ = 48_000


def sine(
    frequency_hz: float, level_db: float, seconds: float = 4.0, phase: float = 0
) -> np.ndarray:
    turn = 2 * np.pi * frequency_hz * np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    wave = 10 ** (level_db / 20) * np.sin(turn + phase)
    return np.stack([wave, wave], axis=1)


def test_the_loudness_of_the_standard_s_reference_tone() -> None:
    # EBU Tech 3341, case 1: a stereo sine of 1000 Hz at -23 dBFS is -23 LUFS
    assert integrated_lufs(sine(1000, -23, 20)) == pytest.approx(-23, abs=0.1)


def test_quiet_stretches_do_not_count() -> None:
    # EBU Tech 3341, case 3: -36, -23 and -36 dBFS for 10, 60 and 10 s is -23 LUFS
    tone = np.concatenate([sine(1000, -36, 10), sine(1000, -23, 60), sine(1000, -36, 10)])
    assert integrated_lufs(tone) == pytest.approx(-23, abs=0.1)


def test_silence_has_no_loudness() -> None:
    assert integrated_lufs(np.zeros((RATE_HZ, 2))) == float("-inf")


def test_a_peak_between_two_samples_is_found() -> None:
    # a quarter of the sampling rate, 45° off: every sample lies 3 dB under the crest
    tone = sine(RATE_HZ / 4, -6, phase=np.pi / 4)
    assert 20 * np.log10(np.abs(tone).max()) == pytest.approx(-9, abs=0.1)
    assert true_peak_db(tone) == pytest.approx(-6, abs=0.2)


def test_a_master_is_as_loud_as_it_should_be_and_never_above_the_ceiling() -> None:
    quiet = sine(220, -40, 6)
    quiet[RATE_HZ * 2 : RATE_HZ * 2 + 400] *= 60
    mastered = master(quiet, length_s=5, fade_s=0.5)
    assert len(mastered) == 5 * RATE_HZ
    assert np.abs(mastered).max() <= 10 ** (CEILING_DB / 20) + 1e-9
    assert integrated_lufs(mastered) == pytest.approx(TARGET_LUFS, abs=0.5)
    assert np.abs(mastered[-1]).max() < 1e-6


@pytest.mark.parametrize("late_ms", [-20.0, -3.0, 0.0, 4.5, 25.0])
def test_an_onset_is_found_where_it_is(late_ms: float) -> None:
    mono = np.zeros(RATE_HZ)
    at = round((0.5 + late_ms / 1000) * RATE_HZ)
    mono[at : at + 4800] = np.exp(-np.arange(4800) / 900) * np.sin(np.arange(4800) / 5)
    (found_ms,) = deviations_ms(mono, RATE_HZ, [0.5])
    assert found_ms == pytest.approx(late_ms, abs=1.0)
