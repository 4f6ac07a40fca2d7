"""Song time and frames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.audio.rate import frames_of, song_us_of

RATES = st.integers(40, 150)


@pytest.mark.parametrize(
    ("song_us", "rate_pct", "frames"),
    [
        (1_000_000, 100, 48_000),
        (1_000_000, 50, 96_000),  # half as fast: twice as long
        (1_000_000, 150, 32_000),
        (10, 100, 0),  # 0.48 frames
        (11, 100, 1),  # 0.528
        (-1_000_000, 100, -48_000),
    ],
)
def test_song_time_in_frames(song_us: int, rate_pct: int, frames: int) -> None:
    assert frames_of(song_us, rate_pct) == frames


@given(st.integers(-(10**9), 10**10), RATES)
def test_a_song_time_comes_back_within_half_a_frame(song_us: int, rate_pct: int) -> None:
    back = song_us_of(frames_of(song_us, rate_pct), rate_pct)
    half_a_frame_us = 1_000_000 * rate_pct / 100 / 48_000 / 2
    assert abs(back - song_us) <= half_a_frame_us + 1


@given(st.integers(0, 10**9), RATES)
def test_a_frame_comes_back_as_itself(frame: int, rate_pct: int) -> None:
    assert frames_of(song_us_of(frame, rate_pct), rate_pct) == frame
