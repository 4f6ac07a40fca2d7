"""What an author has changed between two states of a chart, bar by bar."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from game.charts.model import LEVELS, Chart, Cue, Lead, Note, Part
from game.timing.tempo_map import Bar, Pin, TempoStep
from game.timing.units import Beats

_Placed = TypeVar("_Placed", Note, Cue, Lead, Pin, TempoStep)
_beat = attrgetter("beat")


def changed_bars(old: Chart, new: Chart) -> range:
    """The bars of the new chart, from 0, that sound or look otherwise; empty if none does.

    From the first change to the last one. Bars that were put in or taken out move those after them,
    which are no change; where some were taken out, the bar that has come in their place is one.
    """
    before, after = len(old.bars), len(new.bars)
    shared = min(before, after)
    first = _count(shared, lambda index: _are_same(old, index, new, index))
    left = shared - first
    kept = _count(left, lambda back: _are_same(old, before - 1 - back, new, after - 1 - back))
    last = after - kept
    if first == last and before != after:
        first = min(first, after - 1)
        last = first + 1
    return range(max(0, first), max(0, last))


def _count(most: int, is_same: Callable[[int], bool]) -> int:
    """How many are the same from the beginning on."""
    return next((index for index in range(most) if not is_same(index)), most)


def _are_same(old: Chart, old_index: int, new: Chart, new_index: int) -> bool:
    """Whether two bars are the same but for their place in the song."""
    one, other = old.bars[old_index], new.bars[new_index]
    shift = other.beat - one.beat
    return (
        one.meter == other.meter
        and _about(old, old_index, one) == _about(new, new_index, other)
        and all(
            _notes(part, one, old_index, shift) == _notes(its, other, new_index, Beats(0))
            for part, its in zip(old.parts, new.parts, strict=True)
        )
    )


def _notes(part: Part, bar: Bar, index: int, shift: Beats) -> list[Sequence[Note] | None]:
    """What is played in a bar, in full and as the author wrote it for each level."""
    written = [_inside(part.notes, bar), *(part.overrides.get((level, index)) for level in LEVELS)]
    if not shift:
        return written
    return [
        None if notes is None else tuple(replace(note, beat=note.beat + shift) for note in notes)
        for notes in written
    ]


def _about(chart: Chart, index: int, bar: Bar) -> Hashable:
    """What a bar is besides its notes, with times counted from its bar line."""
    return (
        tuple((section.name, section.pin_s) for section in chart.sections if section.bar == index),
        _in_force(chart.leads, bar, attrgetter("players")),
        _in_force(chart.tempo_map.steps, bar, attrgetter("bpm")),
        tuple((pin.beat - bar.beat, pin.at_us) for pin in _inside(chart.tempo_map.pins, bar)),
        tuple((cue.players, cue.text, cue.language) for cue in _inside(chart.cues, bar)),
    )


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
