"""What a player plays at a level.

In each bar: what the author wrote for that level, else for the nearest harder level, else the full
part. Every level keeps the full part's `&`: the moments when both strike together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from game.charts.model import FULL_LEVEL, Chart, Note, Part
from game.timing.tempo_map import Bar


def notes_at_level(chart: Chart, player: int, level: int) -> tuple[Note, ...]:
    """A player's notes at a level, sorted by beat, then piece."""
    part = chart.parts[player - 1]
    if not part.overrides:
        return part.notes
    sources = [_source_level(part, level, index) for index in range(len(chart.bars))]
    full_bars = _split_by_bar(part.notes, chart.bars)
    played: list[Note] = []
    for index, (source, full) in enumerate(zip(sources, full_bars, strict=True)):
        notes = full
        if source is not None:
            notes = _with_shared(part.overrides[source, index], full)
        end_beat = chart.bars[_last_bar_from(sources, index)].end_beat
        played.extend(_cut_roll(note, end_beat) for note in notes)
    return tuple(played)


def _source_level(part: Part, level: int, bar_index: int) -> int | None:
    """The level whose lines a bar is played from; None for the full part."""
    for candidate in range(level, FULL_LEVEL + 1):
        if (candidate, bar_index) in part.overrides:
            return candidate
    return None


def _split_by_bar(notes: Sequence[Note], bars: Sequence[Bar]) -> list[list[Note]]:
    starts = [bar.beat for bar in bars]
    split: list[list[Note]] = [[] for _ in bars]
    for note in notes:
        split[bisect_right(starts, note.beat) - 1].append(note)
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


def _last_bar_from(sources: Sequence[int | None], index: int) -> int:
    """The last of the bars, from `index` on, that are played from one and the same source."""
    last = index
    while last + 1 < len(sources) and sources[last + 1] == sources[index]:
        last += 1
    return last


def _cut_roll(note: Note, end_beat: Fraction) -> Note:
    """A roll does not ring on into a bar that is played from another source."""
    if note.beat + note.length <= end_beat:
        return note
    return replace(note, length=end_beat - note.beat)
