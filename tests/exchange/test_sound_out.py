"""A song as sound: where the drums begin, and how loud it all is."""

from __future__ import annotations

import wave
from io import BytesIO
from pathlib import Path

import numpy as np
from helpers import chart
from sound_files import write_wav

from game.app.files.folders import shipped
from game.audio.pcm import Frames
from game.audio.rate import FREQUENCY_HZ
from game.exchange.sound_out import mixed, wav_bytes

ASSETS = shipped() / "assets"


def first_sounds(frames: Frames, threshold: float = 0.02) -> float:
    """The second at which it is loud for the first time."""
    return float(np.flatnonzero(np.abs(frames).max(axis=1) > threshold)[0] / FREQUENCY_HZ)


def test_a_stroke_begins_at_its_beat() -> None:
    # The second quarter at 120 beats a minute: half a second.
    frames = mixed(chart("P1 rim |-x--|\nP2 kick |---o|"), None, ASSETS)
    assert abs(first_sounds(frames) - 0.5) < 0.005


def test_the_loudest_moment_lies_a_decibel_below_full_scale() -> None:
    busy = chart("P1 crash |XXXX|\nP1 snare |XXXX|\nP2 kick |OOOO|\nP2 tom3 |XXXX|")
    assert abs(np.abs(mixed(busy, None, ASSETS)).max() - 0.89) < 1e-4


def test_a_chart_without_a_stroke_is_silence() -> None:
    assert not mixed(chart("P1 kick |----|\nP2 kick |----|"), None, ASSETS).any()


def test_the_players_are_heard_on_their_sides() -> None:
    left, right = np.abs(mixed(chart("P1 snare |x---|\nP2 kick |----|"), None, ASSETS)).max(axis=0)
    assert left > right


def test_an_open_hat_rings_until_the_pedal() -> None:
    rings = mixed(chart("P1 hat |o---|\nP2 kick |----|"), None, ASSETS)
    choked = mixed(chart("P1 hat |o---|\nP1 pedal |-x--|\nP2 kick |----|"), None, ASSETS)
    after = slice(int(0.9 * FREQUENCY_HZ), int(1.2 * FREQUENCY_HZ))
    assert np.abs(choked[after]).max() < np.abs(rings[after]).max()


def test_the_file_is_a_wav_of_48_khz_and_16_bits() -> None:
    data = wav_bytes(np.full((480, 2), 0.5, np.float32))
    with wave.open(BytesIO(data)) as file:
        shape = (file.getframerate(), file.getsampwidth(), file.getnchannels(), file.getnframes())
    assert shape == (48_000, 2, 2, 480)


def test_the_backing_lies_where_the_offset_says(tmp_path: Path) -> None:
    # A click of the backing at 0.25 s is song time 0, where the kick falls.
    click = np.zeros((FREQUENCY_HZ, 2), np.float32)
    click[FREQUENCY_HZ // 4] = 0.9
    audio = tmp_path / "song.wav"
    write_wav(audio, click)
    song = (
        "#duet 1\ntitle: T\nbpm: 120\naudio: song.wav\noffset: 0.25\n\n"
        "P1 kick |----|\nP2 kick |---o|"
    )
    frames = mixed(chart(song), audio, ASSETS)
    loudest = int(np.abs(frames[: FREQUENCY_HZ // 2]).max(axis=1).argmax())
    assert abs(loudest - FREQUENCY_HZ // 4) <= 1
    assert abs(first_sounds(frames[FREQUENCY_HZ // 2 :]) - (1.75 - 0.5)) < 0.005
