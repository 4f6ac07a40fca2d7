"""The title: two drums that answer at once, and the way in."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.app.screens.base import Change, Push, Quit, Screen
from game.app.screens.drum_keys import GLOW_STEPS, NS_PER_MS, DrumKeys
from game.app.screens.menu import Menu, Picture, earliest
from game.app.screens.menu_keys import MenuKey
from game.app.screens.player_keys import keys_of, lanes_of
from game.app.services import Services
from game.charts.model import PLAYERS
from game.input.bindings import Binding
from game.view.screens import title as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button

_LAYOUTS = dict.fromkeys(PLAYERS, "four")
ENTRIES = ("play", "lesson", "jam", "write", "story", "shelf", "settings", "quit")
"""What the title leads to, from top to bottom; each has a text `title.ENTRY`."""

_PLAY = ENTRIES.index("play")
_QUIT = ENTRIES.index("quit")
_LEAVING_NS = 4_000 * NS_PER_MS
"""How long a first press on quit is remembered."""


class TitleScreen(Menu):
    """Every key of the two players sounds; Enter plays; leaving needs a second press."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._drums = DrumKeys(services, _LAYOUTS)
        self._songs: Screen | None = None
        """Kept, so that the last chosen song stays chosen."""

        self._chosen = _PLAY
        self._leaves_until_ns: int | None = None

    def enter(self) -> None:
        self._drums.use(_LAYOUTS)
        self._chosen = _PLAY
        self._leaves_until_ns = None
        super().enter()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        self._drums.handle(event, at_ns)
        return super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.CHOOSE:
            return self._choose(at_ns)
        if key is MenuKey.BACK:
            self._focus(_QUIT)
            return self._choose(at_ns)
        if key in (MenuKey.UP, MenuKey.LEFT):
            self._focus(max(_PLAY, self._chosen - 1))
        elif key in (MenuKey.DOWN, MenuKey.RIGHT, MenuKey.NEXT):
            self._focus(min(_QUIT, self._chosen + 1))
        return None

    def press_by_pad(self, key: MenuKey, at_ns: int) -> Change | None:
        """As keys do, but no cymbal leaves the program."""
        return None if key is MenuKey.BACK else self.press(key, at_ns)

    def point(self, target: Target) -> None:
        if target.name == view.BUTTON:
            self._focus(target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        if target.name == view.BUTTON:
            self._focus(target.index)
            return self._choose(at_ns)
        player = PLAYERS[0] if target.name == view.KEYS[0] else PLAYERS[1]
        lane = lanes_of(self.services, player, _LAYOUTS[player])[target.index]
        self._drums.strike(Binding(player, lane), at_ns, is_held=False)
        return None

    def tick(self, now_ns: int) -> Change | None:
        if self._leaves_until_ns is not None and now_ns >= self._leaves_until_ns:
            self._leaves_until_ns = None
        return super().tick(now_ns)

    def moves(self, now_ns: int) -> bool:
        return self._drums.is_fading(now_ns)

    def wake_ns(self, now_ns: int) -> int | None:
        return earliest(super().wake_ns(now_ns), self._leaves_until_ns)

    def snapshot(self, now_ns: int) -> view.TitleSnapshot:
        lit = self._drums.lit(now_ns)
        is_leaving = self._leaves_until_ns is not None
        leave = "quit_again" if is_leaving else "quit"
        texts = (*ENTRIES[:_QUIT], leave)
        return view.TitleSnapshot(
            name=self.strings("title.name"),
            motto=self.strings("title.motto"),
            drums=tuple(
                view.Drum(
                    self.strings(f"common.p{player}"),
                    self._drums.glow(player, now_ns) / GLOW_STEPS,
                    keys_of(self.services, player, _LAYOUTS[player], lit),
                )
                for player in PLAYERS
            ),
            buttons=tuple(
                Button(self.strings(f"title.{text}"), index == self._chosen)
                for index, text in enumerate(texts)
            ),
            frame=self.frame(
                self.hint("title.hint_drums"),
                self.hint("common.hint_move", "↑", "↓"),
                self.hint("common.hint_choose", self.strings("common.enter")),
            ),
        )

    def picture(self) -> Picture:
        return view

    def _focus(self, choice: int) -> None:
        if choice == self._chosen:
            return
        self._chosen = choice
        self._leaves_until_ns = None
        self.sound.move()

    def _choose(self, at_ns: int) -> Change | None:
        if self._chosen == _QUIT:
            return self._quit(at_ns)
        # Imported here: the first picture does not wait for the other screens.
        from game.app.screens.jam import JamScreen  # noqa: PLC0415
        from game.app.screens.lesson import LessonScreen  # noqa: PLC0415
        from game.app.screens.settings import SettingsScreen  # noqa: PLC0415
        from game.app.screens.shelf import ShelfScreen  # noqa: PLC0415
        from game.app.screens.songs import SongsScreen  # noqa: PLC0415
        from game.app.screens.story import StoryScreen  # noqa: PLC0415
        from game.app.screens.write import WriteScreen  # noqa: PLC0415

        self.sound.choose()
        others: dict[str, Callable[[Services], Screen]] = {
            "lesson": LessonScreen,
            "jam": JamScreen,
            "write": WriteScreen,
            "story": StoryScreen,
            "shelf": ShelfScreen,
            "settings": SettingsScreen,
        }
        entry = ENTRIES[self._chosen]
        if entry in others:
            return Push(others[entry](self.services))
        if self._songs is None:
            self._songs = SongsScreen(self.services)
        return Push(self._songs)

    def _quit(self, at_ns: int) -> Change | None:
        if self._leaves_until_ns is not None:
            return Quit()
        self._leaves_until_ns = at_ns + _LEAVING_NS
        self.sound.back()
        return None
