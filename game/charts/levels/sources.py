"""Where a bar of a level comes from: the nearest harder level that is written there."""

from __future__ import annotations

from bisect import bisect_left
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


def _split_by_bar(notes: Sequence[Note], bars: Sequence[Bar]) -> Iterator[Sequence[Note]]:
    start = 0
    for following in bars[1:]:
        end = bisect_left(notes, following.beat, start, key=lambda note: note.beat)
        yield notes[start:end]
        start = end
    yield notes[start:]


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
