"""Leaving, coming back and joining in mid-song, told by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import chart
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.play.record import replay_of
from game.app.play.session import PlaySession
from game.app.play.setup import PlaySetup, SeatSetup
from game.duet.result import PlayerResult, result_of
from game.duet.verify import score_differences
from game.input.bindings import Binding

MS = 1_000_000
S = 1_000 * MS
START_NS = 100 * S
LEAD_IN_S = 3
FRAME_NS = 20 * MS

BARS = 14
# Half a second a quarter, a bar two seconds.
SONG = f"P1 snare |{'x-x-|' * BARS}\nP2 kick |{'o-o-|' * BARS}"
HANDS = {1: Binding(1, "snare"), 2: Binding(2, "kick")}
END_S = 2 * BARS


class Silence:
    def play(self, from_us: int, sticks_us: object, rate_pct: int) -> None: ...
    def stop(self) -> None: ...
    def position_us(self) -> None: ...
    def drum(self, player: int, voice: object, velocity: int) -> None: ...


class Evening:
    """A play, and the hands that play it; song seconds are counted without the pauses."""

    def __init__(self, *devices: str, offset_ms: int = 0, misses_the_idle: bool = True) -> None:
        seats = tuple(
            SeatSetup(player, f"P{player}", device, 5, "four", "standard")
            for player, device in zip((1, 2), devices or ("keyboard",) * 2, strict=True)
        )
        setup = PlaySetup(Path("song.duet"), chart(SONG), seats)
        self.offset_ns = offset_ms * MS
        sound = Silence()
        self.play = PlaySession(
            setup,
            sound,
            sound,
            start_us=-LEAD_IN_S * 1_000_000,
            end_us=END_S * 1_000_000,
            offset_ns=dict.fromkeys((1, 2), self.offset_ns),
        )
        self.play.hot_seats.misses_the_idle = misses_the_idle
        self.now_ns = START_NS
        self.zero_ns = START_NS + LEAD_IN_S * S
        self.play.start(START_NS)

    def until(self, song_s: float, *players: int) -> None:
        """Let the song go on, with these players hitting each of their notes."""
        end_ns = self.zero_ns + round(song_s * S)
        strokes_ns = [self.zero_ns + beat * S for beat in range(END_S)]
        while self.now_ns < end_ns:
            next_ns = min(end_ns, self.now_ns + FRAME_NS)
            for at_ns in strokes_ns:
                if self.now_ns <= at_ns + self.offset_ns < next_ns:
                    for player in players:
                        self.play.press(HANDS[player], at_ns + self.offset_ns, 100)
            self.play.step(next_ns)
            self.now_ns = next_ns

    def hit(self, player: int) -> None:
        self.play.press(HANDS[player], self.now_ns, 100)

    def pause(self) -> float:
        """Pause, and be ready to resume; gives the song second of the pause."""
        self.play.pause(self.now_ns)
        return (self.now_ns - self.zero_ns) / S

    def resume(self) -> None:
        from_ns = self.play.song_us(self.now_ns) * 1_000
        self.play.start(self.now_ns)
        self.zero_ns = self.now_ns - from_ns

    def results(self) -> tuple[PlayerResult, ...]:
        self.until(END_S + 0.5)
        replay = replay_of(self.play)
        assert score_differences(replay) == ()
        assert self.play.duet.clamped == 0
        return result_of(self.play.duet).players

    def marks(self) -> list[tuple[str, int | None]]:
        return [(mark.kind, mark.player) for mark in self.play.duet.marks]


@pytest.mark.parametrize("offset_ms", [0, 90, -60])
def test_a_player_leaves_in_a_pause_and_is_judged_again_from_the_bar_after_a_press(
    offset_ms: int,
) -> None:
    evening = Evening(offset_ms=offset_ms)
    evening.until(6.5, 1, 2)
    evening.pause()
    evening.play.take_break(2)
    evening.resume()
    evening.until(12.5, 1)
    assert evening.play.hot_seats.is_away(2)
    evening.hit(2)
    evening.until(13.2, 1)
    assert evening.play.hot_seats.is_coming_back(2, 13_200_000)
    evening.until(END_S + 0.5, 1, 2)
    one, two = evening.results()
    assert evening.marks() == [("pause", None), ("bot", 2), ("human", 2)]
    assert (one.notes, one.perfect, one.score) == (2 * BARS, 2 * BARS, 1_000_000)
    # Notes at 0-6 s, and from the bar line at 14 s on.
    assert (two.notes, two.perfect, two.miss, two.overhits) == (7 + 14, 7 + 14, 0, 0)
    assert two.score == 1_000_000


def test_a_player_who_comes_back_in_a_pause_goes_on_where_the_song_does() -> None:
    evening = Evening()
    evening.play.pause(START_NS)
    evening.play.take_break(1)
    evening.resume()
    evening.until(10.5, 2)
    evening.pause()
    evening.play.end_break(1)
    evening.resume()
    evening.until(END_S, 1, 2)
    one, two = evening.results()
    assert (one.notes, one.perfect, one.miss) == (17, 17, 0)
    assert two.perfect == 2 * BARS


def test_who_hits_nothing_for_eight_bars_is_stood_in_for_while_the_partner_plays() -> None:
    evening = Evening()
    evening.until(3.5, 1, 2)
    evening.until(20.1, 1)
    assert evening.marks() == [("bot", 2)]
    # The count begins with the first whole bar after the last press.
    _, two = evening.results()
    assert (two.perfect, two.miss) == (4, 16)
    assert two.notes == 20


def test_a_timing_test_waits_for_nobody() -> None:
    evening = Evening(misses_the_idle=False)
    evening.until(END_S, 1)
    _, two = evening.results()
    assert evening.marks() == []
    assert two.miss == 2 * BARS


def test_a_song_that_nobody_plays_stays_theirs() -> None:
    evening = Evening()
    one, two = evening.results()
    assert evening.marks() == []
    assert one.miss == two.miss == 2 * BARS


def test_a_lone_player_is_not_stood_in_for() -> None:
    evening = Evening("keyboard", "bot")
    one, two = evening.results()
    assert evening.marks() == []
    assert (one.miss, two.perfect) == (2 * BARS, 2 * BARS)


def test_a_guest_takes_the_bots_seat_and_scores_their_own_bars() -> None:
    evening = Evening("keyboard", "bot:0,12")
    evening.until(12.5, 1)
    guest = SeatSetup(2, "Guest", "keyboard", 5, "four", "standard")
    evening.play.seat_guest(guest, 0, is_calibrated=False)
    evening.hit(2)
    evening.until(END_S + 0.5, 1, 2)
    one, two = evening.results()
    assert evening.marks() == [("bot", 2), ("human", 2)]
    assert one.perfect == 2 * BARS
    assert (two.notes, two.perfect, two.score) == (14, 14, 1_000_000)
    assert evening.play.setup.seats[1] == guest


def test_a_few_notes_are_not_worth_a_whole_part() -> None:
    evening = Evening("keyboard", "bot")
    evening.until(END_S - 2.5, 1)
    guest = SeatSetup(2, "Guest", "keyboard", 5, "four", "standard")
    evening.play.seat_guest(guest, 0, is_calibrated=True)
    evening.hit(2)
    evening.until(END_S + 0.5, 1, 2)
    _, two = evening.results()
    # Two notes of 28, weighed against a quarter of them: 7.
    assert (two.notes, two.perfect) == (2, 2)
    assert two.score == 900_000 * 2 // 7 + 100_000 * 2 // 7


doings = st.lists(
    st.tuples(
        st.floats(0.1, 9),
        st.sampled_from(["play", "leave", "back", "hit"]),
        st.sampled_from([1, 2]),
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(doings, st.sampled_from([0, 70, -50]))
def test_whatever_people_do_the_replay_is_worth_what_was_played(
    doings: list[tuple[float, str, int]], offset_ms: int
) -> None:
    evening = Evening(offset_ms=offset_ms)
    at_s = 0.0
    for step_s, doing, player in doings:
        at_s += step_s
        evening.until(at_s, player)
        if doing == "hit":
            evening.hit(player)
        elif doing in ("leave", "back"):
            at_s = evening.pause()
            change = evening.play.take_break if doing == "leave" else evening.play.end_break
            change(player)
            evening.resume()
    one, two = evening.results()
    for each in (one, two):
        assert each.perfect + each.great + each.good + each.miss == each.notes <= 2 * BARS
