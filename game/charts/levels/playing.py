"""A part at a level, put together bar by bar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from game.charts.beat_clock import BeatClock
from game.charts.levels.reducer import EASY, FIRST_TIME, Kept, kept_first_time, kept_notes
from game.charts.levels.shapes import Shape, shape_of
from game.charts.levels.sources import Source, sources
from game.charts.model import FULL_LEVEL, Chart, Note
from game.charts.pieces import Stroke
from game.timing.units import US_PER_S, Beats

_LENGTH_DIGITS = 4
"""Of a bar's seconds: so that equal bars are equal in spite of whole microseconds."""

_WITH_GRACES = (Stroke.FLAM, Stroke.DRAG)


def notes_at_level(chart: Chart, player: int, level: int) -> tuple[Note, ...]:
    """A player's notes at a level, sorted by beat, then piece."""
    part = chart.parts[player - 1]
    if level == FULL_LEVEL:
        return part.notes
    bars = list(sources(chart, part, level))
    kept = _first_time(chart, player, bars) if level == FIRST_TIME else _thinned(chart, bars, level)
    played: list[Note] = []
    for source, run in groupby(range(len(bars)), lambda bar: bars[bar][0]):
        indices = list(run)
        end_beat = chart.bars[indices[-1]].end_beat
        for bar in indices:
            notes = bars[bar][1]
            chosen = notes if source == level else [notes[each] for each in kept[bar]]
            played += [_fitted(note, end_beat, is_written=source == level) for note in chosen]
    return tuple(_one_at_a_time(played) if level <= EASY else played)


def _thinned(chart: Chart, bars: Sequence[Source], level: int) -> list[Kept]:
    return [kept_notes(shape, level) for shape in _shapes(chart, bars, _bar_lengths_s(chart))]


def _first_time(chart: Chart, player: int, own: Sequence[Source]) -> list[Kept]:
    """Level 1, chosen for both together; with each section the other one chooses first."""
    lengths_s = _bar_lengths_s(chart)
    both = [
        list(
            _shapes(
                chart,
                own if part.player == player else list(sources(chart, part, FIRST_TIME)),
                lengths_s,
            )
        )
        for part in chart.parts
    ]
    section_bars = [section.bar for section in chart.sections]
    found: list[Kept] = []
    for index, shapes in enumerate(zip(*both, strict=True)):
        first = max(0, bisect_right(section_bars, index) - 1) % 2
        chosen = kept_first_time(shapes[first], shapes[1 - first])
        found.append(chosen[(player - 1) ^ first])
    return found


def _shapes(chart: Chart, bars: Sequence[Source], lengths_s: Sequence[float]) -> Iterator[Shape]:
    section_starts = {section.bar for section in chart.sections}
    for index, ((level, notes), bar) in enumerate(zip(bars, chart.bars, strict=True)):
        yield shape_of(notes, level, bar, lengths_s[index], index in section_starts)


def _bar_lengths_s(chart: Chart) -> list[float]:
    clock = BeatClock(chart.tempo_map)
    lines_us = [clock.us(bar.beat) for bar in chart.bars]
    lines_us.append(clock.us(chart.end_beat))
    return [round((end - start) / US_PER_S, _LENGTH_DIGITS) for start, end in pairwise(lines_us)]


def _fitted(note: Note, end_beat: Beats, is_written: bool) -> Note:
    """A note as an easier level plays it.

    No flam or drag, unless written there; and a roll does not ring on into a bar that is played
    from another source.
    """
    if note.stroke is Stroke.ROLL:
        return _cut(note, end_beat)
    if note.stroke in _WITH_GRACES and not is_written:
        return replace(note, stroke=Stroke.HIT)
    return note


def _one_at_a_time(notes: Sequence[Note]) -> list[Note]:
    """Where one drum is struck at once, a roll ends with the next note."""
    return [
        _cut(note, after.beat) if note.stroke is Stroke.ROLL and after.beat > note.beat else note
        for note, after in pairwise(notes)
    ] + list(notes[-1:])


def _cut(roll: Note, end_beat: Beats) -> Note:
    if roll.beat + roll.length <= end_beat:
        return roll
    return replace(roll, length=end_beat - roll.beat)
