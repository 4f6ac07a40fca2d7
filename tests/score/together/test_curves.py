"""Errors and gaps over a song."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rhythm import MS

from game.score.together.curves import error_curve, gap_strip
from game.score.together.part import Hit
from game.score.together.played_pair import PlayedPair
from game.timing.units import Micros

MINUTE_US = 60_000 * MS
hits = st.lists(
    st.builds(Hit, st.integers(0, MINUTE_US).map(Micros), st.floats(-70 * MS, 70 * MS)),
    max_size=40,
).map(lambda found: sorted(found, key=lambda hit: hit.at_us))
gaps = st.lists(
    st.builds(
        PlayedPair,
        st.integers(-MS, 2 * MINUTE_US).map(Micros),
        st.one_of(st.none(), st.floats(-70 * MS, 70 * MS)),
        st.floats(-70 * MS, 70 * MS),
    )
)


def hit(at_s: float, error_ms: float) -> Hit:
    return Hit(Micros(round(at_s * 1_000 * MS)), error_ms * MS)


def pair(at_s: float, gap_ms: float | None) -> PlayedPair:
    first_us = None if gap_ms is None else gap_ms * MS
    return PlayedPair(Micros(round(at_s * 1_000 * MS)), first_us, 0.0)


def test_an_error_is_felt_two_seconds_to_either_side() -> None:
    curve = error_curve([hit(30, 12)], MINUTE_US, points=61)  # one point a second
    assert [second for second, error in enumerate(curve) if error is not None] == [29, 30, 31]
    assert curve[30] == 12 * MS


def test_in_a_long_song_it_is_felt_over_a_fortieth() -> None:
    curve = error_curve([hit(200, 5)], 400_000 * MS, points=401)
    assert [second for second, error in enumerate(curve) if error is not None] == [*range(191, 210)]


def test_the_nearest_hits_weigh_most() -> None:
    # At 30 s: 1.5 s away weighs 0.5, 0.5 s away weighs 1.5.
    curve = error_curve([hit(28.5, 40), hit(30.5, 0)], MINUTE_US, points=61)
    assert curve[30] == pytest.approx(10 * MS)


@given(hits)
def test_a_curve_stays_within_its_hits(found: list[Hit]) -> None:
    errors = [each.error_us for each in found]
    for value in error_curve(found, MINUTE_US, points=31):
        if value is not None:
            assert min(errors) - 1e-6 <= value <= max(errors) + 1e-6


@given(hits, st.floats(-50 * MS, 50 * MS))
def test_a_constant_error_lifts_the_curve_by_as_much(found: list[Hit], lift_us: float) -> None:
    lifted = [Hit(each.at_us, each.error_us + lift_us) for each in found]
    curves = error_curve(found, MINUTE_US, 31), error_curve(lifted, MINUTE_US, 31)
    for there, up in zip(*curves, strict=True):
        assert (there is None) == (up is None)
        if there is not None and up is not None:
            assert up == pytest.approx(there + lift_us, abs=0.01)


def test_a_song_without_length_has_a_curve() -> None:
    assert error_curve([hit(0, 3)], 0, points=2) == (3 * MS, 3 * MS)
    assert gap_strip([pair(0, 3)], 0, stretches=2) == (3 * MS, None)


def test_the_gap_of_a_stretch_is_the_median_distance() -> None:
    pairs = [pair(1, 10), pair(2, -20), pair(3, 60), pair(31, -8), pair(45, None)]
    assert gap_strip(pairs, MINUTE_US, stretches=4) == (20 * MS, None, 8 * MS, None)


def test_a_constant_gap_is_taken_out() -> None:
    assert gap_strip([pair(1, 30), pair(2, 20)], MINUTE_US, 25 * MS, 1) == (5 * MS,)


@given(gaps)
def test_no_gap_is_negative_nor_wider_than_the_widest(pairs: list[PlayedPair]) -> None:
    widest_us = max((abs(each.gap_us) for each in pairs if each.gap_us is not None), default=0.0)
    strip = gap_strip(pairs, MINUTE_US)
    assert all(gap is None or 0 <= gap <= widest_us for gap in strip)
