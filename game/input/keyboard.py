"""The keyboard: key presses into raw hits, by the place of the key and never by its character."""

from __future__ import annotations

import pygame

from game.input.key_names import cap_of, name_of
from game.input.raw_hit import KEYBOARD, RawHit
from game.timing.units import Nanos

_MAX_CAP_LENGTH = 3


class Keyboard:
    """Reads key events; learns what the player's own layout prints on each key."""

    def __init__(self) -> None:
        self._caps: dict[str, str] = {}

    def hit(self, event: pygame.Event, at_ns: int) -> RawHit | None:
        """The hit that an event is; None unless a key went down."""
        if event.type != pygame.KEYDOWN:
            return None
        self._learn_cap(event)
        return RawHit(Nanos(at_ns), KEYBOARD, event.scancode)

    def name(self, event: pygame.Event) -> str:
        """The stable name of the key of a KEYDOWN or KEYUP."""
        return name_of(event.scancode)

    def cap(self, name: str) -> str:
        """What stands on a key: as on this keyboard once it was pressed, else as on a US one."""
        return self._caps.get(name, cap_of(name))

    def _learn_cap(self, event: pygame.Event) -> None:
        label = pygame.key.name(event.key)
        if 0 < len(label) <= _MAX_CAP_LENGTH and label.isprintable():
            cap = label.upper() if len(label) == 1 else label.title()
            self._caps[name_of(event.scancode)] = cap
