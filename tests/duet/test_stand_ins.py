"""Marks in a play: a bot may sit in for a player, and its notes then count for nothing."""

import pytest
from rhythm import MS, log_lines, seat

from game.duet.duet import Duet
from game.duet.events import InputEvent, Mark, MarkKind
from game.duet.result import result_of
from game.timing.units import Micros


def press(play: Duet, *times_ms: float, player: int = 1) -> None:
    for at_ms in times_ms:
        play.feed(InputEvent(Micros(round(at_ms * MS)), player, "snare"))


def mark(play: Duet, at_ms: float, kind: MarkKind, player: int | None = 1) -> Mark:
    return play.mark(Mark(Micros(round(at_ms * MS)), player, kind))


def duet(rules: str = "standard") -> Duet:
    """Four notes for each player, at 0, 500, 1,000 and 1,500 ms."""
    return Duet([seat("snare xxxx", player=player, rules=rules, step_ms=500) for player in (1, 2)])


def test_what_a_stand_in_plays_is_logged_and_counts_for_no_score() -> None:
    play = duet()
    press(play, 0)
    mark(play, 200, "bot")
    press(play, 500, 1000)
    mark(play, 1200, "human")
    play.finish()
    assert log_lines(verdict for verdict in play.log if verdict[0] == 1) == [
        "P1 0 snare perfect 0 +0",
        "P1 500000 snare perfect 1 +0",
        "P1 1000000 snare perfect 2 +0",
        "P1 1608001 snare miss 3",
    ]
    player = result_of(play).players[0]
    assert (player.notes, player.perfect, player.miss, player.max_combo) == (2, 1, 1, 1)
    assert player.score == 900_000 * 100 // 200 + 100_000 // 2
    assert player.median_offset_us == 0


def test_the_players_combo_waits_for_them() -> None:
    play = duet("tight")
    press(play, 0)
    mark(play, 200, "bot")
    press(play, 300, 310)
    mark(play, 700, "human")
    press(play, 1000, 1500)
    player = result_of(play).players[0]
    assert (player.notes, player.max_combo, player.overhits) == (3, 3, 0)
    assert player.score == 1_000_000


def test_the_partner_is_not_concerned() -> None:
    play = duet()
    mark(play, -100, "bot", player=2)
    press(play, 0, 500, 1000, 1500)
    press(play, 0, 500, 1000, 1500, player=2)
    one, two = result_of(play).players
    assert (one.notes, two.notes) == (4, 0)
    assert (one.score, two.score, play.score()) == (1_000_000, 0, 1_000_000)


def test_a_mark_for_both_concerns_both() -> None:
    play = duet()
    mark(play, -100, "bot", player=None)
    press(play, 0)
    press(play, 0, player=2)
    assert [player.notes for player in result_of(play).players] == [3, 3]


def test_a_mark_takes_hold_after_its_own_microsecond() -> None:
    play = duet()
    mark(play, 500, "bot")
    press(play, 500)
    assert result_of(play).players[0].perfect == 1
    press(play, 1000)
    assert result_of(play).players[0].perfect == 1


def test_a_mark_ahead_of_time_waits_for_it() -> None:
    play = duet()
    mark(play, 700, "bot")
    mark(play, 1200, "human")
    press(play, 0, 500, 1000, 1500)
    player = result_of(play).players[0]
    assert (player.notes, player.perfect, player.miss) == (3, 3, 0)


def test_a_mark_behind_the_players_time_is_recorded_clamped() -> None:
    play = duet()
    press(play, 0, 500)
    assert mark(play, 300, "bot") == Mark(Micros(500_000), 1, "bot")
    assert play.marks == (Mark(Micros(500_000), 1, "bot"),)
    assert result_of(play).players[0].notes == 4


def test_marks_of_one_player_keep_their_order() -> None:
    play = duet()
    mark(play, 700, "bot")
    assert mark(play, 600, "human").at_us == 700_000


@pytest.mark.parametrize("player", [1, None])
def test_a_pause_changes_nothing(player: int | None) -> None:
    play = duet()
    press(play, 0, 500)
    assert mark(play, 300, "pause", player) == Mark(Micros(300_000), player, "pause")
    press(play, 1000, 1500)
    assert result_of(play).players[0].score == 1_000_000


def test_a_players_own_verdicts_are_those_without_a_stand_in() -> None:
    play = duet()
    press(play, 0)
    mark(play, 200, "bot")
    press(play, 500)
    mark(play, 700, "human")
    press(play, 1000)
    assert [each.note for each in play.own_verdicts(1)] == [0, 2]
