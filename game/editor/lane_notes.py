"""The notes of one lane, as the text has them: with their own symbols."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from fractions import Fraction

from game.charts.document import Document
from game.charts.reader.faults import Faults
from game.charts.reader.labels import LaneKey
from game.charts.reader.repeats import resolve
from game.charts.writing.pattern import Strokes
from game.editor.bar_text import strokes_of
from game.editor.edit import EditRefusedError
from game.timing.tempo_map import Bar
from game.timing.units import Beats

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where a note stands: nothing else can stand there."""

    lane: LaneKey
    beat: Beats


@dataclass(frozen=True, slots=True, order=True)
class LaneNote:
    """A note with the symbol that writes it."""

    beat: Beats
    symbol: str
    length: Beats = _NOTHING
    """Of a roll, over bar lines too; 0 for every other stroke."""

    @property
    def end_beat(self) -> Beats:
        return self.beat + self.length


class LaneText:
    """A lane of a document, bar by bar."""

    def __init__(self, document: Document, lane: LaneKey) -> None:
        score = document.reading.score
        if score is None:
            raise EditRefusedError("the text has no bars that can be read")
        self.bars = score.chart.bars
        self.resolved = resolve(score.sheet.notes.get(lane, {}), score.sheet, self.bars, Faults())

    def source(self, bar: int) -> str:
        """The symbols of a bar, with `%` followed to where they are written; "" for a blank one."""
        here = self.resolved.get(bar)
        return here.source.text if here and here.source else ""

    def strokes(self, bar: int) -> Strokes:
        return strokes_of(self.source(bar))

    def has_tail(self, bar: int) -> bool:
        """Whether a roll comes into the bar."""
        return self.source(bar).lstrip().startswith("=")

    def notes(self, first: int, last: int) -> list[LaneNote]:
        """The notes that begin in these bars, rolls in their whole length."""
        found: list[LaneNote] = []
        for index in range(first, min(last + 1, len(self.bars))):
            bar, strokes = self.bars[index], self.strokes(index)
            length_beats = bar.meter.length_beats
            ends = dict(strokes.rolls)
            if found and Fraction(-1) in ends and found[-1].end_beat == bar.beat:
                end_beat = bar.beat + ends[Fraction(-1)] * length_beats
                found[-1] = replace(found[-1], length=end_beat - found[-1].beat)
            for offset, symbol in strokes.onsets.items():
                length = (ends[offset] - offset) * length_beats if offset in ends else _NOTHING
                found.append(LaneNote(bar.beat + offset * length_beats, symbol, length))
        return found


def bar_at(bars: tuple[Bar, ...], beat: Beats) -> int:
    """The index of the bar in which a beat lies.

    Raises:
        EditRefusedError: it lies before the first bar or behind the last one.
    """
    if not bars or not bars[0].beat <= beat < bars[-1].end_beat:
        raise EditRefusedError("there is no bar at this place", "add bars at the end first")
    return bisect_right(bars, beat, key=lambda bar: bar.beat) - 1
