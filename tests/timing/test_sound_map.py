"""Song time to a recording's own time and back."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.timing.bent_clock import BentClock
from game.timing.sound_map import AS_WRITTEN, SoundMap, SoundPin

NS_PER_MS = 1_000_000

# Bar 1 at 2 s; 1 % slower for 100 s, then half a second of waiting, then as written.
BENT = SoundMap.of(
    [
        (0, 2_000_000),
        (100_000_000, 103_000_000),
        (101_000_000, 104_500_000),
        (200_000_000, 203_500_000),
    ]
)


@pytest.mark.parametrize(
    ("song_us", "sound_us"),
    [
        (-1_000_000, 990_000),  # before the first pin the first line goes on
        (0, 2_000_000),
        (50_000_000, 52_500_000),
        (100_000_000, 103_000_000),
        (100_500_000, 103_750_000),
        (101_000_000, 104_500_000),
        (150_000_000, 153_500_000),
        (300_000_000, 303_500_000),  # and beyond the last pin the last one
    ],
)
def test_straight_lines_go_from_pin_to_pin_and_on_beyond_them(song_us: int, sound_us: int) -> None:
    assert BENT.sound_us(song_us) == sound_us
    assert BENT.song_us(sound_us) == song_us


def test_without_pins_nothing_is_changed() -> None:
    assert AS_WRITTEN.sound_us(-7) == AS_WRITTEN.song_us(-7) == -7
    assert AS_WRITTEN.rate(0) == 1.0


def test_a_single_pin_shifts() -> None:
    shift = SoundMap.of([(4_000_000, 9_000_000)])
    assert shift.sound_us(0) == 5_000_000
    assert shift.song_us(0) == -5_000_000


def test_a_shift_moves_every_pin() -> None:
    assert BENT.shifted(-10_000).sound_us(50_000_000) == 52_490_000
    assert AS_WRITTEN.shifted(5).pins == (SoundPin(0, 5),)


def test_the_rate_is_how_much_of_the_sound_a_second_of_the_song_takes() -> None:
    assert BENT.rate(50_000_000) == pytest.approx(1.01)
    assert BENT.rate(100_500_000) == pytest.approx(1.5)


@pytest.mark.parametrize("pins", [[(0, 5), (0, 6)], [(0, 5), (9, 5)], [(5, 0), (0, 5)]])
def test_time_that_stands_or_runs_back_is_refused(pins: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="does not come after"):
        SoundMap.of(pins)


steps_us = st.integers(min_value=500_000, max_value=60_000_000)


@st.composite
def maps(draw: st.DrawFn) -> SoundMap:
    """Pins half a second apart at least, and lines between half and double speed."""
    songs_us = list(accumulate(draw(st.lists(steps_us, min_size=1, max_size=6))))
    pins, at_us = [(0, draw(st.integers(-30_000_000, 30_000_000)))], 0
    for song_us in songs_us:
        share_pct = draw(st.integers(50, 200))
        pins.append((song_us, pins[-1][1] + (song_us - at_us) * share_pct // 100))
        at_us = song_us
    return SoundMap.of(pins)


@given(maps(), st.integers(-60_000_000, 500_000_000))
def test_there_and_back_ends_where_it_began(sound_map: SoundMap, song_us: int) -> None:
    assert abs(sound_map.song_us(sound_map.sound_us(song_us)) - song_us) <= 1


@given(maps(), st.integers(-60_000_000, 500_000_000), st.integers(1, 10_000_000))
def test_song_time_never_runs_back(sound_map: SoundMap, sound_us: int, later_us: int) -> None:
    assert sound_map.song_us(sound_us + later_us) >= sound_map.song_us(sound_us)


def test_a_bent_clock_stands_until_it_is_started() -> None:
    clock = BentClock(-3_000_000, 100, BENT)
    assert clock.song_us(0) == clock.song_us(NS_PER_MS) == -3_000_000
    assert clock.host_ns(0) is None


def test_a_bent_clock_goes_round_each_bend() -> None:
    clock = BentClock(0, 100, BENT)
    clock.start(0, 0)
    assert clock.song_us(101_000 * NS_PER_MS) == 100_000_000
    assert clock.song_us(101_750 * NS_PER_MS) == 100_500_000
    assert clock.host_ns(101_000_000) == 102_500 * NS_PER_MS


def test_a_stopped_bent_clock_goes_on_where_it_stood() -> None:
    clock = BentClock(0, 50, BENT)
    clock.start(0, 0)
    clock.stop(2_020 * NS_PER_MS)
    assert clock.song_us(0) == 1_000_000
    clock.seek(500_000)
    clock.start(0, 500_000)
    assert clock.song_us(1_010 * NS_PER_MS) == 1_000_000
