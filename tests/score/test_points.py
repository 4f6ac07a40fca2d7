"""The formulas of the score."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.score.points import HIGHEST_DUET, HIGHEST_PART, duet_score, part_score


@pytest.mark.parametrize(
    ("points", "max_combo", "notes", "score"),
    [
        (0, 0, 0, 0),  # no notes
        (0, 0, 10, 0),
        (1000, 10, 10, 1_000_000),  # all PERFECT
        (650, 10, 10, 685_000),  # all GREAT: 900,000 * 650 // 1,000 + 100,000
        (300, 10, 10, 370_000),  # all GOOD: 270,000 + 100,000
        (500, 5, 10, 500_000),  # half, in one run
        (100, 1, 3, 333_333),  # 900,000 * 100 // 300 = 300,000; 100,000 // 3 = 33,333
        (65, 1, 7, 97_856),  # 58,500,000 // 700 = 83,571; 100,000 // 7 = 14,285
    ],
)
def test_a_part_score(points: int, max_combo: int, notes: int, score: int) -> None:
    assert part_score(points, max_combo, notes) == score


@pytest.mark.parametrize(
    ("parts", "together", "score"),
    [
        ([1_000_000, 1_000_000], 100, 1_200_000),
        ([1_000_000, 1_000_000], None, 1_000_000),  # unknown counts 0
        ([500_001, 500_000], 0, 500_000),  # half a point falls
        ([800_000, None], 50, 900_000),  # a part without notes is left out
        ([None, None], None, 0),
        ([700_000], None, 700_000),
    ],
)
def test_a_duet_score(parts: list[int | None], together: int | None, score: int) -> None:
    assert duet_score(parts, together) == score


@settings(deadline=None)
@given(st.data(), st.integers(1, 10_000))
def test_no_part_scores_more_than_a_million(data: st.DataObject, notes: int) -> None:
    points = data.draw(st.integers(0, 100 * notes))
    max_combo = data.draw(st.integers(0, notes))
    assert 0 <= part_score(points, max_combo, notes) <= HIGHEST_PART


@settings(deadline=None)
@given(st.integers(0, HIGHEST_PART), st.integers(0, HIGHEST_PART), st.integers(0, 100))
def test_the_duet_is_the_same_from_either_side(one: int, other: int, together: int) -> None:
    assert 0 <= duet_score([one, other], together) <= HIGHEST_DUET
    assert duet_score([one, other], together) == duet_score([other, one], together)
