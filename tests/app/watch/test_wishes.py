"""What an author wants to hear stays as it was, but for what a key changes."""

from __future__ import annotations

import pygame
import pytest
from helpers import chart
from menu_rig import down

from game.app.play.setup import SeatSetup
from game.app.screens.watch_keys import WatchKey, watch_key, wished
from game.app.watch.wishes import Wishes, people_of
from game.charts.compile import compile_timeline
from game.duet.practice.bars import Bars


def wishes(*devices: str) -> Wishes:
    seats = (
        SeatSetup(number, f"P{number}", device, 5, "four", "standard")
        for number, device in enumerate(devices, start=1)
    )
    return Wishes(tuple(seats))


BOTS = wishes("bot", "bot")
SECTIONS = """
== A ==
P1 kick |o---|o---|
P2 kick |o---|o---|
== B ==
P1 kick |o---|
P2 kick |o---|
"""


@pytest.mark.parametrize(
    ("key", "value", "before", "after"),
    [
        ("UP", lambda w: w.rate_pct, 100, 105),
        ("DOWN", lambda w: w.rate_pct, 100, 95),
        ("TAB", lambda w: w.plays_whole, False, True),
        ("F4", lambda w: w.metronome, False, True),
        ("F5", lambda w: [seat.level for seat in w.seats], [5, 5], [4, 4]),
        ("F2", lambda w: [seat.device for seat in w.seats], ["bot", "bot"], ["keyboard", "bot"]),
        ("F3", lambda w: [seat.device for seat in w.seats], ["bot", "bot"], ["bot", "keyboard"]),
    ],
)
def test_each_key_changes_one_thing(key: str, value, before: object, after: object) -> None:
    pressed = watch_key(down(key))
    assert pressed is not None
    changed = wished(BOTS, pressed, people_of(BOTS.seats))
    assert (value(BOTS), value(changed)) == (before, after)


def test_after_the_first_level_comes_the_full_part_again() -> None:
    levels = []
    found = BOTS
    for _ in range(5):
        found = wished(found, WatchKey.LEVEL, {})
        levels.append(found.seats[0].level)
    assert levels == [4, 3, 2, 1, 5]


def test_whoever_was_named_on_the_command_line_comes_back_after_the_bot() -> None:
    named = wishes("midi:TD", "bot")
    people = people_of(named.seats)
    with_bot = wished(named, WatchKey.HANDS_1, people)
    assert [with_bot.seats[0].device, with_bot.has_people] == ["bot", False]
    assert wished(with_bot, WatchKey.HANDS_1, people) == named


def test_a_shortcut_of_the_system_is_no_key() -> None:
    event = pygame.event.Event(
        pygame.KEYDOWN, scancode=pygame.KSCAN_TAB, mod=pygame.KMOD_LALT, key=0
    )
    assert watch_key(event) is None


def test_a_section_goes_round_or_the_whole_song() -> None:
    timeline = compile_timeline(chart(SECTIONS), 1)
    assert BOTS.loop(timeline, 1) == Bars(0, 1)
    assert BOTS.loop(timeline, 2) == Bars(2, 2)
    whole = wished(BOTS, WatchKey.WHOLE, {})
    assert whole.loop(timeline, 2) == Bars(0, 2)
