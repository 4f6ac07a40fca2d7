"""Notes and cells with their places in the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from game.charts.model import Note
from game.charts.pieces import Piece
from game.charts.reader.pattern import Onset, Pattern, parse_pattern
from game.charts.reader.sheet import PlacedCell
from game.timing.meter import Meter
from game.timing.units import Beats

_CELLS_KNOWN = 16_384
"""More than any shipped chart has; the least used go first."""


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note, and where in the text it stands."""

    note: Note
    order: float
    """Its place in its bar, for sorting."""

    line: int
    column: int
    """The symbol, or the `%` that repeats it."""

    origin: tuple[int, int]
    """Line and column of the symbol itself."""


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """A cell of notes that is no `%`, with what it says."""

    placed: PlacedCell
    meter: Meter
    pattern: Pattern


LaneNotes = dict[int, list[PlacedNote]]
"""Bar index -> a lane's notes there; an empty list where it is written to rest."""


@lru_cache(maxsize=_CELLS_KNOWN)
def notes_in_bar(
    text: str, bar_beats: Beats, start_beat: Beats, piece: Piece
) -> tuple[tuple[Onset, Note], ...]:
    """What a cell's text plays in a bar.

    An edit leaves nearly all cells as they were: what they play is looked up, not worked out anew.

    Args:
        bar_beats: the length of the bar.
        start_beat: where it begins.
    """
    return tuple(
        (onset, _note(onset, bar_beats, start_beat, piece)) for onset in pattern_of(text).onsets
    )


@lru_cache(maxsize=_CELLS_KNOWN)
def pattern_of(text: str) -> Pattern:
    """What a cell's text says."""
    return parse_pattern(text)


def _note(onset: Onset, bar_beats: Beats, start_beat: Beats, piece: Piece) -> Note:
    strike = onset.strike
    return Note(
        beat=start_beat + onset.offset * bar_beats,
        piece=piece,
        stroke=strike.stroke,
        accent=strike.accent,
        open=strike.open and piece is Piece.HAT,
        shared=strike.shared,
        length=onset.length * bar_beats,
    )
