"""The keys of both players: choose a cap, press the key that shall be there."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.app.screens.base import Change, Pop
from game.app.screens.cap_steps import Spot, beside, beyond
from game.app.screens.drum_keys import DrumKeys
from game.app.screens.menu import Menu, Picture, earliest
from game.app.screens.menu_keys import MenuKey
from game.app.screens.player_keys import cap, keys_of, lanes_of
from game.app.screens.remapping import Keys, Swap, remapped
from game.app.screens.settings_keeper import SettingsKeeper
from game.app.services import Services
from game.charts.layouts import DEFAULT_LAYOUT, LAYOUTS
from game.charts.model import PLAYERS
from game.input.bindings import DEFAULT_KEYS, Binding
from game.input.key_names import is_reserved
from game.view.screens import keys as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button
from game.view.widgets.frame import Hint

_NAMES = tuple(LAYOUTS)
_CANCEL = "ESCAPE"
_OTHER_SIDE = 1_000
"""How far P2's caps lie to the right of P1's."""


class KeysScreen(Menu):
    """Left and right go over all caps; a key that is in use changes places."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._keeper = SettingsKeeper(services)
        self._layout = DEFAULT_LAYOUT
        self._drums = DrumKeys(services, dict.fromkeys(PLAYERS, self._layout))
        self._index = 0
        self._is_waiting = False
        self._resets = False
        """Whether the reset button was pressed once."""

        self._word = ""
        """What became of the last change."""

    def leave(self) -> None:
        super().leave()
        self._keeper.write()
        self._is_waiting = False

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if self._is_waiting and event.type == pygame.KEYDOWN:
            self.services.keyboard.hit(event, at_ns)
            self._take(self.services.keyboard.name(event), at_ns)
            return None
        if not self._is_waiting:
            self._drums.handle(event, at_ns)
        return super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key is MenuKey.CHOOSE:
            self._choose(at_ns)
        elif key is MenuKey.NEXT:
            self._show(_NAMES[(_NAMES.index(self._layout) + 1) % len(_NAMES)])
        else:
            self._move(key)
        return None

    def press_by_pad(self, key: MenuKey, at_ns: int) -> Change | None:
        """A cap that waits for its key does not get a pad."""
        if self._is_waiting:
            self._is_waiting = False
            self.sound.back()
            return None
        return self.press(key, at_ns)

    def point(self, target: Target) -> None:
        if not self._is_waiting and target.name != view.LAYOUT:
            self._focus(self._index_of(target))

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self._is_waiting = False
        if target.name == view.LAYOUT:
            self._show(_NAMES[target.index])
            return None
        self._focus(self._index_of(target))
        self._choose(at_ns)
        return None

    def tick(self, now_ns: int) -> Change | None:
        self._keeper.tick(now_ns)
        return super().tick(now_ns)

    def moves(self, now_ns: int) -> bool:
        return self._drums.is_fading(now_ns)

    def wake_ns(self, now_ns: int) -> int | None:
        return earliest(super().wake_ns(now_ns), self._keeper.due_ns)

    def snapshot(self, now_ns: int) -> view.KeysSnapshot:
        lit = self._drums.lit(now_ns)
        focused = self._caps[self._index] if self._index < len(self._caps) else None
        return view.KeysSnapshot(
            heading=self.strings("keys.heading"),
            layouts=tuple(
                Button(self.strings(f"layouts.{name}"), name == self._layout) for name in _NAMES
            ),
            players=tuple(self.strings(f"common.p{player}") for player in PLAYERS),
            kits=tuple(
                keys_of(
                    self.services,
                    player,
                    self._layout,
                    lit,
                    focused.lane if focused and focused.player == player else None,
                )
                for player in PLAYERS
            ),
            word=self._sentence(focused),
            is_waiting=self._is_waiting,
            reset=Button(
                self.strings("keys.reset_again" if self._resets else "keys.reset"), focused is None
            ),
            frame=self.frame(*self._hints()),
        )

    def picture(self) -> Picture:
        return view

    @property
    def _caps(self) -> tuple[Binding, ...]:
        """All caps of the layout, from P1's left to P2's right."""
        return tuple(
            Binding(player, lane)
            for player in PLAYERS
            for lane in lanes_of(self.services, player, self._layout)
        )

    @property
    def _reset_index(self) -> int:
        """The focus below all caps."""
        return len(self._caps)

    def _spots(self) -> list[Spot]:
        return [
            (key.row, key.quarter + side * _OTHER_SIDE)
            for side, player in enumerate(PLAYERS)
            for key in keys_of(self.services, player, self._layout)
        ]

    def _move(self, key: MenuKey) -> None:
        spots, index = self._spots(), self._index
        if index == self._reset_index:
            if key is MenuKey.UP:
                self._focus(beyond([*spots, (_OTHER_SIDE, _OTHER_SIDE)], index, -1) or 0)
        elif key in (MenuKey.LEFT, MenuKey.RIGHT):
            self._focus(beside(spots, index, 1 if key is MenuKey.RIGHT else -1))
        elif key in (MenuKey.UP, MenuKey.DOWN):
            found = beyond(spots, index, 1 if key is MenuKey.DOWN else -1)
            below = self._reset_index if key is MenuKey.DOWN else index
            self._focus(below if found is None else found)

    def _index_of(self, target: Target) -> int:
        if target.name == view.RESET:
            return self._reset_index
        before = len(lanes_of(self.services, PLAYERS[0], self._layout))
        return target.index + (before if target.name == view.KEYS[1] else 0)

    def _focus(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self._word, self._resets = "", False
            self.sound.move()

    def _show(self, layout: str) -> None:
        self._layout, self._index = layout, 0
        self._word, self._resets = "", False
        self._drums.use(dict.fromkeys(PLAYERS, layout))
        self.sound.move()

    def _choose(self, at_ns: int) -> None:
        self.sound.choose()
        self._word = ""
        if self._index < self._reset_index:
            self._is_waiting = True
        elif not self._resets:
            self._resets = True
        else:
            self._resets = False
            self._use(DEFAULT_KEYS, at_ns)
            self._word = self.strings("keys.were_reset")

    def _take(self, name: str, at_ns: int) -> None:
        """The key that was pressed for the chosen cap."""
        if is_reserved(name) and name != _CANCEL:
            self._word = self.strings("keys.reserved", cap=cap(self.services, name))
            self.sound.back()
            return
        self._is_waiting, self._word = False, ""
        if name == _CANCEL:
            self.sound.back()
            return
        chosen = self._caps[self._index]
        keys, swap = remapped(
            self.services.settings.keys, self._layout, chosen.player, chosen.lane, name
        )
        self._use(keys, at_ns)
        self._word = self._told(chosen, name, swap)
        self._drums.strike(chosen, at_ns, is_held=False)

    def _told(self, chosen: Binding, name: str, swap: Swap | None) -> str:
        said = {
            "cap": cap(self.services, name),
            "player": self.strings(f"common.p{chosen.player}"),
            "lane": self.strings(f"lanes.{chosen.lane}"),
        }
        if swap is None:
            return self.strings("keys.changed", **said)
        return self.strings(
            "keys.swapped",
            **said,
            other_player=self.strings(f"common.p{swap.player}"),
            other_lane=self.strings(f"lanes.{swap.lane}"),
        )

    def _use(self, keys: Keys, at_ns: int) -> None:
        self._keeper.use(replace(self.services.settings, keys=keys), at_ns)
        self._drums.use(dict.fromkeys(PLAYERS, self._layout))

    def _sentence(self, focused: Binding | None) -> str:
        """What to do next, or what has just happened."""
        if self._word:
            return self._word
        if self._is_waiting and focused is not None:
            return self.strings(
                "keys.press",
                player=self.strings(f"common.p{focused.player}"),
                lane=self.strings(f"lanes.{focused.lane}"),
            )
        return self.strings("keys.choose")

    def _hints(self) -> tuple[Hint, ...]:
        if self._is_waiting:
            return (self.hint("keys.hint_cancel", self.strings("common.escape")),)
        return (
            self.hint("common.hint_move", "←", "→", "↑", "↓"),
            self.hint("keys.hint_layout", self.strings("common.tab")),
            self.hint("common.hint_choose", self.strings("common.enter")),
            self.hint("common.hint_back", self.strings("common.escape")),
        )
