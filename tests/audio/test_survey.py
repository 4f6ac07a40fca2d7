"""A recording is prepared, looked through and aligned by processes of their own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from disk_recording import ASSETS
from helpers import chart
from sound_files import write_wav

from game.alignment.pattern import Pattern, pattern_of
from game.alignment.result import Refusal
from game.alignment.waveform import waveform_of
from game.audio.prepare import PrepareCancelledError
from game.audio.survey import Survey, SurveyRequest, survey
from game.errors import AudioError

RATE_HZ = 48_000
PATTERN = pattern_of(
    chart(
        "#duet 1\ntitle: T\nbpm: 120\n\n"
        "P1 kick |o---o---o---o---|o--o--o-o-------|o-o-----o-o---o-|o---------------|\n"
        "P2 snare|----x-------x---|--------x---x-x-|----x--x----xxxx|--------x-x-xxxx|\n"
    )
)


def sound(pattern: Pattern, lead_s: float) -> np.ndarray:
    chance = np.random.default_rng(2)
    frames = np.zeros(round((lead_s + pattern.end_us / 1e6 + 1) * RATE_HZ))
    for onset in pattern.onsets:
        at = round((lead_s + onset.at_us / 1e6) * RATE_HZ)
        frames[at : at + 960] += chance.standard_normal(960) * sum(onset.strengths) / 12
    return np.clip(frames, -1, 1)


def surveyed(path: Path, folder: Path, music: Path | None = None) -> Survey:
    request = SurveyRequest(path, PATTERN, music, 500_000)
    return survey(
        request, folder / "cache", ASSETS, progress=lambda _: None, is_cancelled=lambda: False
    )


def test_a_recording_is_aligned_in_its_own_time(tmp_path: Path) -> None:
    mine = write_wav(tmp_path / "mine.wav", sound(PATTERN, 3.25))
    own = write_wav(tmp_path / "own.wav", sound(PATTERN, 0.5))
    found = surveyed(mine, tmp_path, own)
    assert found.pins[0] == (0, pytest.approx(3_250_000, abs=5_000))
    assert (found.prepared.start_us, found.refusal) == (0, None)
    assert found.length_us == pytest.approx(12_250_000, abs=2_000)


def test_missing_music_of_the_game_is_no_hindrance(tmp_path: Path) -> None:
    mine = write_wav(tmp_path / "mine.wav", sound(PATTERN, 3.25))
    assert surveyed(mine, tmp_path, tmp_path / "none.ogg").pins


def test_silence_is_refused_and_still_has_a_picture(tmp_path: Path) -> None:
    found = surveyed(write_wav(tmp_path / "mine.wav", np.zeros(9 * RATE_HZ)), tmp_path)
    assert found.refusal is Refusal.SILENT
    assert found.pins == ()
    assert found.waveform.length_us == 9_000_000


def test_a_file_without_sound_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "mine.mp3").write_bytes(b"no sound at all")
    with pytest.raises(AudioError, match=r"mine\.mp3"):
        surveyed(tmp_path / "mine.mp3", tmp_path)


def test_a_survey_can_be_called_off(tmp_path: Path) -> None:
    mine = write_wav(tmp_path / "mine.wav", sound(PATTERN, 0.0))
    with pytest.raises(PrepareCancelledError):
        survey(
            SurveyRequest(mine, PATTERN),
            tmp_path / "cache",
            ASSETS,
            progress=lambda _: None,
            is_cancelled=lambda: True,
        )


def test_peaks_are_kept_at_every_zoom() -> None:
    mono = np.zeros(2 * RATE_HZ, np.float32)
    mono[RATE_HZ] = -0.5
    mono[RATE_HZ + 4_800] = 0.25
    waveform = waveform_of(mono)
    assert waveform.length_us == 2_000_000
    assert list(waveform.peaks(0, 2_000_000, 2)) == [0, 255]
    assert list(waveform.peaks(1_000_000, 1_200_000, 4)) == [255, 0, 128, 0]
    assert list(waveform.peaks(-2_000_000, 0, 2)) == [0, 0]
    assert list(waveform.peaks(999_000, 1_002_000, 3)) == [0, 255, 0]
