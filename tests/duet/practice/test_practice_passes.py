"""How a time round went, and the speed of the next one."""

from __future__ import annotations

import pytest
from helpers import chart
from hypothesis import given
from hypothesis import strategies as st

from game.charts.compile import compile_timeline
from game.duet.duet import Duet
from game.duet.events import InputEvent
from game.duet.practice.passes import (
    Pass,
    PlayerPass,
    next_rate_pct,
    pass_of,
    stepped_rate_pct,
)
from game.duet.seat import Seat
from game.judge.rules import RULES
from game.timing.units import Micros


def played(first: tuple[int, int], second: tuple[int, int], rate_pct: int = 80) -> Pass:
    """Hits and notes of both."""
    return Pass(
        rate_pct,
        (PlayerPass(1, *first, None), PlayerPass(2, *second, None)),
        together=None,
        gap_us=None,
    )


@pytest.mark.parametrize(
    ("first", "second", "reached"),
    [
        ((9, 10), (18, 20), True),
        ((9, 10), (17, 20), False),
        ((10, 10), (0, 0), True),  # a part that is left out is no obstacle
        ((0, 0), (0, 0), False),
    ],
)
def test_both_have_to_hit_nine_of_ten(first, second, reached) -> None:
    assert played(first, second).reaches(90) is reached


@pytest.mark.parametrize(
    ("rate_pct", "faster_pct"), [(40, 45), (95, 100), (98, 100), (100, 100), (120, 125), (150, 150)]
)
def test_the_speed_rises_to_the_songs_own(rate_pct: int, faster_pct: int) -> None:
    assert next_rate_pct(rate_pct, played((1, 1), (1, 1)), 90) == faster_pct
    assert next_rate_pct(rate_pct, played((0, 1), (1, 1)), 90) == rate_pct
    assert next_rate_pct(rate_pct, played((1, 1), (1, 1)), None) == rate_pct


@given(st.integers(40, 150), st.integers(-3, 3).filter(bool))
def test_speeds_are_stepped_on_a_grid_within_their_limits(rate_pct: int, steps: int) -> None:
    after = stepped_rate_pct(rate_pct, steps)
    assert 40 <= after <= 150
    assert after % 5 == 0
    assert (after >= rate_pct) is (steps > 0) or after == rate_pct


def test_a_pass_counts_hits_and_errors_in_real_time() -> None:
    song = chart("P1 kick |oooo|oooo|\nP2 snare |xxxx|xxxx|")
    duet = Duet(
        [Seat(compile_timeline(song, p), RULES["standard"], calibrated=True) for p in (1, 2)], 50
    )
    # At half speed 10 ms of the song are 20 ms in the room.
    for index, note in enumerate(duet.seats[0].timeline.notes):
        duet.feed(InputEvent(Micros(note.at_us + 10_000), 1, "kick"))
        if index:
            duet.feed(InputEvent(Micros(note.at_us + 10_000), 2, "snare"))
    duet.finish()
    result = pass_of(duet)
    assert result.rate_pct == 50
    assert result.players == (PlayerPass(1, 8, 8, 20_000), PlayerPass(2, 7, 8, 20_000))
    assert result.hit_pct == 15 * 100 // 16
    assert result.gap_us == 0
    assert result.together is None


def test_a_pass_that_nobody_plays_is_empty() -> None:
    song = chart("P1 kick |oooo|\nP2 snare |xxxx|")
    duet = Duet([Seat(compile_timeline(song, p), RULES["standard"]) for p in (1, 2)])
    duet.finish()
    result = pass_of(duet)
    assert (result.hit_pct, result.gap_us) == (0, None)
    assert [each.mean_error_us for each in result.players] == [None, None]
