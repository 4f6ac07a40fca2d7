"""A kit that is unplugged while bars are played over and over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from menu_rig import down
from pad_events import struck
from rounds_rig import Rounds, lesson, practice

from game.app.screens.base import Pop
from game.app.services import Services
from game.view.screens.kit_gone import KitGoneSnapshot
from game.view.screens.loading import LoadingSnapshot

KIT, PAD, LONG = "TD-17", "Pad", "A kit with a name of all its forty letters"
SNARE = 38


RoundsOf = Callable[..., Rounds]
both_screens = pytest.mark.parametrize("rounds_of", [practice, lesson])


@both_screens
def test_rounds_stop_when_a_kit_goes_and_begin_again_when_it_is_back(
    services: Services, rounds_of: RoundsOf
) -> None:
    services.midi.devices, services.midi.has_looked = (KIT, PAD), True
    rounds = rounds_of(services, f"midi:{KIT}", "keyboard")
    rounds.pass_time(1)
    assert rounds.is_played
    rounds.plug(PAD)
    rounds.pass_time(5)
    assert not rounds.is_played
    assert isinstance(rounds.shown, KitGoneSnapshot)
    assert rounds.shown.message.startswith(f"“{KIT}”")
    assert rounds.shown.still is not None
    rounds.plug(PAD, KIT)
    rounds.pass_time(0.3)
    assert rounds.is_played
    assert rounds.screen.rounds is not None
    song_us = rounds.screen.rounds.session.song_us(rounds.now_ns)
    assert song_us < rounds.screen.rounds.round.from_us


@both_screens
@pytest.mark.parametrize("key", ["ESCAPE", "BACKSPACE"])
def test_whoever_has_lost_the_kit_can_leave(
    services: Services, rounds_of: RoundsOf, key: str
) -> None:
    services.midi.devices, services.midi.has_looked = (KIT,), True
    rounds = rounds_of(services, f"midi:{KIT}", "keyboard")
    rounds.pass_time(1)
    rounds.plug()
    assert rounds.screen.handle(down(key), rounds.now_ns) == Pop()


@both_screens
def test_nothing_begins_before_the_kit_is_there(services: Services, rounds_of: RoundsOf) -> None:
    rounds = rounds_of(services, "keyboard", f"midi:{LONG}")
    rounds.pass_time(1)
    # Nobody has looked yet, so that nothing is said to be missing.
    assert isinstance(rounds.shown, LoadingSnapshot)
    rounds.plug()
    rounds.pass_time(1)
    assert not rounds.is_played
    assert isinstance(rounds.shown, KitGoneSnapshot)
    assert LONG in rounds.shown.message
    rounds.plug(LONG)
    rounds.pass_time(0.3)
    assert rounds.is_played


@both_screens
def test_a_kit_that_nobody_plays_may_go(services: Services, rounds_of: RoundsOf) -> None:
    services.midi.devices, services.midi.has_looked = (KIT, PAD), True
    rounds = rounds_of(services, "keyboard", f"midi:{KIT}")
    rounds.pass_time(1)
    rounds.plug(KIT)
    rounds.pass_time(0.3)
    assert rounds.is_played


def test_of_two_kits_the_one_that_is_gone_is_named(services: Services) -> None:
    services.midi.devices, services.midi.has_looked = (KIT, PAD), True
    rounds = practice(services, f"midi:{KIT}", f"midi:{PAD}")
    rounds.pass_time(1)
    rounds.plug(KIT)
    assert isinstance(rounds.shown, KitGoneSnapshot)
    assert rounds.shown.message.startswith(f"“{PAD}”")


def test_a_stroke_of_a_pad_lets_a_song_that_waits_go_on(services: Services) -> None:
    services.midi.devices, services.midi.has_looked = (KIT,), True
    rounds = practice(services, f"midi:{KIT}", "bot")
    rounds.pass_time(6)
    played = rounds.screen.rounds
    assert played is not None
    assert played.session.song_us(rounds.now_ns) == played.round.from_us
    rounds.screen.handle(struck(KIT, SNARE, at_ns=rounds.now_ns), rounds.now_ns)
    rounds.pass_time(0.3)
    assert played.session.song_us(rounds.now_ns) > played.round.from_us
