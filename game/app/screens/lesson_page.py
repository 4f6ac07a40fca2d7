"""What the pages of the lesson do alike: a focus that goes up and down a few buttons."""

from __future__ import annotations

from collections.abc import Sequence

from game.app.screens.base import Change
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.services import Services
from game.view.screens import lesson_page as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button

_STEPS = {
    MenuKey.UP: -1,
    MenuKey.LEFT: -1,
    MenuKey.DOWN: 1,
    MenuKey.RIGHT: 1,
    MenuKey.NEXT: 1,
}


class LessonPage(Menu):
    """Says `chosen` when a button is chosen, and `left` when the page is left."""

    def __init__(self, services: Services, texts: Sequence[str]) -> None:
        """Take the texts of the buttons."""
        super().__init__(services)
        self._texts = tuple(texts)
        self._focused = 0

    def chosen(self, index: int, at_ns: int) -> Change | None:
        """A button was chosen."""
        raise NotImplementedError

    def left(self) -> Change | None:
        """Somebody wants to go back."""
        raise NotImplementedError

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return self.left()
        if key is MenuKey.CHOOSE:
            self.sound.choose()
            return self.chosen(self._focused, at_ns)
        if key in _STEPS:
            self._focus(max(0, min(len(self._texts) - 1, self._focused + _STEPS[key])))
        return None

    def point(self, target: Target) -> None:
        self._focus(target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self._focus(target.index)
        return self.press(MenuKey.CHOOSE, at_ns)

    def picture(self) -> Picture:
        return view

    def page(self, heading: str, text: str, marks: view.Marks | None) -> view.LessonPageSnapshot:
        """The page with these words."""
        return view.LessonPageSnapshot(
            heading,
            text,
            marks,
            tuple(Button(each, index == self._focused) for index, each in enumerate(self._texts)),
            self.frame(
                self.hint("common.hint_move", "↑", "↓"),
                self.hint("common.hint_choose", self.strings("common.enter")),
                self.hint("common.hint_back", self.strings("common.escape")),
            ),
        )

    def _focus(self, index: int) -> None:
        if index != self._focused:
            self._focused = index
            self.sound.move()
