"""Who follows whom."""

from math import sqrt

import numpy as np
import pytest
from two_players import Drummer, duo, hits_from, normal

from game.score.together.follow import Following, following

STEADY = Drummer(alpha=0.3, clock_ms=8, hands_ms=4)
FOLLOWER = Drummer(alpha=0.3, clock_ms=8, hands_ms=4, gamma=0.4)


def found(seed: int, drummers: tuple[Drummer, Drummer], count: int) -> Following:
    one, other = duo(seed, drummers, count)
    answer = following(hits_from(one), hits_from(other), 100)
    assert answer is not None
    return answer


@pytest.mark.parametrize(("alpha", "sd_ms", "lag_1"), [(0.3, 15.02, 0.589), (0.5, 12.91, 0.350)])
def test_t8_one_player_against_a_steady_song(alpha: float, sd_ms: float, lag_1: float) -> None:
    alone = Drummer(alpha, clock_ms=10, hands_ms=5)
    assert sqrt((10**2 + 2 * alpha * 5**2) / (alpha * (2 - alpha))) == pytest.approx(
        sd_ms, abs=0.005
    )
    errors = np.array(duo(8, (alone, alone), 40_000)[0])
    assert errors.std() == pytest.approx(sd_ms, rel=0.02)
    assert np.corrcoef(errors[1:], errors[:-1])[0, 1] == pytest.approx(lag_1, abs=0.02)


def test_t8_the_pulls_of_two_players_are_found() -> None:
    answers = [found(seed, (STEADY, FOLLOWER), 200) for seed in range(100)]
    first = np.array([each.first.gain for each in answers])
    second = np.array([each.second.gain for each in answers])
    assert first.mean() == pytest.approx(0.03, abs=0.06)
    assert second.mean() == pytest.approx(0.44, abs=0.06)
    # The standard errors are as wide as the answers scatter.
    for gains, errors in (
        (first, [each.first.standard_error for each in answers]),
        (second, [each.second.standard_error for each in answers]),
    ):
        assert np.mean(errors) == pytest.approx(gains.std(), rel=0.25)


@pytest.mark.parametrize("gamma", [0.0, 0.2, 0.4])
def test_t9_a_noisy_player_is_not_taken_for_a_leader_or_follower(gamma: float) -> None:
    calm = Drummer(0.3, clock_ms=8, hands_ms=4, gamma=gamma)
    noisy = Drummer(0.3, clock_ms=16, hands_ms=8, gamma=gamma)
    claims = sum(found(seed, (calm, noisy), 250).leads != 0 for seed in range(200))
    assert claims <= 0.05 * 200


def test_t10_the_leader_is_found() -> None:
    leads = [found(seed, (STEADY, FOLLOWER), 250).leads for seed in range(200)]
    assert leads.count(1) >= 0.95 * 200
    assert leads.count(-1) == 0


def test_t6_swapped_players_change_the_sign_of_the_lean() -> None:
    one, other = (hits_from(errors) for errors in duo(6, (STEADY, FOLLOWER), 250))
    there, back = following(one, other, 100), following(other, one, 100)
    assert there is not None
    assert back is not None
    assert (there.leads, back.leads) == (1, -1)
    assert back.lean == -there.lean


def test_a_drift_of_both_is_nobody_following() -> None:
    drift_ms = 40 * np.sin(np.linspace(0, 12, 400))
    claims = 0
    for seed in range(50):
        errors = normal(seed, 10, 400) + drift_ms, normal(seed + 1000, 10, 400) + drift_ms
        answer = following(hits_from(errors[0]), hits_from(errors[1]), 100)
        assert answer is not None
        claims += answer.leads != 0 or answer.is_mutual
    assert claims <= 3


def test_two_who_adjust_to_each_other_are_said_to() -> None:
    answers = [found(seed, (FOLLOWER, FOLLOWER), 250) for seed in range(50)]
    assert sum(each.is_mutual for each in answers) >= 45
    assert sum(found(seed, (STEADY, STEADY), 250).is_mutual for seed in range(50)) == 0


@pytest.mark.parametrize(("events", "is_known"), [(81, True), (80, False)])
def test_eighty_events_of_each_are_needed(events: int, is_known: bool) -> None:
    # The first hit has none before it, so it is no event.
    exact_follower = Drummer(1.0, clock_ms=1, hands_ms=0, gamma=0.9)
    answer = found(1, (STEADY, exact_follower), events)
    assert answer.is_known == is_known
    assert (answer.leads == 1) == is_known


@pytest.mark.parametrize(
    ("rate_pct", "answers", "pull"),
    [
        (100, 2, 0.5),  # 160 ms before
        (100, 1, 0.0),  # 80 ms before: nobody answers to that
        (50, 1, 0.5),  # 160 ms of real time before
        (50, 2, 0.0),
    ],
)
def test_a_partner_is_heard_a_tenth_of_a_second_late(
    rate_pct: int, answers: int, pull: float
) -> None:
    # Notes 80 ms of song apart; the second player answers to the first's one or two notes before.
    errors = normal(1, 5, 402)
    first, heard = errors[2:], errors[2 - answers : len(errors) - answers]
    second = 0.5 * heard + normal(2, 5, 400)
    answer = following(hits_from(first, 80_000), hits_from(second, 80_000), rate_pct)
    assert answer is not None
    assert answer.second.gain == pytest.approx(pull, abs=0.12)
    assert answer.first.gain == pytest.approx(0, abs=0.12)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([], []),
        ([1.0] * 3, [2.0] * 3),
        ([0.0] * 300, [0.0] * 300),
        ([60.0] * 300, list(normal(1, 10, 300))),  # nothing to follow
    ],
)
def test_hits_that_tell_nothing_get_no_answer(first: list[float], second: list[float]) -> None:
    assert following(hits_from(first), hits_from(second), 100) is None


def test_a_partner_who_stops_early_is_heard_to_the_last() -> None:
    one, other = duo(3, (STEADY, FOLLOWER), 300)
    answer = following(hits_from(one), hits_from(other[:150]), 100)
    assert answer is not None
    assert (answer.first.events, answer.second.events) == (299, 149)
