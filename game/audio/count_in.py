"""Where the sticks of a count-in fall: one bar before the song, less its pick-up."""

from __future__ import annotations

from collections.abc import Sequence

from game.timing.tempo_map import Bar, TempoMap
from game.timing.units import Micros


def count_in_us(bars: Sequence[Bar], tempo_map: TempoMap) -> tuple[Micros, ...]:
    """Song times of the pulses to count before song time 0, all negative.

    A song that starts with a bar shorter than its second has a pick-up: the count starts one full
    bar before the second bar, and the pick-up takes its place in it.
    """
    if not bars:
        return ()
    full = bars[1] if len(bars) > 1 and _is_pick_up(bars[0], bars[1]) else bars[0]
    shift_beats = full.meter.length_beats
    before = (beat - shift_beats for beat in full.pulse_beats())
    return tuple(tempo_map.us(beat) for beat in before if beat < 0)


def _is_pick_up(first: Bar, second: Bar) -> bool:
    return first.meter.length_beats < second.meter.length_beats
