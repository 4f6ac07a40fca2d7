"""Keys that go on while they are held: arrows in menus, backspace in fields."""

from __future__ import annotations

import pygame

NS_PER_MS = 1_000_000
_FIRST_NS = 400 * NS_PER_MS
_NEXT_NS = 60 * NS_PER_MS

_REPEATED = frozenset(
    {
        pygame.KSCAN_UP,
        pygame.KSCAN_DOWN,
        pygame.KSCAN_LEFT,
        pygame.KSCAN_RIGHT,
        pygame.KSCAN_PAGEUP,
        pygame.KSCAN_PAGEDOWN,
        pygame.KSCAN_BACKSPACE,
    }
)


class KeyRepeat:
    """Remembers the key that is held. SDL's own repeat stays off: drums must not repeat."""

    def __init__(self) -> None:
        self._held: pygame.Event | None = None
        self.due_ns: int | None = None
        """When the held key counts as pressed again."""

    def watch(self, event: pygame.Event, at_ns: int) -> None:
        """See a key go down or up."""
        if event.type == pygame.KEYDOWN:
            is_repeated = event.scancode in _REPEATED
            self._held = event if is_repeated else None
            self.due_ns = at_ns + _FIRST_NS if is_repeated else None
        elif event.type in (pygame.KEYUP, pygame.WINDOWFOCUSLOST):
            self.stop()

    def stop(self) -> None:
        self._held = self.due_ns = None

    def take(self, now_ns: int) -> pygame.Event | None:
        """The event to handle once more, if its time has come."""
        if self.due_ns is None or now_ns < self.due_ns:
            return None
        self.due_ns = now_ns + _NEXT_NS
        return self._held
