"""The lanes of both players: meter, tempo, lead and words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import TypeVar

from game.charts.model import PLAYERS, Chart, Cue
from game.charts.reader.header import DOTTED
from game.charts.reader.numbers import decimal
from game.charts.reader.pattern import MAX_SYMBOLS
from game.charts.reader.tempo import quarters_per_count
from game.charts.writing.header import header_bpm_text, header_meter
from game.charts.writing.numbers import decimal_text
from game.charts.writing.refusal import refusal
from game.charts.writing.words import cue_text
from game.timing.tempo_map import Bar
from game.timing.units import Beats

BarTexts = dict[int, str]
"""Bar index -> what stands in a lane's bar. A bar that says nothing has no entry."""

Value = TypeVar("Value")

_LEADS = {(1,): "P1", (2,): "P2", PLAYERS: "both"}


def hold_rows(chart: Chart) -> dict[str, BarTexts]:
    """Label -> its bars, in the order in which they are written."""
    rows = {"meter": _meters(chart), "bpm": _tempi(chart), "lead": _leads(chart)}
    starts = [bar.beat for bar in chart.bars]
    for cue in chart.cues:
        bar = bisect_right(starts, cue.beat) - 1
        rows.setdefault(_cue_label(cue), {})[bar] = cue_text(cue.text)
    return rows


def _meters(chart: Chart) -> BarTexts:
    texts: BarTexts = {}
    meter = header_meter(chart)
    for index, bar in enumerate(chart.bars):
        if bar.meter != meter:
            meter = bar.meter
            texts[index] = str(meter)
    return texts


def _tempi(chart: Chart) -> BarTexts:
    """Tempi in the header's unit, wherever they are not the ones that hold anyway."""
    number, *rest = header_bpm_text(chart).split()
    steps = [(step.beat, step.bpm) for step in chart.tempo_map.steps]
    texts: BarTexts = {}
    written = [decimal_text(decimal(number) or Fraction(0))]
    for index, bar in enumerate(chart.bars):
        quarters = quarters_per_count(bar.meter, is_dotted=rest == [DOTTED])
        values = [decimal_text(bpm / quarters) for bpm in _spread(index, bar, steps)]
        if values != written:
            texts[index] = " ".join(values)
            written = values[-1:]
    return texts


def _leads(chart: Chart) -> BarTexts:
    leads = [(lead.beat, _LEADS[lead.players]) for lead in chart.leads]
    texts: BarTexts = {}
    written = [_LEADS[PLAYERS]]
    for index, bar in enumerate(chart.bars if leads else ()):
        values = _spread(index, bar, leads)
        if values != written:
            texts[index] = " ".join(values)
            written = values[-1:]
    return texts


def _spread(index: int, bar: Bar, changes: Sequence[tuple[Beats, Value]]) -> list[Value]:
    """A bar's values, evenly spread, as many as it takes for each change to fall on one."""
    beats = [beat for beat, _ in changes]
    inside = beats[bisect_right(beats, bar.beat) : bisect_left(beats, bar.end_beat)]
    length = bar.meter.length_beats
    count = lcm(*(((beat - bar.beat) / length).denominator for beat in inside))
    if count > MAX_SYMBOLS:
        raise refusal(index, f"its tempo or lead changes at a place that needs {count:,} values")
    positions = (bar.beat + Fraction(place, count) * length for place in range(count))
    return [changes[bisect_right(beats, position) - 1][1] for position in positions]


def _cue_label(cue: Cue) -> str:
    lane = f"text.{cue.language}" if cue.language else "text"
    return lane if cue.players == PLAYERS else f"P{cue.players[0]} {lane}"
