import struct
from collections.abc import Iterator

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.input.key_times import ArrivalTimes, best_key_times
from game.input.smallest_difference import BLOCK_NS, SmallestDifference
from game.input.x11_events import PROPERTY_NOTIFY
from game.input.x11_key_times import X11KeyTimes

MS = 1_000_000
KEY_DOWN = pygame.Event(pygame.KEYDOWN, scancode=4)


def raw(kind: int, time_ms: int, is_made_up: bool = False) -> pygame.Event:
    """An X event as SDL hands it over: the bytes of Xlib's XEvent, a union of 192 bytes."""
    if kind == PROPERTY_NOTIFY:
        event = struct.pack("@iLiPLLLi", kind, 77, is_made_up, 0x5000, 0x20, 0x1, time_ms, 0)
    else:
        event = struct.pack("@iLiPLLLL", kind, 77, is_made_up, 0x5000, 0x20, 0x1, 0, time_ms)
    return pygame.Event(pygame.SYSWMEVENT, event=event.ljust(192, b"\0"))


def x11() -> X11KeyTimes:
    times = X11KeyTimes()
    # One press that was handled at once: server time 1,000 ms is host time 5,000 ms.
    assert times.press_ns(raw(2, 1_000), 5_000 * MS) is None
    assert times.press_ns(KEY_DOWN, 5_000 * MS) == 5_000 * MS
    return times


def test_a_press_has_the_servers_time_however_late_it_is_handled() -> None:
    times = x11()
    times.press_ns(raw(2, 1_250), 5_262 * MS)
    assert times.press_ns(KEY_DOWN, 5_262 * MS) == 5_250 * MS


def test_each_press_of_a_chord_has_its_own_stamp() -> None:
    times = x11()
    stamps = []
    for stamp_ms in (1_250, 1_253):
        times.press_ns(raw(2, stamp_ms), 5_262 * MS)
        stamps.append(times.press_ns(KEY_DOWN, 5_262 * MS))
    assert stamps == [5_250 * MS, 5_253 * MS]


@pytest.mark.parametrize(
    "other",
    [raw(3, 1_255), raw(28, 1_255), raw(6, 1_256), raw(22, 0), pygame.Event(pygame.SYSWMEVENT)],
    ids=["release", "property", "motion", "a window's change", "no bytes"],
)
def test_other_raw_events_are_no_presses(other: pygame.Event) -> None:
    times = x11()
    times.press_ns(raw(2, 1_250), 5_262 * MS)
    assert times.press_ns(other, 5_262 * MS) is None
    assert times.press_ns(KEY_DOWN, 5_262 * MS) == 5_250 * MS


def test_whatever_has_a_stamp_teaches_where_the_servers_clock_stands() -> None:
    times = X11KeyTimes()
    times.press_ns(raw(2, 1_000), 5_004 * MS)  # handled 4 ms late
    assert times.press_ns(KEY_DOWN, 5_004 * MS) == 5_004 * MS
    times.press_ns(raw(3, 1_030), 5_030 * MS)  # its release is handled at once
    times.press_ns(raw(2, 1_250), 5_262 * MS)
    assert times.press_ns(KEY_DOWN, 5_262 * MS) == 5_250 * MS


@pytest.mark.parametrize("kind", [2, 3, 28], ids=["press", "release", "property"])
def test_the_stamp_that_another_program_made_up_is_not_believed(kind: int) -> None:
    times = x11()
    times.press_ns(raw(kind, 3_000, is_made_up=True), 5_100 * MS)
    assert times.press_ns(KEY_DOWN, 5_100 * MS) == 5_100 * MS
    times.press_ns(raw(2, 1_250), 5_262 * MS)
    assert times.press_ns(KEY_DOWN, 5_262 * MS) == 5_250 * MS


def test_a_press_without_a_raw_event_has_its_arrival() -> None:
    assert x11().press_ns(KEY_DOWN, 5_262 * MS) == 5_262 * MS


def test_a_stamp_is_used_once() -> None:
    times = x11()
    times.press_ns(raw(2, 1_250), 5_250 * MS)
    times.press_ns(KEY_DOWN, 5_250 * MS)
    assert times.press_ns(KEY_DOWN, 5_400 * MS) == 5_400 * MS


def test_the_servers_clock_may_wrap() -> None:
    times = X11KeyTimes()
    times.press_ns(raw(2, 2**32 - 10), 100 * MS)
    assert times.press_ns(KEY_DOWN, 100 * MS) == 100 * MS
    times.press_ns(raw(2, 15), 130 * MS)  # 25 ms later
    assert times.press_ns(KEY_DOWN, 130 * MS) == 125 * MS


def test_a_stamp_that_is_seconds_old_is_not_believed() -> None:
    times = x11()
    times.press_ns(raw(2, 1_001), 9_000 * MS)
    assert times.press_ns(KEY_DOWN, 9_000 * MS) == 9_000 * MS


def test_the_arrival_is_the_time_where_nothing_better_is_known() -> None:
    times = ArrivalTimes()
    assert times.press_ns(KEY_DOWN, 7) == 7
    assert times.press_ns(raw(2, 1), 7) is None


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.display.set_mode((64, 64), pygame.HIDDEN)
    yield
    pygame.display.quit()


@pytest.mark.usefixtures("window")
def test_the_arrival_tries_itself_out_and_loses_no_event() -> None:
    pygame.event.clear()
    pygame.event.post(KEY_DOWN)
    uncertainty_us = ArrivalTimes().measured_uncertainty_us()
    assert uncertainty_us is not None
    assert uncertainty_us > 0
    assert [event.type for event in pygame.event.get(pygame.KEYDOWN)] == [pygame.KEYDOWN]


@pytest.mark.usefixtures("window")
def test_without_an_x_server_there_are_no_stamps_to_try() -> None:
    assert X11KeyTimes.if_available() is None
    assert best_key_times().name == "arrival"


def test_two_clocks_that_drift_apart_are_followed() -> None:
    clock = SmallestDifference()
    assert clock.host_ns(0, 10) == 10
    later_ns = BLOCK_NS + 100
    # The other clock now runs 500 ns behind what it was: known after a block.
    assert clock.host_ns(later_ns - 500, later_ns) == later_ns - 490
    assert clock.host_ns(2 * later_ns - 500, 2 * later_ns) == 2 * later_ns


@given(st.lists(st.tuples(st.integers(0, 10**8), st.integers(0, 10**7)), min_size=1))
def test_a_stamp_is_never_placed_after_its_arrival(gaps_and_delays: list[tuple[int, int]]) -> None:
    clock = SmallestDifference()
    stamp_ns = 0
    for gap_ns, delay_ns in gaps_and_delays:
        stamp_ns += gap_ns
        arrived_ns = stamp_ns + 12_345 + delay_ns
        host_ns = clock.host_ns(stamp_ns, arrived_ns)
        # The delay can be taken out, never more than it.
        assert stamp_ns + 12_345 <= host_ns <= arrived_ns
