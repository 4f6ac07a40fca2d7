"""Signing: each player writes on a stick, and then the sticks change hands."""

from __future__ import annotations

from collections.abc import Sequence
from time import time

import pygame

from game.app.history.people import without_default
from game.app.screens.base import Change, Pop, Replace
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.screens.pen import Pen
from game.app.screens.text_field import TextField
from game.app.services import Services
from game.app.shelf import picture
from game.app.shelf.occasion import Occasion
from game.app.shelf.pair import SignedPair, Stick
from game.charts.model import PLAYERS
from game.view.screens import signing as view
from game.view.sticks.signature import Signature
from game.view.widgets.area import Target
from game.view.widgets.button import Button
from game.view.widgets.frame import Hint

NAME_LENGTH = 40
SWAP_NS = 1_600_000_000
_BUTTON = len(PLAYERS)
"""The focus below both sticks."""

_AFTER = ("signing.shelf", "signing.picture", "signing.done")


class SigningScreen(Menu):
    """Enter goes from stick to stick and swaps them; Escape leaves at any time."""

    def __init__(self, services: Services, occasion: Occasion) -> None:
        super().__init__(services)
        self._occasion = occasion
        # Who goes by no name of their own has an empty stick to write one on.
        own = (without_default(name, self.strings) for name in occasion.names)
        self._fields = tuple(TextField(name, NAME_LENGTH) for name in own)
        self._pens = tuple(Pen() for _ in PLAYERS)
        self._chosen = 0
        # Who wants less motion sees them in each other's hands at once.
        self._swap_ns = 0 if services.settings.display.reduced_motion else SWAP_NS
        self._swapped_ns: int | None = None
        """When the sticks began to change hands."""

        self._pair: SignedPair | None = None
        self._use_field()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == pygame.MOUSEBUTTONUP:
            for pen in self._pens:
                pen.lift()
        return super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if self._pair is not None:
            return self._press_after(key, at_ns)
        if key is MenuKey.CHOOSE:
            return self._go_on(at_ns)
        if key in (MenuKey.DOWN, MenuKey.NEXT):
            self._focus(min(_BUTTON, self._chosen + 1))
        elif key is MenuKey.UP:
            self._focus(max(0, self._chosen - 1))
        return None

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        if self._pair is not None:
            if target.name == view.BUTTON and not self.moves(at_ns):
                self._chosen = target.index
                return self._choose_after(at_ns)
            return None
        if target.name == view.BUTTON:
            return self._swap(at_ns)
        self._focus(target.index)
        self._pens[target.index].touch(view.pen_area(target.index), x, y)
        return None

    def drag_to(self, target: Target, x: float, y: float) -> None:
        if target.name == view.STICK and self._pair is None:
            self._pens[target.index].move(view.pen_area(target.index), x, y)

    def typed(self, at_ns: int) -> None:
        """Letters instead of a drawing."""
        self._pens[self._chosen].clear()

    def moves(self, now_ns: int) -> bool:
        return self._swapped_ns is not None and now_ns < self._swapped_ns + self._swap_ns

    def snapshot(self, now_ns: int) -> view.SigningSnapshot:
        if self.moves(now_ns):
            return self._still(now_ns)
        is_over = self._pair is not None
        return view.SigningSnapshot(
            heading=self.strings("signing.heading_after" if is_over else "signing.heading"),
            sentence=self.strings("signing.sentence_after" if is_over else "signing.sentence"),
            sticks=tuple(self._stick(index) for index in range(len(PLAYERS))),
            buttons=self._buttons(),
            frame=self.frame(*self._hints()),
            swapped=self._swap_share(now_ns),
        )

    def _still(self, now_ns: int) -> view.SigningSnapshot:
        """Nothing but the sticks, while they change hands."""
        sticks = tuple(
            view.SignedStick("", self._signature(index)) for index in range(len(PLAYERS))
        )
        return view.SigningSnapshot("", "", sticks, (), self.frame(), self._swap_share(now_ns))

    def picture(self) -> Picture:
        return view

    def _hints(self) -> Sequence[Hint]:
        enter, escape = self.strings("common.enter"), self.strings("common.escape")
        if self._pair is not None:
            return (
                self.hint("common.hint_move", "←", "→"),
                self.hint("common.hint_choose", enter),
                self.hint("common.hint_back", escape),
            )
        return (
            self.hint("signing.hint_next", enter),
            self.hint("signing.hint_draw"),
            self.hint("signing.hint_skip", escape),
        )

    def _stick(self, index: int) -> view.SignedStick:
        is_focused = self._pair is None and index == self._chosen
        label = self._label(index)
        return view.SignedStick(label, self._signature(index), is_focused, is_typed=is_focused)

    def _label(self, index: int) -> str:
        """After the swap each place belongs to who sits there, and holds the other's stick."""
        if self._pair is None:
            return self._occasion.names[index]
        names = [stick.name for stick in self._pair.sticks]
        return self.strings("signing.now", name=names[index], maker=names[1 - index])

    def _name(self, index: int) -> str:
        """What is written by who goes by no other name, else what they go by."""
        seat = self._occasion.names[index]
        return without_default(seat, self.strings) or self._fields[index].text.strip() or seat

    def _signature(self, index: int) -> Signature:
        field, strokes = self._fields[index], self._pens[index].strokes
        return Signature("" if strokes else field.text + field.composition, strokes)

    def _buttons(self) -> tuple[Button, ...]:
        if self._pair is None:
            return (Button(self.strings("signing.swap"), self._chosen == _BUTTON),)
        return tuple(
            Button(self.strings(key), index == self._chosen) for index, key in enumerate(_AFTER)
        )

    def _swap_share(self, now_ns: int) -> float:
        if self._swapped_ns is None:
            return 0.0
        if not self.moves(now_ns):
            return 1.0
        return (now_ns - self._swapped_ns) / self._swap_ns

    def _focus(self, chosen: int) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.sound.move()
            self._use_field()

    def _use_field(self) -> None:
        """Letters go to the chosen stick."""
        if self.field is not None:
            self.field.blur()
        is_stick = self._chosen < _BUTTON and self._pair is None
        self.field = self._fields[self._chosen] if is_stick else None
        self.field_target = Target(view.STICK, self._chosen) if is_stick else None
        if self.field is not None:
            self.field.focus()
        self.text_input = is_stick

    def _go_on(self, at_ns: int) -> Change | None:
        if self._chosen < _BUTTON:
            self._focus(self._chosen + 1)
            return None
        return self._swap(at_ns)

    def _swap(self, at_ns: int) -> Change | None:
        """Both are on the shelf before anything moves: nothing is lost by leaving early."""
        self._chosen = _BUTTON
        self._use_field()
        occasion = self._occasion
        first, second = (self._signed(index) for index in range(len(PLAYERS)))
        self._pair = SignedPair(
            (first, second), occasion.title, int(time()), occasion.score, occasion.together
        )
        self.services.shelf.add(self._pair)
        self._swapped_ns = at_ns
        self._chosen = 0
        self.sound.choose()
        return None

    def _signed(self, index: int) -> Stick:
        """A stick as it is kept; one that nobody has written on says whose it is."""
        name, signature = self._name(index), self._signature(index)
        is_bare = not signature.is_drawn and not signature.text.strip()
        if is_bare:
            self._fields[index].text = name
        return Stick(PLAYERS[index], name, Signature(name) if is_bare else signature)

    def _press_after(self, key: MenuKey, at_ns: int) -> Change | None:
        if self.moves(at_ns):
            self._swapped_ns = at_ns - self._swap_ns
        elif key is MenuKey.CHOOSE:
            return self._choose_after(at_ns)
        elif key in (MenuKey.LEFT, MenuKey.UP):
            self._chosen = max(0, self._chosen - 1)
            self.sound.move()
        elif key in (MenuKey.RIGHT, MenuKey.DOWN, MenuKey.NEXT):
            self._chosen = min(len(_AFTER) - 1, self._chosen + 1)
            self.sound.move()
        return None

    def _choose_after(self, at_ns: int) -> Change | None:
        assert self._pair is not None
        self.sound.choose()
        if _AFTER[self._chosen] == "signing.picture":
            picture.share(self.services, self._pair)
            return None
        if _AFTER[self._chosen] == "signing.shelf":
            from game.app.screens.shelf import ShelfScreen  # noqa: PLC0415

            return Replace(ShelfScreen(self.services))
        return Pop()
