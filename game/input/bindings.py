"""Which key plays which lane of which player."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

KeyMap = Mapping[str, str]
"""Lane -> stable name of a key."""

DEFAULT_KEYS: Mapping[str, Mapping[int, KeyMap]] = {
    "four": {
        1: {"tom": "A", "snare": "S", "cymbal": "D", "kick": "F"},
        2: {"kick": "J", "cymbal": "K", "snare": "L", "tom": "SEMICOLON"},
    },
    "two": {
        1: {"high": "D", "low": "F"},
        2: {"low": "J", "high": "K"},
    },
    "kit": {
        1: {
            "crash": "Q",
            "tom1": "W",
            "tom2": "E",
            "ride": "R",
            "hat": "A",
            "snare": "S",
            "tom3": "D",
            "kick": "F",
        },
        2: {
            "ride": "U",
            "tom2": "I",
            "tom1": "O",
            "crash": "P",
            "kick": "J",
            "tom3": "K",
            "snare": "L",
            "hat": "SEMICOLON",
        },
    },
}
"""Layout -> player -> keys. One row for `four` and `two`, away from G and H, because ghosting
needs two rows of the key matrix; the busiest drums lie under the strongest fingers."""


@dataclass(frozen=True, slots=True)
class Binding:
    """Where a press goes."""

    player: int
    lane: str


class KeyBindings:
    """The keys of the players who sit at the keyboard, each in a layout of their own."""

    def __init__(self, keys: Mapping[int, KeyMap]) -> None:
        """Take player -> (lane -> key name)."""
        self._keys = {player: dict(lanes) for player, lanes in keys.items()}
        self._bindings = {
            name: Binding(player, lane)
            for player, lanes in self._keys.items()
            for lane, name in lanes.items()
        }

    def binding(self, key_name: str) -> Binding | None:
        """Whose lane a key is; None for a key that is no drum."""
        return self._bindings.get(key_name)

    def key(self, player: int, lane: str) -> str | None:
        """The key of a lane."""
        return self._keys.get(player, {}).get(lane)
