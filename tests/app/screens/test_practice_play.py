"""Practice while it is played; the song waits for the players here, so that nothing is loaded."""

from __future__ import annotations

import pytest
from menu_rig import MS
from pad_events import struck
from practising import PLAN, Practising

from game.app.screens.base import Pop
from game.app.screens.practice_play import PracticePlayScreen
from game.app.services import Services
from game.view.screens.practice_play import PracticePlaySnapshot

CRASH = 49


@pytest.fixture
def practising(services: Services) -> Practising:
    return Practising(services)


def test_a_time_round_is_kept_and_the_next_one_is_a_step_faster(practising: Practising) -> None:
    practising.play_round()
    (played,) = practising.passes
    assert [(each.hits, each.notes) for each in played.players] == [(2, 2), (2, 2)]
    assert practising.speeds == [85]
    practising.pass_time(0.5)
    assert practising.shown.play.bpm_text == "85 %"


def test_the_arrows_ask_for_another_speed_next_time(practising: Practising) -> None:
    practising.press("UP", "UP", "UP")
    assert practising.shown.foot == "Next time round: 95 %"
    assert practising.shown.play.bpm_text == "80 %"
    practising.play_round()
    practising.pass_time(0.5)
    assert practising.shown.play.bpm_text == "95 %"


def test_enter_begins_the_time_round_again(practising: Practising) -> None:
    practising.pass_time(4)
    practising.press("S", "J")
    practising.press("RETURN")
    practising.pass_time(0.3)
    assert practising.passes == []
    assert practising.shown.play.seats[0].seat.perfect == 0


@pytest.mark.parametrize("key", ["ESCAPE", "BACKSPACE"])
def test_either_player_can_go_back_to_the_choices(practising: Practising, key: str) -> None:
    assert practising.press(key) == Pop()
    practising.screen.leave()
    assert practising.sound.heard[-1] == "stop"


def test_a_loop_that_stood_still_begins_the_time_round_again(practising: Practising) -> None:
    practising.pass_time(4)
    practising.now_ns += 400 * MS
    practising.screen.tick(practising.now_ns)
    practising.pass_time(0.2)
    assert practising.shown.play.count_in == 1


def test_a_song_that_waits_says_so_until_a_time_round_was_played(services: Services) -> None:
    practising = Practising(services)
    waits = services.strings("practice.waits")
    assert practising.shown.foot == waits
    practising.play_round()
    assert practising.shown.foot != waits
    practising.screen.leave()
    again = PracticePlayScreen(
        services,
        practising.screen.setup,
        PLAN,
        practising.texts,
        practising.passes,
        practising.speeds.append,
    )
    again.enter()
    again.tick(practising.now_ns)
    shown = again.snapshot(practising.now_ns)
    assert isinstance(shown, PracticePlaySnapshot)
    assert shown.foot == waits


def test_a_bots_keys_are_not_offered_to_anybody(services: Services) -> None:
    practising = Practising(services, ("keyboard", "bot"))
    # In the count-in, where a play would say how to join.
    shown = practising.shown.play
    assert shown.count_in == 1
    assert [seat.note for seat in shown.seats] == ["", ""]


def test_the_drums_sound_and_the_count_is_heard(practising: Practising) -> None:
    practising.pass_time(4)
    practising.press("S", "J")
    assert practising.sound.heard.count("click") == 4
    assert practising.sound.heard[-2:] == ["P1 snare", "P2 kick"]


def test_a_long_roll_on_a_cymbal_leads_back_to_the_choices(services: Services) -> None:
    services.midi.devices, services.midi.has_looked = ("TD-17",), True
    practising = Practising(services, ("midi:TD-17", "bot"))
    practising.pass_time(1)
    assert practising.shown.hints == ("Cymbal roll: choices",)
    changes = []
    for _ in range(20):
        practising.pass_time(0.1)
        hit = struck("TD-17", CRASH, at_ns=practising.now_ns)
        changes.append(practising.screen.handle(hit, practising.now_ns))
    # After one and a half seconds, and not before.
    assert changes[:15] == [None] * 15
    assert changes[15] == Pop()


def test_how_far_the_roll_is_is_seen(services: Services) -> None:
    services.midi.devices, services.midi.has_looked = ("TD-17",), True
    practising = Practising(services, ("midi:TD-17", "keyboard"))
    for _ in range(9):
        practising.pass_time(0.1)
        practising.screen.handle(struck("TD-17", CRASH, at_ns=practising.now_ns), 0)
    assert practising.shown.held == pytest.approx(0.8 / 1.5)
    assert practising.shown.play.held == 0
    practising.pass_time(0.5)
    assert practising.shown.held == 0
