"""Shared feel."""

import numpy as np
import pytest
from two_players import normal, pairs_from

from game.score.together.feel import shared_feel
from game.score.together.played_pair import PlayedPair
from game.timing.units import Micros

SONG = normal(1, 10, 2000)
ONE, OTHER = normal(2, 10, 2000), normal(3, 10, 2000)


@pytest.mark.parametrize(
    ("first", "second", "feel"),
    [
        (SONG, SONG, 1.0),
        (ONE, OTHER, 0.0),
        (SONG + ONE, SONG + OTHER, 0.5),  # half of each one's straying is shared
        (SONG, -SONG, -1.0),
    ],
)
def test_it_is_the_share_that_both_stray_together(
    first: np.ndarray, second: np.ndarray, feel: float
) -> None:
    assert shared_feel(pairs_from(first, second)) == pytest.approx(feel, abs=0.06)


def test_where_each_lies_does_not_matter() -> None:
    assert shared_feel(pairs_from(SONG + 30, SONG - 10)) == pytest.approx(1)


def test_thirty_pairs_that_both_hit_are_needed() -> None:
    pairs = pairs_from(ONE[:29], OTHER[:29])
    assert shared_feel([*pairs, PlayedPair(Micros(0), None, 5.0)]) is None
    assert shared_feel(pairs_from(ONE[:30], OTHER[:30])) is not None


def test_players_who_never_stray_share_nothing_that_can_be_measured() -> None:
    assert shared_feel(pairs_from([5.0] * 40, [5.0] * 40)) is None
