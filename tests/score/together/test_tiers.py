"""The words for a score."""

import pytest

from game.score.together.sentences import tier_key
from game.score.together.tiers import TIERS, segments, tier


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (100, "one_drummer"),
        (80, "one_drummer"),
        (79, "tight_band"),
        (65, "tight_band"),
        (64, "together"),
        (45, "together"),
        (44, "finding"),
        (25, "finding"),
        (24, "just_met"),
        (0, "just_met"),
    ],
)
def test_each_score_has_a_word(score: int, name: str) -> None:
    assert tier(score) == name
    assert tier_key(score) == f"together.tier_{name}"


def test_each_word_has_a_segment() -> None:
    assert [segments(least) for least, _ in TIERS] == [5, 4, 3, 2, 1]
