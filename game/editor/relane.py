"""New notes into the text of their lanes: only the bars that say something else are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from game.charts.document import Document
from game.charts.reader.labels import LaneKey
from game.charts.writing.pattern import Strokes
from game.editor.bar_text import rendered
from game.editor.draft import Draft
from game.editor.lane_notes import LaneNote, LaneText, Spot, bar_at
from game.editor.repeats import write_out_repeats
from game.editor.symbols import ROLLS, means_same
from game.timing.tempo_map import Bar

_BEFORE = Fraction(-1)
_BEHIND = Fraction(2)

Changes = Mapping[Spot, LaneNote | None]
"""What stands at each spot from now on; None: nothing."""


def with_changes(document: Document, changes: Changes) -> Document:
    """The document with these notes; what else its bars hold stays.

    Raises:
        EditRefusedError: a place is outside the song, or lies on no grid of a chart.
    """
    draft = Draft(document)
    lanes: dict[LaneKey, dict[Spot, LaneNote | None]] = {}
    for spot, note in changes.items():
        lanes.setdefault(spot.lane, {})[spot] = note
    for lane, own in lanes.items():
        _change_lane(draft, LaneText(document, lane), lane, own)
    return draft.document()


def _change_lane(draft: Draft, text: LaneText, lane: LaneKey, changes: Changes) -> None:
    """Rewrite the bars of one lane, from the first touched to the last one that a roll reaches."""
    touched = {bar_at(text.bars, spot.beat) for spot in changes}
    placed = [note for note in changes.values() if note is not None]
    touched |= {bar_at(text.bars, note.beat) for note in placed}
    written: set[int] = set()
    for first, last in _regions(text, touched, _reach(draft, text.bars, placed)):
        bars = range(first, last + 1)
        old = {note.beat: note for note in text.notes(first, last)}
        new = dict(old)
        for spot, note in changes.items():
            if note is None and text.bars[first].beat <= spot.beat < text.bars[last].end_beat:
                new.pop(spot.beat, None)
        for note in placed:
            if text.bars[first].beat <= note.beat < text.bars[last].end_beat:
                new[note.beat] = _as_written(note, old.get(note.beat), lane)
        kept = _cut(draft, text.bars, (new[beat] for beat in sorted(new)))
        for index in bars:
            strokes = _strokes_in(kept, text.bars[index])
            if _said(strokes) != _said(text.strokes(index)):
                grid = text.source(index) or draft.grid(index)
                cell = rendered(strokes, text.bars[index].meter, grid)
                draft.set_cell(lane, index, cell)
                written.add(index)
    write_out_repeats(draft, text.resolved, lane, written)


def _as_written(note: LaneNote, old: LaneNote | None, lane: LaneKey) -> LaneNote:
    """The note in the author's own symbol, where that says the same."""
    if old is not None and means_same(old.symbol, note.symbol, lane.piece):
        return replace(note, symbol=old.symbol)
    return note


def _regions(
    text: LaneText, touched: Iterable[int], reach: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Runs of bars that belong together because rolls go over their bar lines."""
    spans = []
    for index in sorted(touched):
        first, last = index, max(index, reach.get(index, index))
        while first > 0 and text.has_tail(first):
            first -= 1
        while last + 1 < len(text.bars) and text.has_tail(last + 1):
            last += 1
        spans.append((first, last))
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _reach(draft: Draft, bars: tuple[Bar, ...], placed: Iterable[LaneNote]) -> dict[int, int]:
    """The last bar into which each bar's new rolls go."""
    reach: dict[int, int] = {}
    for note in placed:
        first = bar_at(bars, note.beat)
        last = first
        while last < draft.last_bar_beside(first) and bars[last].end_beat < note.end_beat:
            last += 1
        reach[first] = max(last, reach.get(first, last))
    return reach


def _cut(draft: Draft, bars: tuple[Bar, ...], notes: Iterable[LaneNote]) -> list[LaneNote]:
    """Rolls end where the next note begins, and with their line."""
    kept = list(notes)
    for place, (note, following) in enumerate(pairwise(kept)):
        if note.end_beat > following.beat:
            kept[place] = replace(note, length=following.beat - note.beat)
    for place, note in enumerate(kept):
        if note.symbol in ROLLS:
            index = bar_at(bars, note.beat)
            end_beat = bars[draft.last_bar_beside(index)].end_beat
            length = note.length or bars[index].meter.unit_beats
            kept[place] = replace(note, length=min(length, end_beat - note.beat))
        elif note.length:
            kept[place] = replace(note, length=Fraction(0))
    return kept


def _strokes_in(notes: Iterable[LaneNote], bar: Bar) -> Strokes:
    """What one bar shows of these notes, in shares of the bar."""
    length_beats = bar.meter.length_beats
    strokes = Strokes()
    for note in notes:
        start = (note.beat - bar.beat) / length_beats
        end = (note.end_beat - bar.beat) / length_beats
        if 0 <= start < 1:
            strokes.onsets[start] = note.symbol
        if note.length and start < 1 and end > 0:
            strokes.rolls.append((start, end))
    return strokes


def _said(strokes: Strokes) -> tuple[object, ...]:
    """Strokes for comparing: what a roll does outside the bar is none of the bar's business."""
    rolls = sorted(
        (start if start >= 0 else _BEFORE, end if end < 1 else _BEHIND)
        for start, end in strokes.rolls
    )
    return strokes.onsets, rolls
