"""The count-in: one bar before the song, of which a pick-up takes its share."""

from __future__ import annotations

from bisect import bisect_right

from game.charts.model import Chart
from game.charts.timeline import Timeline
from game.timing.units import Micros


def count_in_us(chart: Chart) -> tuple[Micros, ...]:
    """Song times of the count-in's pulses, all before song time 0; empty for a chart without bars.

    A first bar shorter than the second is a pick-up: the count is a bar of the second one's meter
    that ends where the second bar starts.
    """
    if not chart.bars:
        return ()
    counted = chart.bars[0]
    if len(chart.bars) > 1 and counted.meter.length_beats < chart.bars[1].meter.length_beats:
        counted = chart.bars[1]
    beat = counted.beat - counted.meter.length_beats
    pulses = []
    for length in counted.meter.pulse_lengths_beats:
        if beat < 0:
            pulses.append(chart.tempo_map.us(beat))
        beat += length
    return tuple(pulses)


def resume_from_us(timeline: Timeline, paused_us: int, at_least_us: int = 1_500_000) -> Micros:
    """Where to go on after a pause: the latest bar line that leaves `at_least_us` to get ready."""
    latest_us = paused_us - at_least_us
    index = bisect_right(timeline.bars, latest_us, key=lambda bar: bar.at_us)
    return timeline.bars[index - 1].at_us if index else Micros(latest_us)
