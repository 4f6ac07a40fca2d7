"""Where a bar of a level comes from: the nearest harder level that is written there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.charts.model import FULL_LEVEL, Chart, Note, Part
from game.timing.tempo_map import Bar

Source = tuple[int, Sequence[Note]]
"""The level for which a bar is written, 5 for the full part, and its notes."""


def sources(chart: Chart, part: Part, level: int) -> Iterator[Source]:
    """For each bar what `level` is derived from."""
    written = sorted(part.overrides, reverse=True)
    nearest = {bar: harder for harder, bar in written if harder >= level}
    for index, full in enumerate(_split_by_bar(part.notes, chart.bars)):
        source = nearest.get(index, FULL_LEVEL)
        if source == FULL_LEVEL:
            yield source, full
        else:
            yield source, _with_shared(part.overrides[source, index], full)


def _split_by_bar(notes: Sequence[Note], bars: Sequence[Bar]) -> list[list[Note]]:
    split: list[list[Note]] = [[] for _ in bars]
    end_beats = [bar.end_beat for bar in bars[:-1]]
    index = 0
    for note in notes:
        while index < len(end_beats) and note.beat >= end_beats[index]:
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
