"""Notes and cells with their places in the text."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.model import Note
from game.charts.pieces import Piece
from game.charts.reader.pattern import Onset, Pattern
from game.charts.reader.sheet import PlacedCell
from game.timing.meter import Meter
from game.timing.units import Beats


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


@dataclass(frozen=True, slots=True)
class ScaledOnset:
    """An onset in a bar of a known length."""

    onset: Onset
    offset_beats: Beats
    length_beats: Beats

    def note(self, start_beat: Beats, piece: Piece) -> Note:
        strike = self.onset.strike
        return Note(
            beat=start_beat + self.offset_beats,
            piece=piece,
            stroke=strike.stroke,
            accent=strike.accent,
            open=strike.open and piece is Piece.HAT,
            shared=strike.shared,
            length=self.length_beats,
        )


def scaled(onset: Onset, bar_beats: Beats) -> ScaledOnset:
    return ScaledOnset(onset, onset.offset * bar_beats, onset.length * bar_beats)
