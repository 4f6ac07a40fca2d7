from hypothesis import given
from hypothesis import strategies as st

from game.timing.song_clock import SongClock

MS = 1_000_000


def test_a_clock_stands_still_until_it_is_started() -> None:
    clock = SongClock(song_us=-2_000_000)
    assert clock.song_us(0) == clock.song_us(5_000 * MS) == -2_000_000
    assert clock.host_ns(0) is None


def test_a_running_clock_counts_microseconds_of_song() -> None:
    clock = SongClock()
    clock.start(host_ns=100 * MS, song_us=-1_000)
    assert clock.song_us(100 * MS) == -1_000
    assert clock.song_us(101 * MS) == 0
    assert clock.song_us(99 * MS) == -2_000  # a press that came before the start


def test_half_speed_takes_twice_the_time() -> None:
    clock = SongClock(rate_pct=50)
    clock.start(host_ns=0, song_us=0)
    assert clock.song_us(10 * MS) == 5_000
    assert clock.host_ns(5_000) == 10 * MS


def test_a_stopped_clock_goes_on_where_it_stood() -> None:
    clock = SongClock()
    clock.start(0, 0)
    clock.stop(30 * MS)
    assert clock.song_us(90 * MS) == 30_000
    clock.start(90 * MS, 30_000)
    assert clock.song_us(91 * MS) == 31_000


@given(
    st.integers(40, 150),
    st.integers(-(10**9), 10**9),
    st.integers(0, 10**13),
    st.integers(-(10**8), 10**9),
)
def test_host_time_is_the_first_at_which_the_song_time_is_reached(
    rate_pct: int, start_us: int, start_ns: int, after_us: int
) -> None:
    clock = SongClock(rate_pct=rate_pct)
    clock.start(start_ns, start_us)
    wanted_us = start_us + after_us
    host_ns = clock.host_ns(wanted_us)
    assert host_ns is not None
    assert clock.song_us(host_ns) >= wanted_us
    assert clock.song_us(host_ns - 1) < wanted_us
