"""Ahead or behind."""

import numpy as np
import pytest
from rhythm import MS
from two_players import leaning, normal

from game.score.together.place import Place, place


def found(errors_ms: np.ndarray) -> Place:
    answer = place([float(error) * MS for error in errors_ms])
    assert answer is not None
    return answer


@pytest.mark.parametrize(
    ("offset_ms", "is_clear"),
    [(0, False), (7, False), (9, True), (-9, True), (25, True)],  # from 8 ms on
)
def test_it_is_said_from_eight_ms_on(offset_ms: float, is_clear: bool) -> None:
    answer = found(offset_ms + np.tile([-1.0, 0.0, 1.0], 100))
    assert answer.median_us == offset_ms * MS
    assert answer.is_clear == is_clear


def test_it_is_hardly_ever_said_of_a_player_who_is_on_the_beat() -> None:
    assert sum(found(leaning(seed, 30, 60, 0.5)).is_clear for seed in range(200)) <= 0.1 * 200


def test_the_interval_holds_the_truth() -> None:
    answers = [found(12 + leaning(seed, 15, 200, 0.4)) for seed in range(200)]
    assert sum(abs(each.median_us - 12 * MS) <= each.reach_us for each in answers) >= 0.9 * 200


def test_a_few_wild_hits_move_it_little() -> None:
    steady = normal(1, 10, 300)
    wild = steady.copy()
    wild[::30] = 70
    assert found(wild).median_us == pytest.approx(found(steady).median_us, abs=2 * MS)


def test_t7_a_drift_of_both_moves_both_medians() -> None:
    for seed in (7, 8):
        still = normal(seed, 12, 600)
        assert found(still + np.linspace(0, 40, 600)).median_us > found(still).median_us + 15 * MS


@pytest.mark.parametrize(("hits", "is_known"), [(29, False), (30, True)])
def test_thirty_hits_are_needed(hits: int, is_known: bool) -> None:
    assert (place([10_000.0] * hits) is not None) == is_known
