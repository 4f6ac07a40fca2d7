"""The grid of a metronome under changes of tempo and meter."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from jam_takes import CHANGES, MS, change

from game.app.jam.grid import METERS, Grid
from game.timing.meter import Meter


def pulses_ms(grid: Grid, *pulses: int) -> list[float]:
    return [grid.at_ns(pulse) / MS for pulse in pulses]


def test_pulses_lie_evenly_before_and_after_the_start():
    assert pulses_ms(Grid(1_000 * MS, 120), -2, 0, 1, 240) == [0, 1_000, 1_500, 121_000]


def test_a_place_between_pulses_is_a_fraction():
    assert Grid(0, 120).pulse_at(1_250 * MS) == Fraction(5, 2)


@pytest.mark.parametrize(
    ("at_ms", "pulse"),
    [(-1, 0), (0, 1), (499.999, 1), (500, 2)],  # strictly later
)
def test_the_next_pulse_is_later(at_ms, pulse):
    assert Grid(0, 120).next_pulse(round(at_ms * MS)) == pulse


def test_a_new_tempo_holds_from_the_next_pulse_on():
    grid = Grid(0, 120)
    grid.set_bpm(60, 700 * MS)
    assert pulses_ms(grid, 1, 2, 3) == [500, 1_000, 2_000]


def test_of_several_tempi_before_a_pulse_the_last_one_holds():
    grid = Grid(0, 120)
    for bpm in (121, 122, 60):
        grid.set_bpm(bpm, 700 * MS)
    assert pulses_ms(grid, 2, 3) == [1_000, 2_000]
    assert len(grid.steps) == 2


def test_a_new_meter_holds_from_the_next_bar_line_on():
    grid = Grid(0, 120)
    grid.set_meter(Meter((3,), 4), 700 * MS)
    assert grid.meter == Meter((3,), 4)
    assert [grid.place(pulse) for pulse in range(9)] == [0, 1, 2, 3, 0, 1, 2, 0, 1]


def test_of_several_meters_before_a_bar_line_the_last_one_holds():
    grid = Grid(0, 120)
    for meter in METERS:
        grid.set_meter(meter, 700 * MS)
    grid.set_meter(Meter((2,), 4), 700 * MS)
    assert [grid.place(pulse) for pulse in range(8)] == [0, 1, 2, 3, 0, 1, 0, 1]


def test_the_tempo_counts_the_pulses_of_a_bar():
    six_eight = Grid(0, 60, Meter((6,), 8))
    assert pulses_ms(six_eight, 1, 2) == pytest.approx([1_000, 2_000], abs=0.01)
    assert [six_eight.place(pulse) for pulse in range(3)] == [0, 1, 0]


def test_the_bar_line_is_not_later():
    grid = Grid(0, 120)
    assert [grid.bar_line(Fraction(place)) for place in ("-0.1", "0", "3.9", "4")] == [-4, 0, 0, 4]


def test_aligning_moves_the_nearest_pulse_and_none_before_the_last_one():
    grid = Grid(0, 120)
    grid.align(2_100 * MS, 100)  # 100 ms behind pulse 4
    assert pulses_ms(grid, 0, 3, 4, 5) == [0, 1_500, 2_100, 2_700]


def test_aligning_early_brings_the_coming_pulse_forward():
    grid = Grid(0, 120)
    grid.align(1_900 * MS, 120)
    assert pulses_ms(grid, 3, 4, 5) == [1_500, 1_900, 2_400]


@settings(max_examples=80, deadline=None)
@given(CHANGES)
def test_pulses_never_run_back_and_what_has_sounded_stays(changes):
    grid, now_ns = Grid(0), 0
    for gap_ms, what, bpm, meter in changes:
        now_ns += gap_ms * MS
        sounded = grid.next_pulse(now_ns) - 1
        before = [grid.at_ns(pulse) for pulse in range(sounded)]
        change(grid, what, now_ns, bpm, meter)
        # A tap may claim the pulse that sounded just before it.
        assert [grid.at_ns(pulse) for pulse in range(sounded)] == before
    times_ns = [grid.at_ns(pulse) for pulse in range(grid.next_pulse(now_ns) + 20)]
    assert times_ns == sorted(set(times_ns))
    for pulse, at_ns in enumerate(times_ns):
        assert grid.pulse_at(at_ns) == pulse
