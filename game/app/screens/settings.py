"""The settings: one column, and beside it what the chosen one changes."""

from __future__ import annotations

from time import perf_counter_ns

from game.app.screens.base import Change, Pop, Push, Screen
from game.app.screens.keys import KeysScreen
from game.app.screens.kits import KitsScreen
from game.app.screens.menu import Menu, Picture, earliest
from game.app.screens.menu_keys import MenuKey
from game.app.screens.setting_items import (
    ITEMS,
    KEYS,
    KITS,
    TIMING,
    Action,
    Heading,
    Item,
    Setting,
    Slider,
    Toggle,
)
from game.app.screens.setting_preview import SettingPreview
from game.app.screens.setting_texts import SettingTexts
from game.app.screens.settings_keeper import SettingsKeeper
from game.app.screens.timing import TimingScreen
from game.app.services import Services
from game.app.settings.values import Settings
from game.app.sound import sound_buffer
from game.view.screens import settings as view
from game.view.widgets.area import Target

_STOPS = tuple(index for index, item in enumerate(ITEMS) if not isinstance(item, Heading))
"""The items that can be chosen."""


class SettingsScreen(Menu):
    """Every change is in use at once and kept; going back loses nothing."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._texts = SettingTexts(services.strings)
        self._keeper = SettingsKeeper(services)
        self._preview = SettingPreview(services)
        self._stop = 0
        self._first = 0

    def enter(self) -> None:
        self._preview.show(self._item, perf_counter_ns())
        super().enter()

    def leave(self) -> None:
        super().leave()
        self._keeper.write()
        self._preview.stop()
        self.services.notices.extend(sound_buffer.follow(self.services))

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key is MenuKey.CHOOSE:
            return self._choose(at_ns)
        if key in (MenuKey.LEFT, MenuKey.RIGHT):
            self._step(1 if key is MenuKey.RIGHT else -1, at_ns)
        elif key in _MOVES:
            self._focus(self._stop + _MOVES[key], at_ns)
        return None

    def point(self, target: Target) -> None:
        if target.name == view.ITEM and self._first + target.index in _STOPS:
            self._focus(_STOPS.index(self._first + target.index), perf_counter_ns())

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        index = self._first + target.index
        if index not in _STOPS:
            return None
        self._focus(_STOPS.index(index), at_ns)
        item = self._item
        if isinstance(item, Slider) and view.is_on_track(x):
            self.drag(target, x)
        elif isinstance(item, Setting) and not isinstance(item, Toggle):
            self._step(view.step_at(x), at_ns)
        else:
            return self._choose(at_ns)
        return None

    def drag(self, target: Target, x: float) -> None:
        item = self._item
        if isinstance(item, Slider) and ITEMS[self._first + target.index] is item:
            self._use(item.moved(self.services.settings, view.share_at(x)), perf_counter_ns())

    def wheel(self, steps: int, at_ns: int) -> None:
        self._scroll_to(self._first - steps)

    def tick(self, now_ns: int) -> Change | None:
        self._keeper.tick(now_ns)
        self._preview.tick(now_ns)
        return super().tick(now_ns)

    def moves(self, now_ns: int) -> bool:
        return self._preview.is_moving

    def wake_ns(self, now_ns: int) -> int | None:
        return earliest(super().wake_ns(now_ns), self._keeper.due_ns, self._preview.beat_ns)

    def snapshot(self, now_ns: int) -> view.SettingsSnapshot:
        settings = self.services.settings
        shown = range(self._first, min(len(ITEMS), self._first + view.LINES))
        return view.SettingsSnapshot(
            heading=self.strings("settings.heading"),
            items=tuple(
                self._texts.item(ITEMS[index], settings, index == _STOPS[self._stop])
                for index in shown
            ),
            first=self._first,
            total=len(ITEMS),
            title=self._texts.title(self._item),
            value=self._texts.shown(self._item, settings),
            meaning=self._texts.meaning(self._item),
            preview=self._preview.snapshot(now_ns),
            frame=self.frame(*self._texts.hints(self._item)),
        )

    def picture(self) -> Picture:
        return view

    @property
    def _item(self) -> Item:
        return ITEMS[_STOPS[self._stop]]

    def _focus(self, stop: int, at_ns: int) -> None:
        stop = max(0, min(len(_STOPS) - 1, stop))
        if stop != self._stop:
            self._stop = stop
            self.sound.move()
            self._preview.show(self._item, at_ns)
        index = _STOPS[stop]
        # The heading above a group's first row comes into sight with it.
        top = index - 1 if isinstance(ITEMS[index - 1], Heading) else index
        self._scroll_to(max(index - view.LINES + 1, min(top, self._first)))

    def _scroll_to(self, first: int) -> None:
        self._first = max(0, min(len(ITEMS) - view.LINES, first))

    def _choose(self, at_ns: int) -> Change | None:
        item = self._item
        if isinstance(item, Action):
            self.sound.choose()
            return Push(_screen_of(item, self.services))
        if isinstance(item, Toggle):
            self._step(-1 if item.value(self.services.settings) else 1, at_ns)
        return None

    def _step(self, steps: int, at_ns: int) -> None:
        item = self._item
        if isinstance(item, Setting):
            self._use(item.stepped(self.services.settings, steps), at_ns)

    def _use(self, settings: Settings, at_ns: int) -> None:
        if self._keeper.use(settings, at_ns):
            self.sound.set_volumes(settings.volumes)
            self._preview.changed(at_ns)


def _screen_of(item: Action, services: Services) -> Screen:
    screens: dict[Action, type[Menu]] = {TIMING: TimingScreen, KITS: KitsScreen, KEYS: KeysScreen}
    return screens[item](services)


_MOVES = {
    MenuKey.UP: -1,
    MenuKey.DOWN: 1,
    MenuKey.PAGE_UP: -view.LINES,
    MenuKey.PAGE_DOWN: view.LINES,
    MenuKey.HOME: -len(ITEMS),
    MenuKey.END: len(ITEMS),
}
