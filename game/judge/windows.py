"""The hit window of each note: as wide as the rules say, but never over its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.charts.pieces import Stroke
from game.charts.timeline import TimedNote
from game.judge.rules import Rules
from game.judge.verdict import HITS, Grade

# Looked up once: in the judge's inner loop the look-up would cost more than the comparison.
_ROLL = Stroke.ROLL
_PERFECT, _GREAT, _GOOD = HITS

_GRACES = {Stroke.FLAM: 1, Stroke.DRAG: 2}


class Window(NamedTuple):
    """The song times at which a press can take a note. Both edges belong to the window."""

    note: int
    """Index of the note in the timeline."""

    lane: str
    graces: int
    """How many further presses the stroke has: 1 for a flam, 2 for a drag, else 0."""

    at_us: int
    """Where the note stands."""

    from_us: int
    to_us: int


def note_windows(notes: Sequence[TimedNote], rules: Rules) -> list[Window]:
    """The windows of all notes but rolls, in the notes' own order.

    Each side is as wide as GOOD, capped at the gap to the neighbouring note of the lane on that
    side minus 1 µs; rolls are no neighbours. Two notes of a lane at the very same time touch there.

    Args:
        notes: sorted by `(at_us, lane)`.
        rules: widths in song µs.
    """
    late_us = rules.good_us
    graced_us = max(rules.good_us, rules.grace_early_us)
    before_us, after_us = _rooms_us(notes, graced_us)
    windows = []
    for index, note in enumerate(notes):
        stroke, at_us = note.stroke, note.at_us
        if stroke is _ROLL:
            continue
        graces = _GRACES.get(stroke, 0)
        from_us = at_us - min(graced_us if graces else late_us, before_us[index])
        to_us = at_us + min(late_us, after_us[index])
        windows.append(Window(index, note.lane, graces, at_us, from_us, to_us))
    return windows


def grade(offset_us: int, graces: int, rules: Rules) -> Grade:
    """The grade of a press inside a note's window.

    The cap at the neighbours narrows all grades alike, and whatever lies inside the window lies
    inside the cap, so here only the rules' own widths matter.
    """
    if graces and -rules.grace_early_us <= offset_us <= 0:
        return _PERFECT
    error_us = abs(offset_us)
    if error_us <= rules.perfect_us:
        return _PERFECT
    return _GREAT if error_us <= rules.great_us else _GOOD


def _rooms_us(notes: Sequence[TimedNote], widest_us: int) -> tuple[list[int], list[int]]:
    """By note, how far its window may reach before and after it."""
    before_us = [widest_us] * len(notes)
    after_us = [widest_us] * len(notes)
    last: dict[str, tuple[int, int]] = {}
    for index, note in enumerate(notes):
        lane, at_us = note.lane, note.at_us
        if note.stroke is _ROLL:
            continue
        if lane in last:
            neighbour, neighbour_us = last[lane]
            before_us[index] = after_us[neighbour] = max(0, at_us - neighbour_us - 1)
        last[lane] = (index, at_us)
    return before_us, after_us
