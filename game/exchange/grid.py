"""The grid of each bar that strokes were meant for, and how far they lie from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import sqrt

from game.charts.reader.pattern import MAX_SYMBOLS
from game.timing.tempo_map import Bar
from game.timing.units import Beats

_PLAYED: Mapping[int, float] = {1: 1, 2: 3, 4: 4, 3: 6, 8: 9, 6: 10, 12: 16}
"""Lines to a quarter note -> the ms by which a finer grid has to fit better than a coarse one."""

_PROGRAMMED = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 32, 48)
"""What a program may have written, coarsest first."""

Micro = Callable[[Beats], int]
"""Song time of a beat in microseconds."""


def on_line(beat: Beats, bar: Bar, lines: int) -> Beats:
    """The nearest line of a bar's grid, or the next bar line if that is nearer."""
    near = bar.beat + Beats(round((beat - bar.beat) * lines), lines)
    return min(near, bar.end_beat) if near < bar.end_beat else bar.end_beat


def grid_of(beats: Sequence[Beats], bar: Bar, tick_beats: Beats, at_us: Micro) -> int:
    """Lines to a quarter note: the coarsest grid on which a program has put all strokes of a bar.

    What people have played lies on none to the tick: then the grid with the smallest error, finer
    ones handicapped, since any stroke is near a line of a fine one. Never one that has more lines
    in this bar than a chart can write, unless even quarters are too many.
    """
    finest = max(1, MAX_SYMBOLS // bar.meter.length_beats)
    for lines in (each for each in _PROGRAMMED if each <= finest):
        if all(abs(on_line(beat, bar, lines) - beat) <= tick_beats for beat in beats):
            return lines
    played = [each for each in _PLAYED if each <= finest]
    return min(played, key=lambda lines: _PLAYED[lines] + _error_ms(beats, bar, lines, at_us))


def _error_ms(beats: Iterable[Beats], bar: Bar, lines: int, at_us: Micro) -> float:
    squares = [(at_us(beat) - at_us(on_line(beat, bar, lines))) ** 2 for beat in beats]
    return sqrt(sum(squares) / max(1, len(squares))) / 1_000
