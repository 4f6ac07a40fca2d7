"""The live meter."""

from math import log, sqrt

import pytest
from rhythm import MS
from two_players import STEP_US, normal, pairs_apart

from game.score.together.kernel import CHANCE, TAU_US, points
from game.score.together.meter import KEPT, Meter, TogetherSnapshot
from game.score.together.played_pair import PlayedPair
from game.timing.units import Micros

US_PER_S = 1_000_000


def meter(gaps_ms: list[float], *, rate_pct: int = 100, is_relative: bool = False) -> Meter:
    made = Meter(rate_pct, is_relative=is_relative)
    for pair in pairs_apart(gaps_ms):
        made.add(pair)
    return made


def shown(made: Meter, pairs: int = 0) -> TogetherSnapshot:
    """What is shown at the moment of the pair of that number."""
    snapshot = made.snapshot(STEP_US * (pairs - 1))
    assert snapshot is not None
    return snapshot


def gap_for(score: float) -> float:
    """The gap in ms that, kept up, gives such a score."""
    wanted = CHANCE + score / 100 * (1 - CHANCE)
    return TAU_US / MS * sqrt(-2 * log(wanted))


@pytest.mark.parametrize(("pairs", "is_shown"), [(0, False), (5, False), (6, True)])
def test_it_is_shown_after_six_pairs(pairs: int, is_shown: bool) -> None:
    assert (meter([0.0] * pairs).snapshot(0) is not None) == is_shown


def test_it_begins_with_the_mean_of_the_first_six() -> None:
    assert shown(meter([0, 0, 0, 200, 200, 200]), 6).score == round(points(0.5))


def test_the_weight_of_a_pair_halves_in_eight_pairs() -> None:
    assert pytest.approx(0.5, abs=0.001) == KEPT**8
    # All that was known, then eight pairs too far apart to count: half of the closeness is left.
    assert shown(meter([0] * 20 + [500] * 8), 28).score == round(points(0.5))


@pytest.mark.parametrize(
    ("score", "segments"),
    [(0, 1), (24.9, 1), (25, 2), (44.9, 2), (45, 3), (64.9, 3), (65, 4), (79.9, 4), (80, 5)],
)
def test_a_segment_lights_with_each_tier(score: float, segments: int) -> None:
    assert shown(meter([gap_for(score) - 1e-6] * 6), 6).segments == segments


@pytest.mark.parametrize(
    ("after", "segments"),
    [(64.9, 4), (61.1, 4), (60.9, 3), (41.1, 3), (40.9, 2)],
)  # lit at 65 and 45, out below 61 and 41
def test_a_segment_goes_out_four_points_below(after: float, segments: int) -> None:
    made = meter([gap_for(66)] * 6 + [gap_for(after)] * 200)
    assert shown(made, 206).segments == segments


def test_a_value_that_wavers_less_than_the_hysteresis_changes_nothing() -> None:
    made = meter([gap_for(66)] * 6)
    for _ in range(20):
        for score in (62.0, 67.0):
            for _ in range(30):
                made.add(pairs_apart([gap_for(score)])[0])
            assert shown(made).segments == 4


@pytest.mark.parametrize(("after_s", "fade"), [(0, 0), (4, 0), (4.5, 0.5), (5, 1), (60, 1)])
@pytest.mark.parametrize("rate_pct", [50, 100])
def test_it_fades_after_four_seconds_without_a_pair(
    after_s: float, fade: float, rate_pct: int
) -> None:
    made = meter([0.0] * 6, rate_pct=rate_pct)
    latest_us = 5 * STEP_US
    snapshot = made.snapshot(latest_us + round(after_s * US_PER_S) * rate_pct // 100)
    assert snapshot is not None
    assert snapshot.fade == fade


def test_it_takes_up_where_it_was_when_pairs_come_again() -> None:
    made = meter([10.0] * 30)
    before = shown(made, 30)
    made.add(PlayedPair(Micros(60 * US_PER_S), 10_000, 0))
    after = made.snapshot(60 * US_PER_S)
    assert after == before


def test_the_typical_gap_is_that_of_the_latest_pairs() -> None:
    made = meter([60.0] * 40 + [-14.0] * 32)
    assert shown(made).typical_gap_us == 14_000


def test_notes_left_to_one_alone_have_no_gap() -> None:
    made = Meter(100, is_relative=False)
    for index in range(6):
        made.add(PlayedPair(Micros(index), None, 0.0))
    snapshot = made.snapshot(0)
    assert snapshot == TogetherSnapshot(0, 1, 0.0, None, relative=False)


def test_a_relative_meter_learns_the_constant_gap() -> None:
    gaps = [40 + gap for gap in normal(1, 5, 40)]
    apart, plain = meter(gaps, is_relative=True), meter([gap - 40 for gap in gaps])
    assert shown(meter(gaps)).score < 20
    assert shown(apart).score == pytest.approx(shown(plain).score, abs=4)
    assert shown(apart).relative
    gap_us = shown(apart).typical_gap_us
    assert gap_us is not None
    assert gap_us < 10 * MS
