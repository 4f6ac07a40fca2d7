"""What is left of a bar at an easier level, as the indices of its notes."""

from __future__ import annotations

from functools import lru_cache

from game.charts.levels.first_time import differing, options
from game.charts.levels.moments import Moments, moments_of
from game.charts.levels.shapes import Shape
from game.charts.levels.thinning import STEPS

FIRST_TIME, EASY = 1, 2
Kept = tuple[int, ...]
"""Indices of a bar's notes, rising."""

_REMEMBERED_BARS = 4_096


@lru_cache(_REMEMBERED_BARS)
def kept_notes(shape: Shape, level: int) -> Kept:
    """What level 2, 3 or 4 keeps of one player's bar."""
    return _indices(_thinned(shape, level))


@lru_cache(_REMEMBERED_BARS)
def kept_first_time(first: Shape, second: Shape) -> tuple[Kept, Kept]:
    """What level 1 keeps of a bar of both players; `first` has the choice."""
    chosen = differing(_first_time_options(first), _first_time_options(second))
    return _indices(chosen[0]), _indices(chosen[1])


def _first_time_options(shape: Shape) -> list[Moments]:
    easy = _thinned(shape, EASY)
    if shape.level == FIRST_TIME:
        return [easy]
    return options(easy, len(shape.meter.pulse_lengths_beats), shape.length_s)


def _thinned(shape: Shape, level: int) -> Moments:
    moments: Moments = moments_of(shape)
    for step in range(shape.level - 1, level - 1, -1):
        moments = STEPS[step](moments, shape.length_s)
    return moments


def _indices(moments: Moments) -> Kept:
    return tuple(sorted(each.number for moment in moments for each in moment.notes))
