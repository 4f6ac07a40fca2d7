"""The keys that steer menus, by their place on the keyboard."""

from __future__ import annotations

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

_MODIFIERS = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META


def menu_key(event: pygame.Event) -> MenuKey | None:
    """What a key asks a menu to do; None for any other event, key or shortcut."""
    if event.type != pygame.KEYDOWN or event.mod & _MODIFIERS:
        return None
    return _KEYS.get(event.scancode)
