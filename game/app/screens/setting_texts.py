"""The words of the settings."""

from __future__ import annotations

from game.app.screens.setting_items import (
    APPROACH,
    AUDIO_OFFSET,
    BUFFER,
    PAUSE,
    Action,
    Choice,
    Heading,
    Item,
    Setting,
    Slider,
    Toggle,
)
from game.app.settings.values import Settings
from game.view.screens import settings as view
from game.view.strings import Strings
from game.view.widgets.frame import Hint
from game.view.widgets.rows import Row


class SettingTexts:
    """Says each setting's name, value and meaning in the players' language."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def item(self, item: Item, settings: Settings, is_focused: bool) -> view.Item:
        """A line of the column."""
        name = self._strings(f"settings.{item.key}")
        if isinstance(item, Heading):
            return view.Heading(name)
        if isinstance(item, Action):
            text = self._strings(f"settings.{item.key}_open")
            return Row(name, text, is_focused, is_stepped=False)
        has_less, has_more = item.ends(settings)
        share_pct = item.share_pct(settings) if isinstance(item, Slider) else None
        return Row(
            name,
            self.value(item, settings),
            is_focused,
            share_pct=share_pct,
            has_less=has_less,
            has_more=has_more,
        )

    def value(self, item: Setting, settings: Settings) -> str:
        """Such as "80 %", "1.5 s" or "on"."""
        value = item.value(settings)
        if isinstance(item, Toggle):
            return self._strings("settings.on" if value else "settings.off")
        if isinstance(item, Choice) and isinstance(value, str):
            return self._strings(f"settings.{item.key}_{value.replace('-', '_')}")
        return self._number(item, value)

    def _number(self, item: Setting, value: int) -> str:
        """A number with its unit."""
        if item == APPROACH:
            return self._strings("settings.seconds", seconds=f"{value / 1000:.1f}")
        if item == AUDIO_OFFSET:
            return self._strings("settings.milliseconds", ms=value)
        if item == PAUSE:
            key = "settings.pause_held" if value else "settings.pause_at_once"
            return self._strings(key, seconds=f"{value / 1000:.1f}")
        if item == BUFFER:
            return self._strings("settings.buffer", ms=f"{value / 48:.1f}")
        key = "settings.per_second" if isinstance(item, Choice) else "settings.percent"
        return self._strings(key, number=value)

    def shown(self, item: Item, settings: Settings) -> str:
        """The value to be shown in large; "" for what has none."""
        return self.value(item, settings) if isinstance(item, Setting) else ""

    def title(self, item: Item) -> str:
        return self._strings(f"settings.{item.key}")

    def meaning(self, item: Item) -> str:
        """What a setting does, in a sentence."""
        return self._strings(f"settings.{item.key}_means")

    def hints(self, item: Item) -> tuple[Hint, ...]:
        move = Hint(("↑", "↓"), self._strings("common.hint_move"))
        back = Hint((self._strings("common.escape"),), self._strings("common.hint_back"))
        if isinstance(item, Action):
            enter = self._strings("common.enter")
            return move, Hint((enter,), self._strings("settings.hint_open")), back
        return move, Hint(("←", "→"), self._strings("common.hint_change")), back
