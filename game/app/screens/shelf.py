"""The shelf: look at the sticks that changed hands, take a picture along, take some off."""

from __future__ import annotations

import pygame

from game.app.screens.base import Change, Pop
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.services import Services
from game.app.shelf import picture
from game.app.shelf.pair import SignedPair
from game.view.screens import shelf as view
from game.view.widgets.area import Target
from game.view.widgets.frame import Hint

_STEPS = {
    MenuKey.LEFT: -1,
    MenuKey.RIGHT: 1,
    MenuKey.NEXT: 1,
    MenuKey.UP: -view.COLUMNS,
    MenuKey.DOWN: view.COLUMNS,
    MenuKey.PAGE_UP: -view.COLUMNS * view.ROWS,
    MenuKey.PAGE_DOWN: view.COLUMNS * view.ROWS,
}
_REMOVE_KEYS = frozenset({pygame.KSCAN_DELETE, pygame.KSCAN_BACKSPACE})


class ShelfScreen(Menu):
    """The latest pair first. Delete asks, and takes off with a second press."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._chosen = 0
        self._row = 0
        self._is_asked = False

    @property
    def _pairs(self) -> tuple[SignedPair, ...]:
        return self.services.shelf.pairs[::-1]

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == pygame.KEYDOWN and event.scancode in _REMOVE_KEYS:
            self._remove()
            return None
        if self._is_asked and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self._is_asked = False
            self.sound.back()
            return None
        return super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        last = len(self._pairs) - 1
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key in (MenuKey.CHOOSE, MenuKey.PICTURE):
            self._save_picture()
        elif key is MenuKey.HOME:
            self._choose(0)
        elif key is MenuKey.END:
            self._choose(last)
        elif key in _STEPS and 0 <= self._chosen + _STEPS[key] <= last:
            self._choose(self._chosen + _STEPS[key])
        elif key is MenuKey.PAGE_DOWN:
            self._choose(last)
        elif key is MenuKey.PAGE_UP:
            self._choose(0)
        return None

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self._choose(self._row * view.COLUMNS + target.index)
        return None

    def wheel(self, steps: int, at_ns: int) -> None:
        most = max(0, self._rows - view.ROWS)
        self._row = max(0, min(most, self._row - steps))
        first = self._row * view.COLUMNS
        shown = min(view.COLUMNS * view.ROWS, len(self._pairs) - first)
        self._chosen = max(first, min(first + shown - 1, self._chosen))

    def snapshot(self, now_ns: int) -> view.ShelfSnapshot:
        pairs = self._pairs
        first = self._row * view.COLUMNS
        shown = pairs[first : first + view.COLUMNS * view.ROWS]
        count = len(pairs)
        strings = self.strings
        return view.ShelfSnapshot(
            heading=strings("shelf.heading"),
            count=self._count(count),
            cards=tuple(self._card(pair) for pair in shown),
            chosen=self._chosen - first,
            row=self._row,
            rows=self._rows,
            frame=self.frame(*self._hints()),
            empty=(strings("shelf.empty"), strings("shelf.empty_hint")),
            sure=self._question(),
        )

    def picture(self) -> Picture:
        return view

    @property
    def _rows(self) -> int:
        return -(-len(self._pairs) // view.COLUMNS)

    def _hints(self) -> tuple[Hint, ...]:
        back = self.hint("common.hint_back", self.strings("common.escape"))
        if not self._pairs:
            return (back,)
        return (
            self.hint("shelf.hint_move", "←", "→", "↑", "↓"),
            self.hint("shelf.hint_picture", self.strings("common.enter")),
            self.hint("shelf.hint_remove", self.strings("shelf.delete")),
            back,
        )

    def _count(self, count: int) -> str:
        if not count:
            return ""
        return self.strings("shelf.count_one" if count == 1 else "shelf.count", count=count)

    def _question(self) -> tuple[str, str]:
        if not self._is_asked:
            return "", ""
        first, second = (stick.name for stick in self._pairs[self._chosen].sticks)
        words = self.strings("shelf.sure", first=first, second=second)
        return words, self.strings("shelf.sure_hint")

    def _card(self, pair: SignedPair) -> view.Card:
        first, second = pair.sticks
        facts = picture.facts(self.strings, pair, "shelf.facts")
        return view.Card((first.signature, second.signature), pair.title, facts)

    def _choose(self, index: int) -> None:
        if index == self._chosen or index < 0:
            return
        self._chosen = index
        row = index // view.COLUMNS
        self._row = max(row - view.ROWS + 1, min(row, self._row))
        self.sound.move()

    def _save_picture(self) -> None:
        if not self._pairs:
            self.sound.back()
            return
        picture.share(self.services, self._pairs[self._chosen])
        self.sound.choose()

    def _remove(self) -> None:
        if not self._pairs:
            return
        if not self._is_asked:
            self._is_asked = True
            self.sound.move()
            return
        self._is_asked = False
        pair = self._pairs[self._chosen]
        first, second = (stick.name for stick in pair.sticks)
        self.services.shelf.remove(pair)
        self.services.notices.append(self.strings("shelf.gone", first=first, second=second))
        self._chosen = max(0, min(len(self._pairs) - 1, self._chosen))
        self._row = max(0, min(self._row, self._rows - view.ROWS))
        self.sound.choose()
