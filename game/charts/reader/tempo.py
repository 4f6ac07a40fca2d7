"""The tempi, from the header's bpm and the `bpm` lane."""

from __future__ import annotations

from fractions import Fraction

from game.charts.reader.faults import Faults
from game.charts.reader.header import Header, parse_bpm
from game.charts.reader.sheet import Sheet
from game.charts.reader.values import PlacedValue, read_values
from game.timing.meter import Meter
from game.timing.tempo_map import Bar, TempoStep
from game.timing.units import Beats


def read_tempi(
    sheet: Sheet, header: Header, bars: tuple[Bar, ...], faults: Faults
) -> tuple[TempoStep, ...]:
    """Every change of the tempo in quarters a minute; the first one at beat 0.

    Where the bpm counts dotted quarters, a change of the meter is a change of the tempo, too.
    """
    values = _values_by_bar(sheet, bars, faults)
    steps: list[TempoStep] = []
    written = header.bpm
    for index, bar in enumerate(bars):
        here = values.get(index, [])
        if not here or here[0][0] > bar.beat:
            here = [(bar.beat, written), *here]
        for beat, bpm in here:
            quarters_bpm = bpm * quarters_per_count(bar.meter, header.is_dotted)
            if not steps or steps[-1].bpm != quarters_bpm:
                steps.append(TempoStep(beat, quarters_bpm))
        written = here[-1][1]
    return tuple(steps) or (TempoStep(Fraction(0), header.bpm),)


def quarters_per_count(meter: Meter, is_dotted: bool) -> Fraction:
    """How many quarters the note lasts that a written bpm counts."""
    return Fraction(3, 2) if is_dotted and meter.is_dotted else Fraction(1)


def _values_by_bar(
    sheet: Sheet, bars: tuple[Bar, ...], faults: Faults
) -> dict[int, list[tuple[Beats, Fraction]]]:
    values: dict[int, list[tuple[Beats, Fraction]]] = {}
    for value in read_values(sheet, "bpm", bars, faults):
        bpm = _bpm(value, faults)
        if bpm is not None:
            values.setdefault(value.bar, []).append((value.beat, bpm))
    return values


def _bpm(value: PlacedValue, faults: Faults) -> Fraction | None:
    if value.text == "dotted":
        message = 'found "dotted" in a bpm lane, expected it in the header'
        faults.add(value.line, value.column, message, "there it holds for every bpm")
        return None
    return parse_bpm(value.text, value.line, value.column, faults.add)
