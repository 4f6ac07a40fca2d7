"""Pause: the play stands still underneath; go on, begin again, or leave with a second press."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

import pygame

from game.app.screens.base import Change, Pop
from game.app.screens.menu_keys import MenuKey, menu_key
from game.app.services import Services
from game.view.canvas import Canvas
from game.view.screens import pause as view
from game.view.screens.play import PlaySnapshot


class Wish(IntEnum):
    """What the players want of a pause, in the order of the buttons."""

    RESUME = 0
    RESTART = 1
    LEAVE = 2


class PauseScreen:
    """Tells the play underneath what was chosen, and goes."""

    text_input = False
    is_animated = False

    def __init__(
        self,
        services: Services,
        play: PlaySnapshot,
        choose: Callable[[Wish], None],
        missing: Sequence[str] = (),
    ) -> None:
        """`missing` are the kits whose plug was pulled: the song goes on when they are back."""
        self._services = services
        self._play = play
        self._choose_wish = choose
        self._missing = tuple(missing)
        self._chosen = Wish.RESUME
        self._asked = False
        """Whether leaving was asked for once."""

    def enter(self) -> None:
        """Nothing to begin."""

    def leave(self) -> None:
        """Nothing to end."""

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if self._missing and not self._still_missing():
            return self._go(Wish.RESUME)
        key = menu_key(event)
        if key is MenuKey.BACK and not self._still_missing():
            return self._go(Wish.RESUME)
        if key in (MenuKey.UP, MenuKey.LEFT):
            self._focus(max(0, self._chosen - 1))
        elif key in (MenuKey.DOWN, MenuKey.RIGHT, MenuKey.NEXT):
            self._focus(min(len(Wish) - 1, self._chosen + 1))
        elif key is MenuKey.CHOOSE:
            return self._choose()
        return None

    def tick(self, now_ns: int) -> Change | None:
        return None

    def wake_ns(self, now_ns: int) -> int | None:
        return None

    def snapshot(self, now_ns: int) -> view.PauseSnapshot:
        missing = self._still_missing()
        message = self._services.strings("pause.gone", kit=missing[0]) if missing else ""
        return view.PauseSnapshot(self._play, int(self._chosen), self._asked, message)

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, view.PauseSnapshot)
        view.draw(canvas, snapshot, self._services.strings)

    def _still_missing(self) -> tuple[str, ...]:
        there = self._services.midi.devices
        return tuple(kit for kit in self._missing if kit not in there)

    def _focus(self, index: int) -> None:
        if index != self._chosen:
            self._chosen = Wish(index)
            self._asked = False
            self._services.sound.move()

    def _choose(self) -> Change | None:
        if self._chosen is Wish.LEAVE and not self._asked:
            self._asked = True
            self._services.sound.move()
            return None
        if self._chosen is not Wish.LEAVE and self._still_missing():
            self._services.sound.back()
            return None
        return self._go(self._chosen)

    def _go(self, wish: Wish) -> Change:
        self._services.sound.choose()
        self._choose_wish(wish)
        return Pop()
