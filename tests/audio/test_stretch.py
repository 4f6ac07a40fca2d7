"""Practice speeds."""

import numpy as np
import pytest
from sound_files import RATE_HZ

from game.audio import stretch
from game.audio.stretch import song_blocks

SPEEDS = (40, 50, 75, 90, 125, 150)


def stretched(pcm: np.ndarray, rate_pct: int) -> np.ndarray:
    return np.concatenate(list(song_blocks(pcm, rate_pct)))


def tone(length_s: float) -> np.ndarray:
    at_s = np.arange(round(length_s * RATE_HZ)) / RATE_HZ
    mono = (np.sin(2 * np.pi * 220 * at_s) * 16_000).astype(np.int16)
    return np.repeat(mono[:, np.newaxis], 2, axis=1)


def rimshots(at_s: list[float], length_s: float) -> np.ndarray:
    pcm = np.zeros((round(length_s * RATE_HZ), 2), np.int16)
    ring = np.arange(240)
    shot = np.exp(-ring / 30) * np.sin(ring * 0.8) * 25_000
    for second in at_s:
        first = round(second * RATE_HZ)
        pcm[first : first + 240] = shot[:, np.newaxis]
    return pcm


@pytest.fixture
def short_blocks(monkeypatch) -> None:
    """Blocks of two seconds, so that a short song has many joins."""
    monkeypatch.setattr(stretch, "_BLOCK_S", 2)


def test_full_speed_is_the_song_itself() -> None:
    pcm = tone(1)
    assert np.array_equal(stretched(pcm, 100), pcm.astype(np.float32) / 32768)


@pytest.mark.parametrize("rate_pct", SPEEDS)
@pytest.mark.parametrize("frames", [1, 48_000, 96_150, 300_007])
def test_the_length_is_that_of_the_speed(short_blocks, rate_pct, frames) -> None:
    assert len(stretched(np.zeros((frames, 2), np.int16), rate_pct)) == frames * 100 // rate_pct


@pytest.mark.parametrize("rate_pct", [50, 75, 125])
def test_a_stroke_lies_within_a_millisecond_of_its_place(short_blocks, rate_pct) -> None:
    strokes_s = [0.25, 1.0, 1.9, 2.35, 3.1, 4.02, 5.5]
    out = stretched(rimshots(strokes_s, 6.5), rate_pct)[:, 0]
    for second in strokes_s:
        wanted = round(second * RATE_HZ * 100 / rate_pct)
        around = np.abs(out[wanted - 3000 : wanted + 3000])
        assert abs(int(around.argmax()) - 3000) <= 48


@pytest.mark.parametrize("rate_pct", [40, 45, 60, 80, 120, 150])
def test_every_stroke_of_a_song_keeps_to_its_place(short_blocks, rate_pct) -> None:
    # Uneven places: strokes fall everywhere between the stretcher's steps, and on joins.
    strokes_s = [0.2 + 0.3137 * number for number in range(60)]
    out = np.abs(stretched(rimshots(strokes_s, 20), rate_pct)[:, 0])
    for second in strokes_s:
        wanted = round(second * RATE_HZ * 100 / rate_pct)
        around = out[max(0, wanted - 4_000) : wanted + 4_000]
        assert abs(int(around.argmax()) - min(wanted, 4_000)) <= 48, second  # 1 ms


@pytest.mark.parametrize("rate_pct", SPEEDS)
def test_the_pitch_is_kept(rate_pct) -> None:
    out = stretched(tone(3), rate_pct)[RATE_HZ // 2 : RATE_HZ // 2 + RATE_HZ, 0]
    assert np.abs(np.fft.rfft(out)).argmax() == pytest.approx(220, abs=1)  # bins of 1 Hz


@pytest.mark.parametrize("rate_pct", [50, 75])
def test_nothing_dips_where_blocks_join(short_blocks, rate_pct) -> None:
    noise = np.random.default_rng(1).integers(-9000, 9000, (9 * RATE_HZ, 2)).astype(np.int16)
    out = stretched(noise, rate_pct)[RATE_HZ // 2 : -RATE_HZ // 2, 0]
    windows = out[: len(out) // 480 * 480].reshape(-1, 480)  # 10 ms each
    loudness = np.sqrt((windows**2).mean(axis=1))
    # Two noises that cross fade lose 3 dB half way: a factor of 0.71.
    assert loudness.min() > 0.6 * np.median(loudness)
