"""The keys of `watch`: what the author wants to hear, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto

import pygame

from game.app.watch.wishes import Wishes
from game.duet.practice.passes import stepped_rate_pct


class WatchKey(Enum):
    EARLIER = auto()
    LATER = auto()
    START = auto()
    FASTER = auto()
    SLOWER = auto()
    HOLD = auto()
    WHOLE = auto()
    HANDS_1 = auto()
    HANDS_2 = auto()
    METRONOME = auto()
    LEVEL = auto()
    LEAVE = auto()


SECTIONS: Mapping[WatchKey, int] = {WatchKey.EARLIER: -1, WatchKey.LATER: 1, WatchKey.START: 0}
"""How many sections further these lead."""

_KEYS = {
    pygame.KSCAN_LEFT: WatchKey.EARLIER,
    pygame.KSCAN_RIGHT: WatchKey.LATER,
    pygame.KSCAN_HOME: WatchKey.START,
    pygame.KSCAN_UP: WatchKey.FASTER,
    pygame.KSCAN_DOWN: WatchKey.SLOWER,
    pygame.KSCAN_RETURN: WatchKey.HOLD,
    pygame.KSCAN_KP_ENTER: WatchKey.HOLD,
    pygame.KSCAN_TAB: WatchKey.WHOLE,
    pygame.KSCAN_F2: WatchKey.HANDS_1,
    pygame.KSCAN_F3: WatchKey.HANDS_2,
    pygame.KSCAN_F4: WatchKey.METRONOME,
    pygame.KSCAN_F5: WatchKey.LEVEL,
    pygame.KSCAN_ESCAPE: WatchKey.LEAVE,
}
_MODIFIERS = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
_STEPS = {WatchKey.FASTER: 1, WatchKey.SLOWER: -1}
_HANDS = {WatchKey.HANDS_1: 1, WatchKey.HANDS_2: 2}


def watch_key(event: pygame.Event) -> WatchKey | None:
    """What a key asks for; None for any other event, key or shortcut."""
    if event.type != pygame.KEYDOWN or event.mod & _MODIFIERS:
        return None
    return _KEYS.get(event.scancode)


def wished(wishes: Wishes, key: WatchKey, people: Mapping[int, str]) -> Wishes:
    """The wishes after a key; the same ones if it changes nothing about them.

    Args:
        people: by player, the device of whoever plays in place of the bot.
    """
    if key in _STEPS:
        return replace(wishes, rate_pct=stepped_rate_pct(wishes.rate_pct, _STEPS[key]))
    if key in _HANDS:
        return wishes.with_other_hands(_HANDS[key], people[_HANDS[key]])
    if key is WatchKey.WHOLE:
        return replace(wishes, plays_whole=not wishes.plays_whole)
    if key is WatchKey.METRONOME:
        return replace(wishes, metronome=not wishes.metronome)
    if key is WatchKey.LEVEL:
        return wishes.with_level(-1)
    return wishes
