"""A page that says one thing and goes back: for what is too important for a notice."""

from __future__ import annotations

from game.app.screens.base import Change, Pop
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.services import Services
from game.view.screens import notice as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button


class NoticeScreen(Menu):
    """Shown with `Push` or `Replace`; Enter or Esc leads to the screen underneath."""

    def __init__(self, services: Services, title: str, text: str) -> None:
        """Take texts that are ready to be read."""
        super().__init__(services)
        self._title, self._text = title, text

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key in (MenuKey.CHOOSE, MenuKey.BACK):
            self.sound.back()
            return Pop()
        return None

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self.sound.back()
        return Pop()

    def snapshot(self, now_ns: int) -> view.NoticeSnapshot:
        return view.NoticeSnapshot(
            title=self._title,
            text=self._text,
            button=Button(self.strings("common.go_on"), is_focused=True),
            frame=self.frame(self.hint("common.go_on", self.strings("common.enter"))),
        )

    def picture(self) -> Picture:
        return view
