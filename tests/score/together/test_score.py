"""The score: its formulas, its invariances, what makes it unknown."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rhythm import MS
from two_players import expected_closeness, leaning, normal, pairs_apart, pairs_from

from game.score.together.estimate import Estimate, estimate
from game.score.together.kernel import CHANCE, TAU_US, chance_closeness, closeness, points
from game.score.together.numbers import mean
from game.score.together.played_pair import PlayedPair
from game.timing.units import Micros

gaps_ms = st.lists(st.floats(-140, 140), min_size=30, max_size=80)


def score(pairs: list[PlayedPair], *, is_relative: bool = False) -> int:
    known = estimate(pairs, is_relative).score
    assert known is not None
    return known


def left_out(count: int) -> list[PlayedPair]:
    return [PlayedPair(Micros(index), 0.0, None) for index in range(count)]


def test_chance_is_as_the_formula_says() -> None:
    assert pytest.approx(0.3838, abs=0.00005) == CHANCE
    # The mean over all gaps of two evenly spread players, summed up by hand.
    spread_ms = np.linspace(-70, 70, 1401)
    all_gaps_us = np.subtract.outer(spread_ms, spread_ms).ravel() * MS
    assert pytest.approx(np.exp(-0.5 * (all_gaps_us / TAU_US) ** 2).mean(), abs=0.001) == CHANCE


def test_chance_without_any_reach_is_certainty() -> None:
    assert chance_closeness(1) == pytest.approx(1)


@pytest.mark.parametrize(
    ("sd_ms", "together"),
    [(5, 97), (10, 88), (14, 79), (17, 72), (19, 67), (24, 55), (29, 44), (36, 30), (50, 10),
     (57, 3)],
)  # fmt: skip
def test_the_table_is_the_closed_form(sd_ms: float, together: int) -> None:
    assert points(expected_closeness(sd_ms)) == pytest.approx(together, abs=1)


@pytest.mark.parametrize("sd_ms", [0, 5, 10, 14, 19, 24, 36, 57])
def test_t1_normal_gaps_give_the_closed_form(sd_ms: float) -> None:
    found = mean([closeness(gap * MS) for gap in normal(1, sd_ms, 20_000)])
    assert found == pytest.approx(expected_closeness(sd_ms), abs=0.01)


def test_t2_players_who_know_nothing_of_each_other_get_nothing() -> None:
    random = np.random.default_rng(2)
    one, other = random.uniform(-70, 70, (2, 20_000))
    assert score(pairs_from(one, other)) == pytest.approx(0, abs=2)
    assert mean([closeness(gap * MS) for gap in one - other]) == pytest.approx(CHANCE, abs=0.01)


@settings(max_examples=50, deadline=None)
@given(gaps_ms)
def test_t3_identical_errors_are_one_hundred(errors_ms: list[float]) -> None:
    known = estimate(pairs_from(errors_ms, errors_ms), False)
    assert (known.score, known.low, known.high, known.typical_gap_us) == (100, 100, 100, 0)


@pytest.mark.parametrize(("offset_ms", "together"), [(15, 73), (25, 36), (50, 0)])
def test_t4_a_constant_offset_costs_points(offset_ms: float, together: int) -> None:
    assert score(pairs_apart([offset_ms] * 100)) == together


@settings(max_examples=50, deadline=None)
@given(gaps_ms, gaps_ms)
def test_t6_swapped_players_are_as_together(first_ms: list[float], second_ms: list[float]) -> None:
    both = list(zip(first_ms, second_ms, strict=False))
    there = pairs_from(*zip(*both, strict=True))
    back = pairs_from([b for _, b in both], [a for a, _ in both])
    for is_relative in (False, True):
        assert estimate(there, is_relative) == estimate(back, is_relative)


def test_t7_a_drift_of_both_costs_nothing() -> None:
    one, other = normal(7, 12, 600), normal(8, 12, 600)
    drift_ms = 30 * np.sin(np.linspace(0, 3, 600))
    still, drifting = pairs_from(one, other), pairs_from(one + drift_ms, other + drift_ms)
    assert score(drifting) == pytest.approx(score(still), abs=1)


@pytest.mark.parametrize("correlation", [0.0, 0.4])
@pytest.mark.parametrize("sd_ms", [14, 24, 36])
@pytest.mark.parametrize("count", [60, 250])
def test_t11_the_interval_holds_the_truth(correlation: float, sd_ms: float, count: int) -> None:
    truth = points(expected_closeness(sd_ms))
    seeds = range(200)
    held = 0
    for seed in seeds:
        known = estimate(pairs_apart(leaning(seed, sd_ms, count, correlation)), False)
        assert known.low is not None
        assert known.high is not None
        held += known.low <= truth <= known.high
    assert held >= 0.9 * len(seeds)


def test_more_pairs_say_more() -> None:
    few, many = (estimate(pairs_apart(normal(3, 20, count)), False) for count in (60, 960))
    assert few.low is not None
    assert few.high is not None
    assert many.low is not None
    assert many.high is not None
    assert many.high - many.low < (few.high - few.low) / 2


def test_the_typical_gap_is_the_median_distance() -> None:
    assert estimate(pairs_apart([-14, 14] * 15 + [90]), False).typical_gap_us == 14_000
    # Half of the distances of a normal distribution lie within 0.6745 SD.
    wide = estimate(pairs_apart(normal(4, 20, 20_000)), False)
    assert wide.typical_gap_us == pytest.approx(0.6745 * 20_000, rel=0.03)


def test_fewer_than_thirty_pairs_say_nothing() -> None:
    assert estimate(pairs_apart([0.0] * 29), False) == Estimate(None, None, None, 29, None)
    assert estimate(pairs_apart([0.0] * 30), False) == Estimate(100, 100, 100, 30, 0)


def test_a_note_left_to_the_partner_is_worth_as_much_as_chance() -> None:
    known = estimate([*pairs_apart([0.0] * 30), *left_out(30)], False)
    assert (known.score, known.pairs, known.typical_gap_us) == (50, 60, 0)


def test_notes_that_all_were_left_to_one_are_worth_nothing() -> None:
    assert estimate(left_out(40), True) == Estimate(0, 0, 0, 40, None)


def test_a_relative_score_takes_the_constant_gap_out() -> None:
    apart = pairs_apart(40 + normal(5, 14, 400))
    plain = pairs_apart(normal(5, 14, 400))
    assert score(apart) < 20
    assert score(apart, is_relative=True) == score(plain, is_relative=True) > 75
    typical_us = [estimate(pairs, True).typical_gap_us for pairs in (apart, plain)]
    assert typical_us[0] == typical_us[1]


def test_thin_tails_of_a_wide_spread_raise_the_score() -> None:
    # Hits beyond ±70 ms are no hits at all, so the gaps that remain are smaller.
    spread_ms = 50 / sqrt(2)
    one, other = normal(1, spread_ms, 40_000), normal(2, spread_ms, 40_000)
    inside = (np.abs(one) <= 70) & (np.abs(other) <= 70)
    assert score(pairs_from(one[inside], other[inside])) == pytest.approx(15, abs=1.5)
