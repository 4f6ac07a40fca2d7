"""Median and spread of a player's errors."""

import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.score.offsets import median_offset_us, sd_offset_us


@pytest.mark.parametrize(
    ("offsets_us", "median", "sd"),
    [
        ([], None, None),
        ([7_000], 7_000, 0),
        ([1, 2], 2, 1),  # 1.5 to the even neighbour; sqrt(0.5) = 0.71
        ([2, 3], 2, 1),
        ([-3, -2], -2, 1),
        ([10, -10, 0], 0, 10),
        ([5, 5, 5], 5, 0),
        ([1, 2, 3, 4], 2, 1),  # 2.5 to the even neighbour; sqrt(5/3) = 1.29
        ([0, 0, 9], 0, 5),  # sqrt(27) = 5.20
    ],
)
def test_median_and_sample_deviation(
    offsets_us: list[int], median: int | None, sd: int | None
) -> None:
    assert median_offset_us(offsets_us) == median
    assert sd_offset_us(offsets_us) == sd


@settings(deadline=None)
@given(st.lists(st.integers(-125_000, 125_000), min_size=2, max_size=50))
def test_both_are_the_rounded_textbook_values(offsets_us: list[int]) -> None:
    median, sd = median_offset_us(offsets_us), sd_offset_us(offsets_us)
    assert median is not None
    assert sd is not None
    assert abs(median - statistics.median(offsets_us)) <= 0.5
    assert abs(sd - statistics.stdev(offsets_us)) <= 0.5 + 1e-6


@settings(deadline=None)
@given(st.lists(st.integers(-125_000, 125_000), min_size=2, max_size=50))
def test_the_order_of_errors_does_not_matter(offsets_us: list[int]) -> None:
    turned = offsets_us[::-1]
    assert sd_offset_us(turned) == sd_offset_us(offsets_us)
    assert median_offset_us(turned) == median_offset_us(offsets_us)
