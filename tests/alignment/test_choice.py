"""Clues against each other: which place bar 1 has."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from game.alignment.choice import WEIGHTS, choose
from game.alignment.clues import NAMES


def evidence(*places: dict[str, float]) -> NDArray[np.float64]:
    return np.array([[place.get(name, 0.0) for name in NAMES] for place in places])


def test_every_clue_has_its_weight() -> None:
    assert set(WEIGHTS) == set(NAMES)


def test_the_place_with_most_in_its_favour_comes_first_then_the_next() -> None:
    choice = choose(
        evidence({"beat": 1}, {"beat": 1, "fast_change": 3}, {"beat": 1, "fast_change": 1})
    )
    assert choice.order == (1, 2, 0)


@pytest.mark.parametrize("name", ["cut_end", "cut_start", "silent"])
def test_a_song_that_is_cut_or_silent_there_is_less_likely(name: str) -> None:
    assert choose(evidence({"beat": 1, name: 2}, {"beat": 1})).order[0] == 1


def test_the_margin_is_nothing_between_equals_and_all_for_one_alone() -> None:
    assert choose(evidence({"beat": 1}, {"beat": 1})).margin == 0
    assert choose(evidence({"beat": 1})).margin == 1


def test_music_with_little_in_its_favour_is_not_this_song() -> None:
    assert not choose(evidence({"beat": 1})).is_this_song
    much = dict.fromkeys(("harmony", "notes", "slow_change", "fast_change"), 3.0)
    assert choose(evidence(much)).is_this_song


def test_no_more_than_six_places_are_kept() -> None:
    assert len(choose(evidence(*[{"beat": 1.0}] * 40)).order) == 6
