"""What the game is fed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.timing.units import Micros

MarkKind = Literal["pause", "bot", "human"]


@dataclass(frozen=True, slots=True)
class InputEvent:
    """A press in song time. The input offset has been taken out; nothing adds another one."""

    at_us: Micros
    player: int
    """1 or 2."""

    lane: str
    velocity: int = 100
    """1-127; 100 for keys."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened to the play itself."""

    at_us: Micros
    player: int | None
    """Whom it concerns; None for both."""

    kind: MarkKind
