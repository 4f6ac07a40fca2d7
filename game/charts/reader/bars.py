"""The bars of the song, from the header's meter and the `meter` lane."""

from __future__ import annotations

from fractions import Fraction

from game.charts.reader.faults import Faults, quoted
from game.charts.reader.meters import EXPECTED, parse_meter
from game.charts.reader.repeats import resolve
from game.charts.reader.sheet import PlacedCell, Sheet
from game.timing.meter import Meter
from game.timing.tempo_map import Bar


def read_bars(sheet: Sheet, first_meter: Meter, faults: Faults) -> tuple[Bar, ...]:
    """Every bar with its start and its meter; a meter holds until the next one."""
    written = resolve(sheet.holds.get("meter", {}), sheet, None, faults)
    bars: list[Bar] = []
    meter, beat = first_meter, Fraction(0)
    for index in range(sheet.bar_count):
        here = written.get(index)
        if here and here.source:
            meter = _meter(here.source, faults) or meter
        bars.append(Bar(beat, meter))
        beat += meter.length_beats
    return tuple(bars)


def _meter(cell: PlacedCell, faults: Faults) -> Meter | None:
    text = cell.text.strip()
    meter = parse_meter(text)
    if meter is None:
        faults.add(cell.line, cell.column, f"found the meter {quoted(text)}, {EXPECTED}")
    return meter
