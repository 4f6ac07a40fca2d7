"""Where a play went wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers import chart

from game.charts.compile import compile_timeline
from game.charts.timeline import TimedBar
from game.duet.bot_spec import BotSpec
from game.duet.duet import Duet
from game.duet.events import InputEvent
from game.duet.practice.bars import Bars
from game.duet.practice.trouble import Trouble, most_missed, trouble_of, widest_gap
from game.duet.seat import Seat
from game.duet.simulate import simulate
from game.judge.rules import RULES
from game.score.together.played_pair import PlayedPair
from game.timing.units import Micros

S = 1_000_000
TWENTY_BARS = tuple(TimedBar(Micros(index * S), index + 1) for index in range(20))


def at(*bars: float) -> list[int]:
    """Times in bars of a second."""
    return [round(bar * S) for bar in bars]


@pytest.mark.parametrize(
    ("missed", "bars"),
    [
        (at(10.0), (3, 10)),  # of all stretches with bar 10 the first
        (at(0.5), (0, 7)),
        (at(19.9), (12, 19)),
        (at(2, 2.1, 15, 15.1, 16), (9, 16)),
        (at(1, 8, 8.5, 12), (1, 8)),  # the first of several
        (at(25), (12, 19)),  # a note behind the last bar line belongs to the last bar
    ],
)
def test_the_eight_bars_with_most_misses_come_first(missed, bars) -> None:
    assert most_missed(TWENTY_BARS, missed) == Bars(*bars)


def test_nothing_missed_is_no_trouble() -> None:
    assert most_missed(TWENTY_BARS, []) is None


def test_a_short_song_is_practised_whole() -> None:
    assert most_missed(TWENTY_BARS[:3], at(1)) == Bars(0, 2)


def pairs(bar: int, gap_ms: float, count: int = 6) -> list[PlayedPair]:
    """So many pairs in a bar, the first player later than the second."""
    return [PlayedPair(Micros(bar * S + i * 1000), gap_ms * 1000, 0.0) for i in range(count)]


def test_the_eight_bars_furthest_apart_are_found_by_their_mean() -> None:
    played = [*pairs(0, 10), *pairs(9, -40), *pairs(10, -30), *pairs(19, 20)]
    # Bars 2 to 9 hold the pairs of bar 9 alone.
    assert widest_gap(TWENTY_BARS, played) == Bars(2, 9)


def test_a_gap_that_never_changes_is_taken_out_where_nobody_is_calibrated() -> None:
    played = [*pairs(0, 50, 30), *pairs(12, 20)]
    assert widest_gap(TWENTY_BARS, played) == Bars(0, 7)
    assert widest_gap(TWENTY_BARS, played, is_relative=True) == Bars(5, 12)


def test_too_few_pairs_say_nothing_about_a_gap() -> None:
    assert widest_gap(TWENTY_BARS, pairs(3, 60, 5)) is None
    one_missed = [PlayedPair(Micros(3 * S), None, 0.0)] * 9
    assert widest_gap(TWENTY_BARS, one_missed) is None


STEADY = "P1 kick |o-o-|" + "o-o-|" * 11 + "\nP2 kick |o-o-|" + "o-o-|" * 11


def seats() -> list[Seat]:
    song = chart(STEADY)
    return [Seat(compile_timeline(song, p), RULES["standard"], calibrated=True) for p in (1, 2)]


def test_a_whole_play_is_looked_back_on() -> None:
    duet = Duet(seats())
    for note in duet.seats[0].timeline.notes:
        for player in (1, 2):
            is_late = player == 1 and note.at_us < 4 * 2 * S
            is_missed = player == 2 and note.at_us >= 10 * 2 * S
            if not is_missed:
                late_us = 60_000 if is_late else 0
                duet.feed(InputEvent(Micros(note.at_us + late_us), player, note.lane))
    duet.finish()
    trouble = trouble_of(duet)
    assert trouble.missed == Bars(4, 11)
    assert trouble.apart == Bars(0, 7)


def test_a_perfect_play_has_no_misses() -> None:
    played = simulate(seats(), [BotSpec(), BotSpec()])
    assert trouble_of(played.duet).missed is None


def test_without_bars_there_is_nothing_to_go_back_to() -> None:
    song = Seat(replace(seats()[0].timeline, bars=()), RULES["standard"])
    duet = Duet([song])
    duet.finish()
    assert trouble_of(duet) == Trouble()
