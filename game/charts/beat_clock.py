"""Beats to whole microseconds in integers alone: as exact as the tempo map, and fast in bulk."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from game.timing.tempo_map import TempoMap
from game.timing.units import US_PER_S, Beats, Micros


class _Stretch(NamedTuple):
    """A stretch of one tempo, from beat `start_n / start_d` until before `end_n / end_d`.

    Beat n/d lies at `(slope * n + base * d) / (scale * d)` microseconds. A zero below the line is
    an infinity: the first stretch has no start, the last one no end.
    """

    start_n: int
    start_d: int
    end_n: int
    end_d: int
    slope: int
    base: int
    scale: int


class BeatClock:
    """Converts beats by one tempo map; quickest where they come in order."""

    def __init__(self, tempo_map: TempoMap) -> None:
        steps = {step.beat for step in tempo_map.steps}
        self._changes = sorted(steps.union(pin.beat for pin in tempo_map.pins))[1:]
        starts = [(-1, 0), *(beat.as_integer_ratio() for beat in self._changes)]
        ends = [*starts[1:], (1, 0)]
        lines = [_line(tempo_map, beat) for beat in [Fraction(0), *self._changes]]
        self._stretches = [
            _Stretch(*start, *end, *line)
            for start, end, line in zip(starts, ends, lines, strict=True)
        ]
        self._current = self._stretches[0]

    def us(self, beat: Beats) -> Micros:
        """Song time of a beat, rounded once; the same number as `TempoMap.us`."""
        n, d = beat.as_integer_ratio()
        start_n, start_d, end_n, end_d, slope, base, scale = self._current
        if n * start_d < start_n * d or n * end_d >= end_n * d:
            self._current = self._stretches[bisect_right(self._changes, beat)]
            *_, slope, base, scale = self._current
        divisor = scale * d
        whole, rest = divmod(slope * n + base * d, divisor)
        rest += rest
        if rest > divisor or (rest == divisor and whole & 1):
            whole += 1
        return Micros(whole)


def _line(tempo_map: TempoMap, beat: Beats) -> tuple[int, int, int]:
    """Slope, base and scale of the tempo that starts at a beat."""
    us_per_beat = Fraction(60 * US_PER_S) / tempo_map.bpm(beat)
    at_beat_0_us = tempo_map.exact_us(beat) - beat * us_per_beat
    scale = lcm(us_per_beat.denominator, at_beat_0_us.denominator)
    return int(us_per_beat * scale), int(at_beat_0_us * scale), scale
