"""The limiter: nothing beyond the ceiling, nothing else touched, whatever the blocks."""

from __future__ import annotations

import numpy as np
import pytest

from game.audio.limiter import Limiter, limited, limited_blocks
from game.audio.pcm import Frames

CEILING = 0.38


def noise(frames: int, level: float, seed: int = 1) -> Frames:
    random = np.random.default_rng(seed)
    return (random.standard_normal((frames, 2)) * level).astype(np.float32)


@pytest.mark.parametrize("level", [0.05, 0.2, 1.0, 4.0])
def test_no_sample_goes_beyond_the_ceiling(level: float) -> None:
    out = limited(noise(30_000, level), CEILING)
    assert np.abs(out).max() <= CEILING * (1 + 1e-6)


def test_what_is_below_the_ceiling_is_left_as_it_is() -> None:
    quiet = np.clip(noise(20_000, 0.1), -CEILING, CEILING)
    assert np.array_equal(limited(quiet, CEILING), quiet)


def test_only_the_neighbourhood_of_a_peak_is_turned_down() -> None:
    song = noise(20_000, 0.05)
    song[10_000] = 1.0
    out = limited(song, CEILING)
    touched = np.flatnonzero((out != song).any(axis=1))
    # 7 ms of gain that moves and as much that is held, on either side: 12 cells of 64 frames.
    assert touched.min() >= 10_000 - 13 * 64 and touched.max() <= 10_000 + 13 * 64
    # Near the peak the song is turned down by what the peak needs, and no further.
    gains = out[touched] / song[touched]
    assert gains.min() == pytest.approx(CEILING, rel=1e-3)


@pytest.mark.parametrize("sizes", [[30_000], [1] * 300 + [29_700], [7_001] * 4 + [1_996]])
def test_blocks_of_any_size_give_the_same(sizes: list[int]) -> None:
    song = noise(30_000, 0.3)
    blocks = np.split(song, np.cumsum(sizes)[:-1])
    out = np.concatenate(list(limited_blocks(iter(blocks), CEILING)))
    assert np.allclose(out, limited(song, CEILING), atol=1e-6)
    assert len(out) == len(song)


def test_nothing_comes_of_nothing() -> None:
    limiter = Limiter(CEILING)
    assert len(limiter.push(noise(0, 1))) == len(limiter.rest()) == 0
