"""What the players want of their practice."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from game.duet.practice.bars import Bars


class PartBy(StrEnum):
    """Who plays a part."""

    SEATED = "seated"
    """Whoever sits there."""

    BOT = "bot"
    SILENT = "silent"
    """Nobody: its notes are left out."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Frozen; a change is a new one."""

    bars: Bars
    rate_pct: int = 100
    threshold_pct: int | None = None
    """How many of their notes both have to hit for the next step up; None: no step by itself."""

    parts: tuple[PartBy, ...] = field(default=(PartBy.SEATED, PartBy.SEATED))
    """Of P1 and P2."""

    is_swapped: bool = False
    """Whether each plays the other's part."""

    waits: bool = False
    """Whether the song waits until both have struck."""

    metronome: bool = False
    counts_in: bool = True
    runs_in: bool = True
    """Whether the song is heard a little before the bars, so that hands can get ready."""
