"""The keys that steer menus, by their place on the keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

import pygame


class MenuKey(Enum):
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    HOME = auto()
    END = auto()
    NEXT = auto()
    """Tab, with or without Shift: there are never more than two sides to change between."""

    CHOOSE = auto()
    PICTURE = auto()
    BACK = auto()


_KEYS = {
    pygame.KSCAN_UP: MenuKey.UP,
    pygame.KSCAN_DOWN: MenuKey.DOWN,
    pygame.KSCAN_LEFT: MenuKey.LEFT,
    pygame.KSCAN_RIGHT: MenuKey.RIGHT,
    pygame.KSCAN_PAGEUP: MenuKey.PAGE_UP,
    pygame.KSCAN_PAGEDOWN: MenuKey.PAGE_DOWN,
    pygame.KSCAN_HOME: MenuKey.HOME,
    pygame.KSCAN_END: MenuKey.END,
    pygame.KSCAN_TAB: MenuKey.NEXT,
    pygame.KSCAN_RETURN: MenuKey.CHOOSE,
    pygame.KSCAN_KP_ENTER: MenuKey.CHOOSE,
    pygame.KSCAN_ESCAPE: MenuKey.BACK,
    pygame.KSCAN_F12: MenuKey.PICTURE,
}

_TO_THE_END = 1_000_000
"""More rows than any list has."""

_MODIFIERS = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META


def list_steps(rows: int) -> Mapping[MenuKey, int]:
    """How many rows further each key leads in a list that shows so many at once."""
    return {
        MenuKey.UP: -1,
        MenuKey.DOWN: 1,
        MenuKey.PAGE_UP: -rows,
        MenuKey.PAGE_DOWN: rows,
        MenuKey.HOME: -_TO_THE_END,
        MenuKey.END: _TO_THE_END,
    }


def menu_key(event: pygame.Event) -> MenuKey | None:
    """What a key asks a menu to do; None for any other event, key or shortcut."""
    if event.type != pygame.KEYDOWN or event.mod & _MODIFIERS:
        return None
    return _KEYS.get(event.scancode)
