"""The compiled chart of one player: what the engine, the highway and the bots work on."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.pieces import Piece, Stroke
from game.timing.units import Beats, Micros


@dataclass(frozen=True, slots=True)
class TimedNote:
    """A note at its microsecond and in its lane."""

    at_us: Micros
    lane: str
    """Name of the lane in the timeline's layout."""

    piece: Piece
    """The drum that sounds."""

    stroke: Stroke
    accent: bool
    open: bool
    shared: bool
    end_us: Micros
    """Where a roll ends; `at_us` for every other stroke."""

    beat: Beats
    """The exact position in quarter notes, for pairs and for the tools."""


@dataclass(frozen=True, slots=True)
class TimedBar:
    """A bar line."""

    at_us: Micros
    number: int
    """The bar's number, from 1."""


@dataclass(frozen=True, slots=True)
class TimedSection:
    at_us: Micros
    name: str


@dataclass(frozen=True, slots=True)
class TimedLead:
    at_us: Micros
    players: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimedCue:
    at_us: Micros
    end_us: Micros
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class TimedPulse:
    at_us: Micros
    beat: Beats


@dataclass(frozen=True, slots=True)
class Timeline:
    """One player's part at one level in one layout. Frozen and complete."""

    player: int
    level: int
    layout: str
    notes: tuple[TimedNote, ...]
    """Sorted by `(at_us, lane)`."""

    bars: tuple[TimedBar, ...]
    pulses: tuple[TimedPulse, ...]
    sections: tuple[TimedSection, ...]
    leads: tuple[TimedLead, ...]
    cues: tuple[TimedCue, ...]
    """Those for this player, in every language."""

    end_us: Micros
    """The end of the last bar."""
