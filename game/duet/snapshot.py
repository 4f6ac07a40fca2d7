"""What the view and the app see of a duet: frozen values, taken once a frame."""

from __future__ import annotations

from dataclasses import dataclass

from game.judge.verdict import Verdict
from game.score.together.meter import TogetherSnapshot
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class SeatSnapshot:
    """One player's play so far."""

    player: int
    now_us: Micros
    """How far this player has been judged."""

    score: int
    """0 to 1,000,000: what the part would score if nothing more were hit."""

    combo: int
    max_combo: int
    perfect: int
    great: int
    good: int
    miss: int
    overhits: int
    roll_hits: int
    judged: bytes
    """One byte a note of the timeline: 0 open, 1 hit, 2 missed (rolls: 1 once struck)."""

    recent: tuple[Verdict, ...]
    """The latest verdicts, oldest first, 16 at most: what flashes."""

    as_written: tuple[int, ...] = ()
    """The latest ghosts played soft and accents played loud, as indices of notes."""


@dataclass(frozen=True, slots=True)
class DuetSnapshot:
    """Both players' play so far."""

    seats: tuple[SeatSnapshot, ...]
    duet_score: int
    clamped: int
    """Events that came behind their own player's time; more than none is a fault of the app."""

    together: TogetherSnapshot | None = None
    """The live meter; None before there is anything to show."""
