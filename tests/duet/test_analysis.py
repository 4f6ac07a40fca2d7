"""What a play leaves for its results."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from plays import duets
from rhythm import MS, seat

from game.duet.analysis import Analysis, analysis_of
from game.duet.bot_spec import BotSpec
from game.duet.duet import Duet
from game.duet.events import InputEvent, Mark
from game.duet.result import result_of
from game.duet.simulate import simulate
from game.score.offsets import median_offset_us
from game.timing.units import Micros

LINE = "snare " + "x-x-" * 20


def analysis(duet: Duet) -> Analysis:
    found = analysis_of(duet)
    assert found is not None
    return found


def pressed(duet: Duet, *presses: tuple[int, float]) -> Analysis:
    """The analysis once players have pressed their snares, each at a time in ms."""
    for player, at_ms in presses:
        duet.feed(InputEvent(Micros(round(at_ms * MS)), player, "snare", 100))
    duet.finish()
    return analysis(duet)


def two(line: str, rate_pct: int = 100, *, calibrated: bool = True) -> Duet:
    seats = [replace(seat(line, player=each), calibrated=calibrated) for each in (1, 2)]
    return Duet(seats, rate_pct)


def test_errors_are_real_time_at_half_speed() -> None:
    found = pressed(two("snare x", 50), (1, 7), (2, -3))
    assert [player.errors_us for player in found.players] == [(14_000,), (-6_000,)]
    assert [player.hits[0].error_us for player in found.players] == [14_000, -6_000]
    assert found.players[0].lanes[1].stats.mean_offset_us == 14_000


def test_a_player_without_a_hit_leaves_nothing() -> None:
    found = pressed(two("snare x"), (2, 5))
    assert (found.players[0].errors_us, found.players[0].hits) == ((), ())
    assert found.players[0].lanes[1].stats.misses == 1


def test_what_a_stand_in_played_is_in_none_of_it() -> None:
    duet = two("snare x---x---x")
    duet.mark(Mark(Micros(300 * MS), 1, "bot"))
    duet.mark(Mark(Micros(600 * MS), 1, "human"))
    found = pressed(duet, (1, 4), (2, 0), (1, 399), (2, 400), (1, 803), (2, 800))
    assert found.players[0].errors_us == (4_000, 3_000)
    assert [hit.at_us for hit in found.players[0].hits] == [0, 800_000]
    assert found.players[0].lanes[1].stats.notes == 2


@pytest.mark.parametrize(("calibrated", "constant_us"), [(True, 0), (False, 30_000)])
def test_a_constant_gap_is_the_devices_only_where_not_both_are_calibrated(
    calibrated: bool, constant_us: float
) -> None:
    duet = two("snare x---x", calibrated=calibrated)
    found = pressed(duet, (1, 20), (2, -10), (1, 430), (2, 400))
    assert found.constant_us == {1: constant_us, 2: 0}
    assert found.report.is_relative == (not calibrated)


def test_one_alone_has_no_analysis() -> None:
    assert analysis_of(Duet([seat(LINE)])) is None


def test_it_agrees_with_the_result() -> None:
    seats = [seat(LINE, player=player) for player in (1, 2)]
    simulated = simulate(seats, [BotSpec(5, 14), BotSpec(-5, 20)], seed=4)
    found, result = analysis(simulated.duet), simulated.result
    assert len(found.pairs) == result.together.pairs
    for player, counted in zip(found.players, result.players, strict=True):
        assert median_offset_us([int(e) for e in player.errors_us]) == counted.median_offset_us
        assert sum(lane.stats.notes for lane in player.lanes) == counted.notes


@settings(max_examples=40, deadline=None)
@given(duets())
def test_every_play_has_an_analysis_whose_counts_are_those_of_the_result(duet: Duet) -> None:
    duet.finish()
    found, result = analysis(duet), result_of(duet)
    for player, counted in zip(found.players, result.players, strict=True):
        hits = counted.perfect + counted.great + counted.good
        assert len(player.errors_us) <= hits
        assert sum(lane.stats.hits for lane in player.lanes) == hits
        assert sum(lane.stats.misses for lane in player.lanes) == counted.miss
        assert sum(lane.overhits for lane in player.lanes) == counted.overhits
