from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated_device import Dropout, SimulatedDevice

from game.timing.song_clock import SongClock

MS = 1_000_000
S = 1_000 * MS
FRAME_NS = S // 60


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


def played(
    device: SimulatedDevice, clock: SongClock, length_s: float
) -> Iterator[tuple[float, float]]:
    """The host second and the clock's error against what is really heard, frame by frame, in µs."""
    clock.start(0, 0)
    for host_ns in range(0, round(length_s * S), FRAME_NS):
        clock.observe(host_ns, device.reported_us(host_ns) * clock.rate_pct // 100)
        heard_us = device.true_us(host_ns) * clock.rate_pct / 100
        yield host_ns / S, clock.song_us(host_ns) - heard_us


@pytest.mark.parametrize("rate_pct", [50, 100, 150])
@pytest.mark.parametrize("drift_ppm", [-200, -50, 0, 50, 200])
def test_ten_minutes_stay_within_three_milliseconds_of_a_drifting_device(
    drift_ppm: float, rate_pct: int
) -> None:
    clock = SongClock(rate_pct=rate_pct)
    errors = list(played(SimulatedDevice(drift_ppm=drift_ppm), clock, 600))
    assert max(abs(error_us) for _, error_us in errors) * 100 / rate_pct < 3_000


@pytest.mark.parametrize("length_ms", [5, 11, 13, 20, 50, 100, 150, 250, 400])
@pytest.mark.parametrize("drift_ppm", [-200, 200])
def test_a_dropout_is_worked_off_in_its_tenfold_and_half_a_second(
    length_ms: int, drift_ppm: float
) -> None:
    length_s = length_ms / 1000
    device = SimulatedDevice(drift_ppm=drift_ppm, dropouts=(Dropout(10.0, length_s),))
    worked_off_s = 10.0 + length_s + length_s / 0.1 + 0.5
    errors = list(played(device, SongClock(), 30))
    assert max(abs(error) for at_s, error in errors if at_s < 10) < 3_000
    assert max(abs(error) for at_s, error in errors if at_s > worked_off_s) < 3_000


def test_many_dropouts_are_worked_off_one_by_one() -> None:
    dropouts = tuple(Dropout(10.0 + 7 * n, 0.005 + 0.01 * n) for n in range(10))
    errors = list(played(SimulatedDevice(drift_ppm=120, dropouts=dropouts), SongClock(), 100))
    calm = [
        error
        for at_s, error in errors
        if not any(drop.at_s <= at_s <= drop.at_s + 11 * drop.length_s + 0.5 for drop in dropouts)
    ]
    assert max(map(abs, calm)) < 3_000


@pytest.mark.parametrize(
    ("lengths_ms", "expected"), [((), 0), ((5,), 0), ((20,), 1), ((5, 60, 5, 400), 2)]
)
def test_only_sound_that_was_not_played_is_a_dropout(
    lengths_ms: tuple[int, ...], expected: int
) -> None:
    dropouts = tuple(Dropout(10.0 + 8 * n, ms / 1_000) for n, ms in enumerate(lengths_ms))
    clock = SongClock()
    for _ in played(SimulatedDevice(drift_ppm=80, dropouts=dropouts), clock, 50):
        pass
    assert clock.fit.dropouts == expected


def test_the_clock_never_steps_and_never_runs_backwards() -> None:
    device = SimulatedDevice(
        drift_ppm=-200, lag_s=1.3, dropouts=(Dropout(20.0, 0.4), Dropout(30.0, 0.05))
    )
    clock = SongClock()
    clock.start(0, 0)
    times_us = []
    for host_ns in range(0, 60 * S, FRAME_NS):
        clock.observe(host_ns, device.reported_us(host_ns))
        times_us.append(clock.song_us(host_ns))
    frame_us = FRAME_NS / 1_000
    for before_us, after_us in pairwise(times_us):
        assert 0.9 * frame_us - 2 <= after_us - before_us <= 1.1 * frame_us + 2


def test_a_start_that_lags_is_caught_up_with() -> None:
    errors = list(played(SimulatedDevice(lag_s=1.3), SongClock(), 30))
    # 1.3 s of lag, two seconds to know the device, 13 s to work it off, and half a second.
    assert max(abs(error_us) for at_s, error_us in errors if at_s > 1.3 + 2 + 13.5) < 3_000


def test_a_disturbance_says_how_large_it_is() -> None:
    device = SimulatedDevice(dropouts=(Dropout(10.0, 0.4),))
    clock = SongClock()
    worst_us = 0.0
    for at_s, _ in played(device, clock, 11):
        worst_us = max(worst_us, abs(clock.error_us(round(at_s * S))))
    assert 380_000 < worst_us < 405_000


@pytest.mark.parametrize("drift_ppm", [50_000, -50_000, 15_000])
def test_a_device_that_is_no_clock_is_left_alone(drift_ppm: float) -> None:
    device = SimulatedDevice(drift_ppm=drift_ppm)
    clock = SongClock()
    clock.start(0, 0)
    for host_ns in range(0, 60 * S, FRAME_NS):
        clock.observe(host_ns, device.reported_us(host_ns))
        assert abs(clock.song_us(host_ns) * 1_000 - host_ns) < 2_000_000
    assert clock.fit.is_no_clock
    assert clock.error_us(60 * S) == 0


def test_before_anything_is_heard_the_clock_may_jump_to_the_device() -> None:
    device = SimulatedDevice(lag_s=1.3)
    clock = SongClock()
    clock.start(0, 0)
    for host_ns in range(0, 2 * S, FRAME_NS):
        clock.observe(host_ns, device.reported_us(host_ns))
    clock.jump_to_device(2 * S)
    assert abs(clock.song_us(2 * S) - device.true_us(2 * S)) < 2_000


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(-30, 30)), min_size=2, max_size=60))
def test_a_past_moment_keeps_the_song_time_that_it_had(
    reports: list[tuple[int, int]],
) -> None:
    clock = SongClock()
    clock.start(0, 0)
    host_ns = 0
    said = {}
    for gap_ms, stray_ms in reports:
        host_ns += gap_ms * MS
        said[host_ns - MS // 2] = clock.song_us(host_ns - MS // 2)
        clock.observe(host_ns, host_ns // 1_000 + stray_ms * 1_000)
    assert {moment: clock.song_us(moment) for moment in said} == said
