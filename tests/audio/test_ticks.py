"""Ticks at exact frames."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.audio.pcm import silence
from game.audio.ticks import Tick, TickKind, TickTrack, render_ticks, tick_sounds

ONE = np.ones((1, 2), np.float32)
SOUNDS = dict.fromkeys(TickKind, ONE)
SAW = dict.fromkeys(TickKind, np.repeat(np.arange(1, 101, dtype=np.float32)[:, None], 2, axis=1))


def frames_of_ticks(ticks: list[Tick], **where) -> list[int]:
    return np.flatnonzero(render_ticks(ticks, SOUNDS, **where)[:, 0]).tolist()


@pytest.mark.parametrize(
    ("at_us", "rate_pct", "frame"),
    [
        (0, 100, 96_000),  # 2 s after the start
        (-500_000, 100, 72_000),
        (-500_000, 50, 144_000),  # 1.5 s of song last 3 s
        (10, 100, 96_000),  # 0.48 frames later
        (11, 100, 96_001),  # 0.53
    ],
)
def test_a_tick_falls_on_its_frame(at_us, rate_pct, frame) -> None:
    tick = Tick(at_us, TickKind.STICKS)
    assert frames_of_ticks([tick], start_us=-2_000_000, rate_pct=rate_pct) == [frame]


def test_a_tick_before_the_start_is_left_out() -> None:
    assert frames_of_ticks([Tick(-1, TickKind.BEAT)], start_us=0) == []


def test_ticks_that_overlap_are_added() -> None:
    ticks = [Tick(0, TickKind.BEAT), Tick(0, TickKind.ACCENT)]
    assert render_ticks(ticks, SOUNDS, start_us=0)[0, 0] == 2


@given(st.lists(st.integers(0, 300), min_size=1), st.integers(7, 90))
def test_a_track_is_the_same_in_blocks_of_any_size(frames, block_frames) -> None:
    ticks = [Tick(round(frame * 1_000_000 / 48_000), TickKind.BEAT) for frame in frames]
    track = TickTrack(ticks, SAW, start_us=0, rate_pct=100, gain=0.5)
    whole = silence(500)
    track.add_to(whole, 0)
    blocks = [silence(block_frames) for _ in range(0, 500, block_frames)]
    for index, block in enumerate(blocks):
        track.add_to(block, index * block_frames)
    assert np.array_equal(np.concatenate(blocks)[:500], whole)


def test_the_first_pulse_of_a_bar_has_a_sound_of_its_own() -> None:
    sounds = tick_sounds(None)
    assert not np.array_equal(sounds[TickKind.ACCENT], sounds[TickKind.BEAT])
    assert all(np.abs(sound).max() <= 1 for sound in sounds.values())


def test_without_sticks_a_beep_counts_in() -> None:
    sounds = tick_sounds(None)
    assert np.array_equal(sounds[TickKind.STICKS], sounds[TickKind.BEAT])
