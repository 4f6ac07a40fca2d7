"""What a chart is: frozen values with positions in exact quarter notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from game.charts.pieces import Piece, Stroke
from game.timing.tempo_map import Bar, TempoMap
from game.timing.units import Beats

PLAYERS = (1, 2)
"""The numbers of the players of a duet, as charts and files write them."""

FULL_LEVEL = 5
"""The level that plays a part as written."""

LEVELS = (1, 2, 3, 4, 5)
"""1 First time, 2 Easy, 3 Normal, 4 Hard, 5 Full."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to hit."""

    beat: Beats
    """Where the main stroke falls, in quarter notes from the start of bar 1."""

    piece: Piece
    stroke: Stroke = Stroke.HIT
    accent: bool = False
    open: bool = False
    """An open hat; rings until the next hat or pedal stroke."""

    shared: bool = False
    """`&`: both players strike together here."""

    length: Beats = Fraction(0)
    """How long a roll lasts, in quarter notes; 0 for every other stroke."""


@dataclass(frozen=True, slots=True)
class Meta:
    """The header of a chart. Numbers are kept as written."""

    title: str
    artist: str = ""
    charter: str = ""
    source: str = ""
    license: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The title in other languages, by language code."""

    audio: str | None = None
    """Name of a file beside the chart."""

    recording: str | None = None
    """The release that the player owns, for a chart without audio."""

    length_s: Fraction | None = None
    """Length of that recording."""

    offset_s: Fraction = Fraction(0)
    """Seconds of audio before song time 0; may be negative."""

    preview_s: Fraction | None = None
    """Second of the audio where the song list starts playing; None: the second section."""

    bpm_text: str = ""
    """The tempo as the header has it, such as `114` or `123 dotted`."""

    extra: Mapping[str, str] = field(default_factory=dict)
    """`x-` keys, kept and ignored."""


@dataclass(frozen=True, slots=True)
class Section:
    """A named stretch of the song; it lasts until the next one."""

    name: str
    bar: int
    """Index of its first bar, from 0."""

    beat: Beats
    pin_s: Fraction | None = None
    """The second of the audio to which its first bar is pinned."""


@dataclass(frozen=True, slots=True)
class Lead:
    """From `beat` on the phrase belongs to these players."""

    beat: Beats
    players: tuple[int, ...]
    """(1,), (2,) or (1, 2)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word on the screen, shown during one bar."""

    beat: Beats
    players: tuple[int, ...]
    text: str
    language: str = ""
    """A language code, or "" for the chart's own language."""


@dataclass(frozen=True, slots=True)
class Part:
    """All notes of one player: the full part, and what the author wrote for easier levels."""

    player: int
    notes: tuple[Note, ...]
    """The full part, sorted by beat, then piece."""

    overrides: Mapping[tuple[int, int], tuple[Note, ...]] = field(default_factory=dict)
    """(level, bar index) -> what that level plays in that bar, instead of anything else."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A song's chart for all players. Frozen; a play never writes into it."""

    meta: Meta
    tempo_map: TempoMap
    bars: tuple[Bar, ...]
    sections: tuple[Section, ...]
    leads: tuple[Lead, ...]
    cues: tuple[Cue, ...]
    parts: tuple[Part, ...]
    """One for each player, in the order of `PLAYERS`; a solo chart gives both the same notes."""

    is_solo: bool = False

    @property
    def end_beat(self) -> Beats:
        """The end of the last bar."""
        return self.bars[-1].end_beat if self.bars else Fraction(0)
