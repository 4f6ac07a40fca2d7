"""What a player plays at a level.

In each bar: what the author wrote for that level, else for the nearest harder level, else the full
part. Every level keeps the full part's `&`: the moments when both strike together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from game.charts.model import FULL_LEVEL, Chart, Note, Part
from game.charts.pieces import Stroke
from game.timing.tempo_map import Bar
from game.timing.units import Beats


def notes_at_level(chart: Chart, player: int, level: int) -> tuple[Note, ...]:
    """A player's notes at a level, sorted by beat, then piece."""
    part = chart.parts[player - 1]
    if all(written < level for written, _ in part.overrides):
        return part.notes
    full_bars = _split_by_bar(part.notes, chart.bars)
    played: list[Note] = []
    for source, indices in _runs(part, level, len(chart.bars)):
        end_beat = chart.bars[indices[-1]].end_beat
        for index in indices:
            notes = full_bars[index]
            if source is not None:
                notes = _with_shared(part.overrides[source, index], notes)
            played.extend(_cut_roll(note, end_beat) for note in notes)
    return tuple(played)


def _runs(part: Part, level: int, bar_count: int) -> Iterator[tuple[int | None, list[int]]]:
    """Bars in a row that are played from one source: a level's lines, or None: the full part."""

    def source(bar: int) -> int | None:
        levels = range(level, FULL_LEVEL)
        return next((each for each in levels if (each, bar) in part.overrides), None)

    for found, indices in groupby(range(bar_count), source):
        yield found, list(indices)


def _split_by_bar(notes: Sequence[Note], bars: Sequence[Bar]) -> list[list[Note]]:
    split: list[list[Note]] = [[] for _ in bars]
    index = 0
    for note in notes:
        while index + 1 < len(bars) and note.beat >= bars[index + 1].beat:
            index += 1
        split[index].append(note)
    return split


def _with_shared(written: Sequence[Note], full: Sequence[Note]) -> list[Note]:
    """An override, with the full part's `&` at each moment where the override has none."""
    kept_beats = {note.beat for note in written if note.shared}
    missing = {
        (note.beat, note.piece): note
        for note in full
        if note.shared and note.beat not in kept_beats
    }
    others = (note for note in written if (note.beat, note.piece) not in missing)
    return sorted([*others, *missing.values()], key=lambda note: (note.beat, note.piece))


def _cut_roll(note: Note, end_beat: Beats) -> Note:
    """A roll does not ring on into a bar that is played from another source."""
    if note.stroke is not Stroke.ROLL or note.beat + note.length <= end_beat:
        return note
    return replace(note, length=end_beat - note.beat)
