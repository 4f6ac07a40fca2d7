"""A clock that waits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.timing.holding_clock import HoldingClock

MS = 1_000_000
S = 1_000 * MS


def test_it_runs_to_where_it_is_held_and_stands_there() -> None:
    clock = HoldingClock(0)
    clock.start(0, 0)
    clock.hold_at(0, 2_000_000)
    assert clock.song_us(1 * S) == 1_000_000
    assert clock.song_us(5 * S) == 2_000_000
    clock.hold_at(5 * S, 2_000_000)
    assert clock.is_holding
    assert clock.host_ns(3_000_000) is None


def test_it_goes_on_from_there_when_it_is_let_go() -> None:
    clock = HoldingClock(0)
    clock.start(0, 0)
    clock.hold_at(0, 2_000_000)
    clock.hold_at(5 * S, 2_000_000)
    clock.hold_at(6 * S, 2_500_000)
    assert clock.song_us(6 * S + 300 * MS) == 2_300_000
    assert clock.song_us(8 * S) == 2_500_000


def test_what_it_said_of_the_wait_it_says_again() -> None:
    clock = HoldingClock(0)
    clock.start(0, 0)
    clock.hold_at(0, 1_000_000)
    # Looked at 16 ms after it got there; a press of 8 ms before that falls into the wait.
    clock.hold_at(1 * S + 16 * MS, 1_000_000)
    clock.hold_at(2 * S, None)
    assert clock.song_us(1 * S + 8 * MS) == 1_000_000
    assert clock.song_us(1 * S - 8 * MS) == 992_000
    assert clock.song_us(2 * S + 8 * MS) == 1_008_000


def test_at_half_speed_it_waits_at_the_same_place() -> None:
    clock = HoldingClock(0, 50)
    clock.start(0, 0)
    clock.hold_at(0, 1_000_000)
    assert clock.song_us(1 * S) == 500_000
    assert clock.song_us(9 * S) == 1_000_000


@pytest.mark.parametrize("hold_us", [None, 500_000])
def test_a_hold_of_a_clock_that_stands_still_changes_nothing(hold_us) -> None:
    clock = HoldingClock(700_000)
    clock.hold_at(0, hold_us)
    assert clock.song_us(9 * S) == 700_000


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 3_000) | st.none()), max_size=40))
def test_it_never_runs_back_or_beyond(looks) -> None:
    clock = HoldingClock(0)
    clock.start(0, 0)
    now_ns, before_us = 0, 0
    for passed_ms, hold_ms in looks:
        now_ns += passed_ms * MS
        assert before_us <= clock.song_us(now_ns) <= now_ns // 1_000
        before_us = clock.song_us(now_ns)
        hold_us = None if hold_ms is None else hold_ms * 1_000
        clock.hold_at(now_ns, hold_us)
        assert clock.song_us(now_ns) == before_us
