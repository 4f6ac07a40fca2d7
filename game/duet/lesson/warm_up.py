"""Before the lesson: everybody strikes a few times, to see which drums are theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

WANTED = 4
"""So many strokes each."""


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Frozen; a stroke makes a new one."""

    strokes: Mapping[int, int] = field(default_factory=dict)
    """By player: how many, `WANTED` at most."""

    def struck(self, player: int) -> WarmUp:
        return WarmUp({**self.strokes, player: min(WANTED, self.of(player) + 1)})

    def of(self, player: int) -> int:
        return self.strokes.get(player, 0)

    def is_warm(self, player: int) -> bool:
        return self.of(player) >= WANTED
