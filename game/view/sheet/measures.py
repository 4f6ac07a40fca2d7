"""Measures: one bar each, or several bars of rest folded into one; and which stand in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from game.charts.model import Note
from game.timing.tempo_map import Bar
from game.timing.units import Beats
from game.view.sheet import paper
from game.view.sheet.excerpt import Excerpt

_BARS_IN_A_ROW = 4
_CELL = 12.6
"""Least distance of two notes of one drum, where there is room for it."""

_SHORTEST = 84.0
_SQUEEZE = 1.1
"""How much wider than the page measures of the usual width may be, to be squeezed into it."""

_FULL = 0.7
"""A row that fills less of the page is not stretched to its edge."""

_SPACED = 0.96


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands between two bar lines of the sheet."""

    first: int
    """Index of its bar, or of the first one that is folded into it."""

    count: int
    """How many bars it stands for; more than one are a rest."""

    bar: Bar
    end_beat: Beats
    closest_beats: Beats
    """The least distance of two notes of one drum; the bar's length if there is none."""

    onsets: tuple[Beats, ...]
    """The moments at which anything is struck."""

    @property
    def length_beats(self) -> Beats:
        return self.end_beat - self.bar.beat

    @property
    def needed(self) -> float:
        """The least width in which its notes stand apart."""
        cells = float(self.bar.meter.length_beats / self.closest_beats)
        return max(_SHORTEST, paper.PAD_LEFT + paper.PAD_RIGHT + cells * _CELL)


@dataclass(frozen=True, slots=True)
class PlacedMeasure:
    measure: Measure
    x: float
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width

    def x_of(self, beat: Beats) -> float:
        """Where a beat of the measure lies; its end lies on the bar line."""
        share = float((beat - self.measure.bar.beat) / self.measure.length_beats)
        if share >= 1:
            return self.right
        return self.x + paper.PAD_LEFT + share * self._inner

    @property
    def note_size(self) -> float:
        """Diameter of a disc, smaller where notes stand close."""
        share = float(self.measure.closest_beats / self.measure.bar.meter.length_beats)
        return min(paper.NOTE, share * self._inner * _SPACED)

    @property
    def _inner(self) -> float:
        return self.width - paper.PAD_LEFT - paper.PAD_RIGHT


def measures_of(excerpt: Excerpt, kept: frozenset[int]) -> list[Measure]:
    """All bars that are shown; a rest of both players for two bars or more is folded.

    Args:
        kept: bars at which something begins, so that no rest runs into them.
    """
    measures: list[Measure] = []
    for index, bar in zip(excerpt.indices, excerpt.bars, strict=True):
        is_rest = _is_rest(excerpt, bar)
        last = measures[-1] if measures else None
        if last and is_rest and index not in kept and _is_rest(excerpt, last.bar):
            measures[-1] = replace(last, count=last.count + 1, end_beat=bar.end_beat)
        else:
            measures.append(_measure(excerpt, index, bar))
    return measures


def rows_of(measures: Sequence[Measure], starts: frozenset[int]) -> Iterator[list[PlacedMeasure]]:
    """The measures in rows from the left edge of the music to its right.

    Args:
        starts: bars that begin a row.
    """
    if not measures:
        return
    usual = Counter(each.bar.meter.length_beats for each in measures).most_common(1)[0][0]
    row: list[Measure] = []
    for measure in measures:
        if row and (measure.first in starts or not _fits([*row, measure], usual)):
            yield _placed(row, usual)
            row = []
        row.append(measure)
    yield _placed(row, usual)


def _is_rest(excerpt: Excerpt, bar: Bar) -> bool:
    return not any(
        voice.between(bar.beat, bar.end_beat) or voice.rolls_over(bar.beat)
        for voice in excerpt.voices
    )


def _measure(excerpt: Excerpt, index: int, bar: Bar) -> Measure:
    notes = [voice.between(bar.beat, bar.end_beat) for voice in excerpt.voices]
    gaps = (gap for own in notes for gap in _gaps(own))
    closest_beats = min(gaps, default=bar.meter.length_beats)
    onsets = tuple(sorted({note.beat for own in notes for note in own}))
    return Measure(index, 1, bar, bar.end_beat, closest_beats, onsets)


def _gaps(notes: Iterable[Note]) -> Iterator[Beats]:
    by_piece: dict[str, list[Beats]] = {}
    for note in notes:
        by_piece.setdefault(note.piece, []).append(note.beat)
    for beats in by_piece.values():
        yield from (after - before for before, after in pairwise(beats))


def _usual_width(measure: Measure, usual_beats: Beats) -> float:
    share = 1.0
    if measure.count == 1:
        share = min(1.0, float(measure.length_beats / usual_beats))
    return min(paper.ROOM, max(measure.needed, share * paper.ROOM / _BARS_IN_A_ROW))


def _fits(row: Sequence[Measure], usual_beats: Beats) -> bool:
    usual = sum(_usual_width(measure, usual_beats) for measure in row)
    needed = sum(measure.needed for measure in row)
    return needed <= paper.ROOM and usual <= _SQUEEZE * paper.ROOM


def _placed(row: Sequence[Measure], usual_beats: Beats) -> list[PlacedMeasure]:
    placed: list[PlacedMeasure] = []
    x = float(paper.LEFT)
    for measure, width in zip(row, _widths(row, usual_beats), strict=True):
        placed.append(PlacedMeasure(measure, x, width))
        x += width
    return placed


def _widths(row: Sequence[Measure], usual_beats: Beats) -> list[float]:
    usual = [_usual_width(measure, usual_beats) for measure in row]
    total = sum(usual)
    if total > paper.ROOM:
        needed = [min(measure.needed, width) for measure, width in zip(row, usual, strict=True)]
        spare = total - sum(needed)
        share = (paper.ROOM - sum(needed)) / spare if spare else 0.0
        return [least + (own - least) * share for least, own in zip(needed, usual, strict=True)]
    if total >= _FULL * paper.ROOM:
        return [width * paper.ROOM / total for width in usual]
    return usual
