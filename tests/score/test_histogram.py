"""Hits by error."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rhythm import MS

from game.score.histogram import histogram

errors = st.lists(st.integers(-200 * MS, 200 * MS))


@pytest.mark.parametrize(
    ("error_ms", "step"),
    [
        (0, 2),
        (-2.5, 2),  # the middle step is [-2.5, 2.5)
        (2.499, 2),
        (2.5, 3),
        (-2.501, 1),
        (12, 4),
        (12.5, 4),  # beyond the last step, and still counted
        (999, 4),
        (-999, 0),
    ],
)
def test_an_error_counts_in_its_step(error_ms: float, step: int) -> None:
    found = histogram([error_ms * MS], 10 * MS, 5 * MS)
    assert found.counts == tuple(int(index == step) for index in range(5))


def test_the_steps_hold_the_whole_reach() -> None:
    assert len(histogram([], 108 * MS).counts) == 45  # 22 on either side, and the middle one
    assert histogram([], 108 * MS).reach_us == Fraction(112_500)


@given(errors)
def test_no_hit_is_lost(found: list[int]) -> None:
    assert sum(histogram(found, 75 * MS).counts) == len(found)


@given(st.lists(st.integers(-200, 200).map(lambda ms: ms * MS)))
def test_late_instead_of_early_is_the_mirrored_figure(found: list[int]) -> None:
    # Whole ms never lie on the edge between two steps, which belongs to the later one.
    there = histogram(found, 75 * MS)
    back = histogram([-error for error in found], 75 * MS)
    assert back.counts == there.counts[::-1]
