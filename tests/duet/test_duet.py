"""The game, headless: two seats, their events and their log."""

import pytest
from rhythm import MS, log_lines, seat

from game.duet.duet import Duet
from game.duet.events import InputEvent, Mark
from game.timing.units import Micros


def press(at_ms: float, player: int, lane: str = "snare", velocity: int = 100) -> InputEvent:
    return InputEvent(Micros(round(at_ms * MS)), player, lane, velocity)


def duet(one: str = "snare x", two: str = "snare x", rules: str = "standard") -> Duet:
    return Duet([seat(one, rules=rules), seat(two, rules=rules, player=2)])


def test_each_player_has_a_time_line_of_their_own() -> None:
    play = duet()
    play.advance(1, Micros(500 * MS))
    assert play.feed(press(0, 2)) == press(0, 2)
    assert log_lines(play.log) == ["P2 0 snare perfect 0 +0", "P1 108001 snare miss 0"]
    assert play.clamped == 0


def test_the_log_merges_by_time_then_player_then_arrival() -> None:
    play = duet("snare x", "snare x")
    play.feed(press(0, 2))
    play.feed(press(0, 2))
    play.feed(press(0, 1))
    play.feed(press(10, 1))
    assert log_lines(play.log) == [
        "P1 0 snare perfect 0 +0",
        "P2 0 snare perfect 0 +0",
        "P2 0 snare overhit",
        "P1 10000 snare overhit",
    ]


def test_the_log_does_not_depend_on_the_order_of_the_seats() -> None:
    turned = Duet([seat("snare x", player=2), seat("snare x")])
    for player in (2, 1):
        turned.feed(press(0, player))
    assert log_lines(turned.log) == ["P1 0 snare perfect 0 +0", "P2 0 snare perfect 0 +0"]
    assert log_lines(turned.drain()) == log_lines(turned.log)


def test_an_event_behind_its_players_time_is_clamped_recorded_clamped_and_counted() -> None:
    play = duet()
    play.advance(1, Micros(30 * MS))
    assert play.feed(press(10, 1)) == press(30, 1)
    assert play.events == (press(30, 1),)
    assert play.clamped == 1
    assert log_lines(play.log) == ["P1 30000 snare great 0 +30000"]


def test_an_event_at_its_players_time_is_not_clamped() -> None:
    play = duet()
    play.advance(1, Micros(30 * MS))
    play.feed(press(30, 1))
    assert play.clamped == 0


def test_events_are_kept_in_the_order_of_arrival() -> None:
    play = duet()
    fed = (press(20, 2), press(10, 1), press(10, 1, "kick"), press(20, 2, "tom"))
    for event in fed:
        play.feed(event)
    assert play.events == fed


@pytest.mark.parametrize(
    ("event", "complaint"),
    [
        (press(0, 1, "cowbell"), "no lane 'cowbell' in layout 'four'"),
        (press(0, 1, "high"), "no lane 'high' in layout 'four'"),
        (press(0, 3), "no player 3 in this duet"),
    ],
)
def test_an_event_of_nobody_or_nowhere_is_refused(event: InputEvent, complaint: str) -> None:
    play = duet()
    with pytest.raises(ValueError, match=complaint):
        play.feed(event)
    assert play.events == ()


def test_a_mark_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="no player 3 in this duet"):
        duet().mark(Mark(Micros(0), 3, "bot"))


def test_a_lane_without_notes_can_be_pressed() -> None:
    play = duet()
    play.feed(press(0, 1, "tom"))
    assert log_lines(play.drain()) == ["P1 0 tom overhit"]


def test_two_seats_of_one_player_are_refused() -> None:
    with pytest.raises(ValueError, match="same player"):
        Duet([seat("snare x"), seat("snare x")])


def test_one_seat_is_a_duet_too() -> None:
    play = Duet([seat("snare x")])
    play.feed(press(0, 1))
    assert play.snapshot().duet_score == 1_000_000


def test_drain_gives_each_verdict_once() -> None:
    play = duet()
    play.feed(press(0, 2))
    assert log_lines(play.drain()) == ["P2 0 snare perfect 0 +0"]
    assert play.drain() == ()
    play.finish()
    assert log_lines(play.drain()) == ["P1 108001 snare miss 0"]
    assert len(play.log) == 2


def test_finishing_misses_what_is_left() -> None:
    play = duet("snare x--x", "kick -----x")
    play.finish()
    assert log_lines(play.log) == [
        "P1 108001 snare miss 0",
        "P1 408001 snare miss 1",
        "P2 608001 kick miss 0",
    ]


def test_a_snapshot_shows_what_happened() -> None:
    play = duet("snare x--x--x-r=", "kick x")
    play.feed(press(0, 1))
    play.feed(press(340, 1))
    play.feed(press(345, 1, "tom"))
    play.advance(1, Micros(800 * MS))
    play.feed(press(810, 1))
    one, two = play.snapshot().seats
    assert (one.player, one.now_us) == (1, 810_000)
    assert (one.perfect, one.great, one.good, one.miss) == (1, 1, 0, 1)
    assert (one.overhits, one.roll_hits, one.combo, one.max_combo) == (1, 1, 0, 2)
    assert one.judged == bytes([1, 1, 2, 1])
    assert one.score == 900_000 * 165 // 300 + 100_000 * 2 // 3
    assert len(one.recent) == 5
    assert two.judged == bytes([0])
    assert play.snapshot().duet_score == one.score // 2


def test_a_snapshot_keeps_the_latest_16_verdicts() -> None:
    play = duet()
    for at_ms in range(200, 220):
        play.feed(press(at_ms, 1))
    recent = play.snapshot().seats[0].recent
    assert [verdict.at_us for verdict in recent] == [at_ms * MS for at_ms in range(204, 220)]


def test_a_snapshot_stays_as_it_was_taken() -> None:
    play = duet()
    before = play.snapshot()
    play.feed(press(0, 1))
    assert before.seats[0].judged == bytes([0])
    assert before != play.snapshot()


def test_a_part_without_notes_is_left_out_of_the_mean() -> None:
    play = duet("snare x", "snare r=")
    play.feed(press(0, 1))
    assert play.snapshot().duet_score == 1_000_000


def test_windows_are_real_time_at_another_speed() -> None:
    # At half speed 75 ms of real time are 37.5 ms of song.
    half = Duet([seat("snare x---x")], rate_pct=50)
    half.feed(press(37.5, 1))
    half.feed(press(437.501, 1))
    assert log_lines(half.log) == [
        "P1 37500 snare great 0 +37500",
        "P1 437501 snare good 1 +37501",
    ]


def test_a_snapshot_tells_the_accents_that_were_loud() -> None:
    play = Duet([seat("snare xxxxXX", step_ms=500)])
    for index, velocity in enumerate((80, 81, 80, 80, 110, 85)):
        play.feed(InputEvent(Micros(500 * MS * index), 1, "snare", velocity))
    assert play.snapshot().seats[0].as_written == (4,)


def test_keys_are_never_louder_than_themselves() -> None:
    play = Duet([seat("snare xxxxXg", step_ms=500)])
    for index in range(6):
        play.feed(InputEvent(Micros(500 * MS * index), 1, "snare"))
    assert play.snapshot().seats[0].as_written == ()
