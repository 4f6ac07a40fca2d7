"""What of a chart goes onto a sheet: a level of both parts, and a range of bars."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from game.charts.levels import notes_at_level
from game.charts.model import FULL_LEVEL, PLAYERS, Chart, Note
from game.timing.tempo_map import Bar
from game.timing.units import Beats


@dataclass(frozen=True, slots=True)
class Voice:
    """The notes of one stave."""

    players: tuple[int, ...]
    """One player; both for a solo chart, whose parts are the same."""

    notes: tuple[Note, ...]
    """Those that begin in the shown bars, and rolls that sound into them; sorted by beat."""

    def between(self, beat: Beats, end_beat: Beats) -> tuple[Note, ...]:
        """The notes that begin in a stretch."""
        first = bisect_left(self.notes, beat, key=lambda note: note.beat)
        last = bisect_left(self.notes, end_beat, key=lambda note: note.beat)
        return self.notes[first:last]

    def rolls_over(self, beat: Beats) -> tuple[Note, ...]:
        """The rolls that began before a beat and go on after it."""
        return tuple(
            note
            for note in self.notes
            if note.length and note.beat < beat < note.beat + note.length
        )


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some bars of a chart at a level."""

    chart: Chart
    level: int
    indices: range
    """Which bars are shown, from 0."""

    voices: tuple[Voice, ...]
    """P1's, then P2's; a single one for a solo chart."""

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self.chart.bars[self.indices.start : self.indices.stop]

    @property
    def is_whole(self) -> bool:
        return len(self.indices) == len(self.chart.bars)


def excerpt_of(chart: Chart, level: int = FULL_LEVEL, indices: range | None = None) -> Excerpt:
    """The bars with these indices, all of them by default.

    Raises:
        ValueError: a bar is not in the chart.
    """
    shown = range(len(chart.bars)) if indices is None else indices
    if shown.start < 0 or shown.stop > len(chart.bars):
        raise ValueError(f"bars {shown} of {len(chart.bars)}")
    staves: tuple[tuple[int, ...], ...] = ((1,), (2,))
    if chart.is_solo:
        staves = (PLAYERS,)
    bars = chart.bars[shown.start : shown.stop]
    start, end = (bars[0].beat, bars[-1].end_beat) if bars else (Beats(0), Beats(0))
    voices = tuple(
        Voice(players, _sounding(notes_at_level(chart, players[0], level), start, end))
        for players in staves
    )
    return Excerpt(chart, level, shown, voices)


def _sounding(notes: tuple[Note, ...], start: Beats, end: Beats) -> tuple[Note, ...]:
    return tuple(
        note
        for note in notes
        if start <= note.beat < end or note.beat < start < note.beat + note.length
    )
