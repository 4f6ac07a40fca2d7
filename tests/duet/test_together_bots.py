"""Together over whole plays of bots whose spread is known."""

from __future__ import annotations

from functools import cache
from math import sqrt
from random import Random

import numpy as np
import pytest
from rhythm import MS, seat

from game.duet.bot_spec import BotSpec
from game.duet.duet import Duet
from game.duet.events import InputEvent
from game.duet.simulate import simulate
from game.score.together.report import Report, report_of
from game.timing.units import Micros

BARS = 65
"""Of 4 notes each: 260 events, enough for the full power of what is said about the leader."""

EIGHTHS = {
    1: ("cymbal " + "xxxx" * BARS, "kick " + "x---" * BARS),
    2: ("snare " + "-xxx" * BARS, "tom " + "--x-" * BARS),
}
"""Chords, shared notes and notes of each alone."""


def score(sd_of_gap_ms: float, seed: int) -> int:
    bot = BotSpec(0, sd_of_gap_ms / sqrt(2))
    seats = [seat(*lines, player=player, step_ms=250) for player, lines in EIGHTHS.items()]
    found = simulate(seats, [bot, bot], seed=seed).result.together.score
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sd_ms", "together"),
    [(5, 97), (10, 88), (14, 79), (17, 72), (19, 67), (24, 55), (29, 44), (36, 30), (50, 15),
     (57, 10)],
)  # fmt: skip
def test_bots_of_known_spread_give_the_table(sd_ms: float, together: int) -> None:
    # One play of 260 pairs scatters by up to 3.5 points, the mean of a dozen by 1.
    mean = sum(score(sd_ms, seed) for seed in range(12)) / 12
    assert mean == pytest.approx(together, abs=3)


def report(gain: float, seed: int) -> Report:
    quarters = [seat("snare " + "x" * 260, player=player, step_ms=400) for player in (1, 2)]
    playing = simulate(quarters, [BotSpec(0, 14), BotSpec(0, 14, gain)], seed=seed).duet.together()
    assert playing is not None
    return report_of(playing)


@cache
def leads(gain: float) -> list[int]:
    """Who is said to lead, over 100 seeds."""
    found = [report(gain, seed).following for seed in range(100)]
    return [each.leads if each else 0 for each in found]


def test_the_leader_is_found_in_95_of_100_plays() -> None:
    assert leads(0.4).count(1) >= 95
    assert leads(0.4).count(-1) == 0


def test_of_equal_bots_a_leader_is_claimed_in_5_of_100_plays_at_most() -> None:
    assert 100 - leads(0.0).count(0) <= 5


SHORT = {
    1: ("snare " + "x-x-" * 30, "kick " + "x---" * 30),
    2: ("snare " + "--x-" * 30, "kick " + "x--x" * 30),
}


def meter_and_score(seed: int, random: Random) -> tuple[float, int]:
    """The mean of what the meter shows in a play at ten frames a second, and the final score."""
    seats = [seat(*lines, player=player, step_ms=125) for player, lines in SHORT.items()]
    spread_ms = random.uniform(3, 30)
    bots = [BotSpec(random.uniform(-10, 10), spread_ms * random.uniform(0.7, 1.4)) for _ in seats]
    simulated = simulate(seats, bots, seed=seed)
    waiting: list[InputEvent] = sorted(simulated.events, key=lambda each: -each.at_us)
    duet, shown = Duet(simulated.duet.seats), []
    for now_us in range(0, 15_000 * MS, 100 * MS):
        while waiting and waiting[-1].at_us <= now_us:
            duet.feed(waiting.pop())
        for player in (1, 2):
            duet.advance(player, Micros(now_us - 30 * MS))
        snapshot = duet.snapshot().together
        if snapshot is not None:
            shown.append(snapshot.score)
    final = simulated.result.together.score
    assert final is not None
    return sum(shown) / len(shown), final


def test_the_meter_agrees_with_the_score() -> None:
    random = Random(5)
    means, scores = zip(*(meter_and_score(seed, random) for seed in range(200)), strict=True)
    assert np.corrcoef(means, scores)[0, 1] > 0.95
    assert np.mean(np.subtract(means, scores)) == pytest.approx(0, abs=1)
