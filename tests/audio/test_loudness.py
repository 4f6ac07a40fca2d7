"""Loudness as it is measured while a song loads, against the standard's own measure."""

from __future__ import annotations

import numpy as np
import pytest
from music.loudness import integrated_lufs
from sound_files import loud_backing

from game.audio.loudness import gain_towards, loudness_lufs
from game.audio.pcm import to_frames, to_pcm


@pytest.mark.parametrize("wanted_lufs", [-8.0, -14.0, -23.0])
@pytest.mark.parametrize("length_s", [3.0, 45.0])
def test_it_says_what_the_standard_says(wanted_lufs: float, length_s: float) -> None:
    pcm = to_pcm(loud_backing(length_s, wanted_lufs).astype(np.float32))
    standard = integrated_lufs(to_frames(pcm).astype(np.float64))
    assert loudness_lufs(pcm) == pytest.approx(standard, abs=0.3)


def test_silence_around_a_song_does_not_count() -> None:
    song = to_pcm(loud_backing(20, -14).astype(np.float32))
    around = np.concatenate([np.zeros((20 * 48_000, 2), np.int16), song])
    assert loudness_lufs(around) == pytest.approx(loudness_lufs(song), abs=0.2)


def test_a_song_is_brought_to_the_loudness_that_is_wanted() -> None:
    pcm = to_pcm(loud_backing(10, -9).astype(np.float32))
    gain = gain_towards(-18.5, pcm)
    assert loudness_lufs(to_pcm(to_frames(pcm) * np.float32(gain))) == pytest.approx(-18.5, abs=0.1)


@pytest.mark.parametrize("frames", [0, 1, 2, 100])
def test_silence_and_next_to_nothing_are_left_alone(frames: int) -> None:
    assert gain_towards(-18.5, np.zeros((frames, 2), np.int16)) == 1.0


def test_a_whisper_is_not_made_a_shout() -> None:
    whisper = to_pcm(loud_backing(5, -60).astype(np.float32))
    # -36 LUFS is the quietest that counts: 17.5 dB up, no more.
    assert gain_towards(-18.5, whisper) == pytest.approx(10 ** (17.5 / 20))
