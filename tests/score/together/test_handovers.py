"""Hand-overs of the lead."""

import pytest
from rhythm import MS

from game.charts.timeline import TimedLead
from game.score.together.handovers import Entry, HandOver, hand_overs
from game.score.together.part import Hit
from game.timing.units import Micros

BOTH = (1, 2)
CALIBRATED = {1: 0.0, 2: 0.0}


def leads(*changes: tuple[int, tuple[int, ...]]) -> list[TimedLead]:
    return [TimedLead(Micros(at_ms * MS), players) for at_ms, players in changes]


def hits(*errors_ms: tuple[int, float]) -> list[Hit]:
    """Hits by the time of their note and their error, in ms."""
    return [Hit(Micros(at_ms * MS), error * MS) for at_ms, error in errors_ms]


def changes(
    song: list[TimedLead], first: list[Hit], second: list[Hit], constant_ms: float = 0.0
) -> list[tuple[int, int, float]]:
    """Who took over from whom, and how much too late."""
    found = hand_overs(song, {1: first, 2: second}, {1: constant_ms * MS, 2: 0.0})
    return [(each.leaves, each.enters, each.error_us / MS) for each in found]


CALL_AND_RESPONSE = leads((0, (1,)), (1000, (2,)), (2000, (1,)))


def test_the_gap_is_measured_against_the_written_one() -> None:
    first = hits((0, 3), (900, -10), (2000, 40))
    second = hits((1000, 20), (1900, 5))
    # The second came in 20 ms late after a last hit 10 ms early, and so on.
    assert changes(CALL_AND_RESPONSE, first, second) == [(1, 2, 30), (2, 1, 35)]


def test_what_one_plays_outside_their_turn_is_no_hand_over() -> None:
    first = hits((900, 0), (1000, 99), (1950, 99), (2000, 0))
    second = hits((800, 99), (1000, 1), (1900, 2), (2100, 99))
    assert changes(CALL_AND_RESPONSE, first, second) == [(1, 2, 1), (2, 1, -2)]


def test_a_turn_in_which_somebody_hit_nothing_has_none() -> None:
    assert changes(CALL_AND_RESPONSE, hits((0, 0)), hits((2500, 0))) == []
    assert changes(CALL_AND_RESPONSE, [], hits((1000, 0))) == []


@pytest.mark.parametrize(
    "song",
    [
        [],
        leads((0, (1,))),
        leads((0, (1,)), (1000, BOTH)),
        leads((0, BOTH), (1000, (2,))),
        leads((0, (1,)), (1000, (1,))),
    ],
)
def test_only_from_one_player_alone_to_the_other_alone(song: list[TimedLead]) -> None:
    assert changes(song, hits((0, 0), (1000, 0)), hits((0, 0), (1000, 0))) == []


def test_a_constant_gap_can_be_taken_out() -> None:
    first, second = hits((900, 50), (2000, 50)), hits((1000, 0), (1900, 0))
    assert changes(CALL_AND_RESPONSE, first, second) == [(1, 2, -50), (2, 1, 50)]
    assert changes(CALL_AND_RESPONSE, first, second, constant_ms=50) == [(1, 2, 0), (2, 1, 0)]


@pytest.mark.parametrize(
    ("error_ms", "entry"),
    [
        (-25.001, Entry.EARLY),
        (-25, Entry.ON_TIME),
        (0, Entry.ON_TIME),
        (25, Entry.ON_TIME),
        (25.001, Entry.LATE),
    ],  # [-25, +25]
)
def test_on_time_is_within_25_ms(error_ms: float, entry: Entry) -> None:
    assert HandOver(Micros(0), 1, 2, error_ms * MS).entry is entry
