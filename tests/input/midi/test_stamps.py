"""RtMidi's differences on the host clock."""

from __future__ import annotations

from game.input.midi.stamps import StampClock

MS = 1_000_000
START = 5_000 * MS


def stamps(rows: list[tuple[float, float, float]]) -> list[float]:
    """Rows of (delta, port last found empty, arrival) in ms -> stamps in ms."""
    clock = StampClock()
    return [
        (
            clock.host_ns(delta_ms / 1_000, START + round(looked * MS), START + round(at * MS))
            - START
        )
        / MS
        for delta_ms, looked, at in rows
    ]


def test_a_delay_of_the_reader_disappears():
    # Sent at 0, 100, 200, 300; read 0.2, 7, 0.2 and 4 ms later.
    rows = [(0, 0, 0.2), (100, 99, 107), (100, 199, 200.2), (100, 299, 304)]
    assert stamps(rows) == [0.2, 100.2, 200.2, 300.2]


def test_a_first_message_that_was_read_late_is_made_up_for():
    # Sent at 0 and 100, read 6 and 0.1 ms later.
    assert stamps([(0, -1, 6), (100, 99, 100.1), (100, 199, 205)]) == [6, 100.1, 200.1]


def test_no_stamp_lies_after_its_arrival():
    # The driver's clock runs fast.
    assert stamps([(0, 0, 0), (120, 99, 100), (120, 199, 200)]) == [0, 100, 200]


def test_a_difference_that_got_lost_costs_one_stamp_and_no_more():
    # Of 300 ms the driver tells 100.
    rows = [(0, 0, 0), (100, 299, 300.5), (50, 349, 357), (50, 399, 400.5)]
    assert stamps(rows) == [0, 300.5, 350.5, 400.5]


def test_a_reader_that_stood_still_is_no_reason_to_doubt():
    # Nothing was read for 90 ms: the stamp lies within that time.
    assert stamps([(0, 0, 0), (100, 95, 185)]) == [0, 100]


def test_a_driver_without_differences_is_trusted_no_more():
    clock = StampClock()
    arrivals = [START + index * 100 * MS for index in range(20)]
    found = [clock.host_ns(0.0, at - MS, at) for at in arrivals]
    assert found == arrivals
    assert not clock.is_trusted
    # From now on even hits that come close together keep their arrival.
    at = arrivals[-1] + 15 * MS
    assert clock.host_ns(0.0, at - MS, at) == at


def test_a_stray_now_and_then_leaves_the_trust():
    clock = StampClock()
    at = START
    for index in range(400):
        at += 100 * MS
        clock.host_ns(0.0 if index % 40 == 39 else 0.1, at - MS, at)
    assert clock.is_trusted
