"""What the song list says about a chart, computed from it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction

from game.charts.compile import compile_timeline
from game.charts.model import PLAYERS, Chart
from game.charts.timeline import Timeline
from game.timing.units import US_PER_S
from game.view.butterfly import Butterfly

_BUSY_WINDOW_US = 4 * US_PER_S
_BUSY_LIMITS = (2, 4, Fraction(13, 2), 9)
"""Notes a second in the busiest seconds, from which on a part has one dot more."""

_PREVIEW_SECTION = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """One chart, in numbers."""

    lowest_bpm: int
    highest_bpm: int
    """Pulses a minute: dotted quarters where the meter is dotted."""

    length_us: int
    bars: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Who plays how much when."""

    butterfly: Butterfly
    busyness: tuple[int, ...]
    """For each player 0 (nothing to play) to 5, from the busiest seconds of the full part."""


def facts_of(chart: Chart) -> Facts:
    """Quick enough for every row of a list."""
    pulses = [_pulses_per_minute(chart, step.beat, step.bpm) for step in chart.tempo_map.steps]
    length_us = chart.tempo_map.us(chart.end_beat)
    return Facts(round(min(pulses)), round(max(pulses)), length_us, len(chart.bars))


def figure_of(chart: Chart) -> Figure:
    """The song's figure, from both full parts."""
    timelines = tuple(compile_timeline(chart, player) for player in PLAYERS)
    return Figure(Butterfly.of(timelines), tuple(_busyness(each) for each in timelines))


def preview_s(chart: Chart) -> float:
    """The second of the audio where the song list starts playing."""
    if chart.meta.preview_s is not None:
        return float(chart.meta.preview_s)
    at_us = 0
    if len(chart.sections) > _PREVIEW_SECTION:
        at_us = chart.tempo_map.us(chart.sections[_PREVIEW_SECTION].beat)
    return max(0.0, at_us / US_PER_S + float(chart.meta.offset_s))


def _pulses_per_minute(chart: Chart, beat: Fraction, bpm: Fraction) -> Fraction:
    index = max(0, bisect_right(chart.bars, beat, key=lambda bar: bar.beat) - 1)
    is_dotted = bool(chart.bars) and chart.bars[index].meter.is_dotted
    return bpm * Fraction(2, 3) if is_dotted else bpm


def _busyness(timeline: Timeline) -> int:
    """From how many notes fall into the busiest stretch of four seconds."""
    times_us = [note.at_us for note in timeline.notes]
    if not times_us:
        return 0
    most = start = 0
    for end, at_us in enumerate(times_us):
        while times_us[start] <= at_us - _BUSY_WINDOW_US:
            start += 1
        most = max(most, end - start + 1)
    per_s = Fraction(most * US_PER_S, _BUSY_WINDOW_US)
    return 1 + sum(per_s >= limit for limit in _BUSY_LIMITS)
