"""What an author has changed between two states of a chart, bar by bar."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from game.charts.model import Chart, Cue, Lead, Note
from game.timing.tempo_map import Bar, Pin, TempoStep
from game.timing.units import Beats

_Placed = TypeVar("_Placed", Note, Cue, Lead, Pin, TempoStep)


def changed_bars(old: Chart, new: Chart) -> range:
    """The bars of the new chart, from 0, that sound or look otherwise; empty if none does.

    From the first change to the last one. Bars that were put in or taken out move those after them,
    which are no change; where some were taken out, the bar that has come in their place is one.
    """
    before, after = _bars(old), _bars(new)
    shared = min(len(before), len(after))
    first = _same(before, after)
    last = len(after) - min(shared - first, _same(before[::-1], after[::-1]))
    if first == last and len(before) != len(after):
        first = min(first, len(after) - 1)
        last = first + 1
    return range(max(0, first), max(0, last))


def _same(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """How many are the same from the beginning on."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _bars(chart: Chart) -> tuple[Hashable, ...]:
    return tuple(_bar(chart, index, bar) for index, bar in enumerate(chart.bars))


def _bar(chart: Chart, index: int, bar: Bar) -> Hashable:
    """All there is to know of a bar, with times counted from its bar line."""
    overrides = tuple(
        (level, tuple(_moved(notes, bar.beat)))
        for part in chart.parts
        for (level, at), notes in sorted(part.overrides.items())
        if at == index
    )
    return (
        bar.meter,
        tuple(tuple(_moved(_inside(part.notes, bar), bar.beat)) for part in chart.parts),
        overrides,
        tuple((section.name, section.pin_s) for section in chart.sections if section.bar == index),
        _in_force(chart.leads, bar, attrgetter("players")),
        _in_force(chart.tempo_map.steps, bar, attrgetter("bpm")),
        tuple((pin.beat - bar.beat, pin.at_us) for pin in _inside(chart.tempo_map.pins, bar)),
        tuple((cue.players, cue.text, cue.language) for cue in _inside(chart.cues, bar)),
    )


def _moved(notes: Iterable[Note], beat: Beats) -> Iterable[Note]:
    return (replace(note, beat=note.beat - beat) for note in notes)


def _inside(placed: Sequence[_Placed], bar: Bar) -> Sequence[_Placed]:
    """What lies in a bar, out of what is sorted by beat."""
    first = bisect_left(placed, bar.beat, key=_beat)
    return placed[first : bisect_left(placed, bar.end_beat, key=_beat)]


def _in_force(
    placed: Sequence[_Placed], bar: Bar, value: Callable[[_Placed], Hashable]
) -> Hashable:
    """What holds at the bar line, and what comes within the bar."""
    held = bisect_right(placed, bar.beat, key=_beat)
    return (
        value(placed[held - 1]) if held else None,
        tuple((each.beat - bar.beat, value(each)) for each in _inside(placed[held:], bar)),
    )


def _beat(placed: Note | Cue | Lead | Pin | TempoStep) -> Beats:
    return placed.beat
