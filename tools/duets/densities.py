"""How dense a level is: the limits for each level, and where a part goes beyond them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from duets.measures import FOUR, Bars, all_notes, is_lesson, moments, part_in_bars, presses
from game.charts.model import FULL_LEVEL, LEVELS, PLAYERS, Chart, Note
from game.charts.pieces import Piece


@dataclass(frozen=True, slots=True)
class Density:
    """What one player may have to do at a level."""

    onsets_a_pulse: int
    presses_a_second: float | None
    keys_at_once: int
    lanes_in_a_bar: int
    grid: tuple[int, ...]
    """Every onset lies on a pulse cut into one of these numbers of equal cells."""


LANES = len(FOUR.lanes)
COARSE, FINE = (2, 3), (4, 6)
DENSITIES = {
    1: Density(1, 2.0, 1, 2, COARSE),
    2: Density(1, 2.5, 1, 2, COARSE),
    3: Density(2, 5.0, 2, LANES, COARSE),
    4: Density(4, 7.0, 3, LANES, FINE),
    5: Density(4, None, 3, LANES, FINE),
}
FILL_PULSES_AT_LEVEL_4 = Fraction(1, 4)
"""At level 4 this share of the pulses may hold more than two onsets."""


def broken_densities(chart: Chart) -> Iterator[str]:
    """Everything at which a level is too dense, too empty, or no part of the next level."""
    for player in PLAYERS:
        parts = {level: part_in_bars(chart, player, level) for level in LEVELS}
        for level, bars in parts.items():
            full = parts[FULL_LEVEL]
            for message in (*_in_bars(chart, level, bars), *_in_all(chart, level, bars, full)):
                yield f"P{player}/{level} {message}"
            if level + 1 in parts:
                yield from _beyond(player, level, bars, parts[level + 1])
        yield from _section_starts(chart, player, parts)


def onsets_a_pulse(chart: Chart, index: int, bar: list[Note]) -> list[int]:
    """How many moments each pulse of a bar holds."""
    starts = (*chart.bars[index].pulse_beats(), chart.bars[index].end_beat)
    beats = list(moments(bar))
    return [sum(start <= beat < end for beat in beats) for start, end in pairwise(starts)]


def presses_a_second(chart: Chart, bars: Bars) -> float:
    """Over the bars in which there is something to play."""
    played = [index for index, bar in enumerate(bars) if bar]
    seconds = sum(bar_length_s(chart, index) for index in played)
    return presses(bars) / seconds if seconds else 0.0


def _in_bars(chart: Chart, level: int, bars: Bars) -> Iterator[str]:
    limit = DENSITIES[level]
    for index, bar in enumerate(bars):
        pulses = onsets_a_pulse(chart, index, bar)
        lanes = {FOUR.lane_of(note.piece) for note in bar}
        found = {
            f"{max(pulses)} onsets in a pulse": max(pulses) > limit.onsets_a_pulse,
            f"{sum(pulses)} onsets on two lanes": (
                level == 1 and len(lanes) > 1 and sum(pulses) > (len(pulses) + 1) // 2
            ),
            f"{len(lanes)} lanes in a bar": len(lanes) > limit.lanes_in_a_bar,
            "too many keys at once": any(
                presses([notes]) > limit.keys_at_once for notes in moments(bar).values()
            ),
            "a note off the grid": not all(
                _is_on_grid(chart, index, note, limit.grid) for note in bar
            ),
            "a kick under a hand fill": level == 4 and _has_kick_under_fill(chart, index, bar),
        }
        if limit.presses_a_second:
            speed = presses([bar]) / bar_length_s(chart, index)
            found[f"{speed:.1f} presses a second"] = speed > limit.presses_a_second
        yield from (f"bar {index + 1}: {text}" for text, is_broken in found.items() if is_broken)


def bar_length_s(chart: Chart, index: int) -> float:
    """How long a bar lasts, in seconds."""
    bar = chart.bars[index]
    length_us = chart.tempo_map.exact_us(bar.end_beat) - chart.tempo_map.exact_us(bar.beat)
    return float(length_us) / 1e6


def _has_kick_under_fill(chart: Chart, index: int, bar: list[Note]) -> bool:
    """Whether a pulse of more than two onsets has a kick at the same moment as a hand."""
    starts = (*chart.bars[index].pulse_beats(), chart.bars[index].end_beat)
    counts = onsets_a_pulse(chart, index, bar)
    for (start, end), count in zip(pairwise(starts), counts, strict=True):
        inside = [note for note in bar if start <= note.beat < end]
        kicks = {note.beat for note in inside if note.piece is Piece.KICK}
        if count > 2 and kicks & {n.beat for n in inside if n.piece is not Piece.KICK}:
            return True
    return False


def _is_on_grid(chart: Chart, index: int, note: Note, grid: tuple[int, ...]) -> bool:
    bar = chart.bars[index]
    starts = zip(bar.pulse_beats(), bar.meter.pulse_lengths_beats, strict=True)
    start, length = max(each for each in starts if each[0] <= note.beat)
    return any((note.beat - start) * cells % length == 0 for cells in grid)


def _in_all(chart: Chart, level: int, bars: Bars, full: Bars) -> Iterator[str]:
    """No level has less than half of what it may have, unless the full part has not."""
    limit = DENSITIES[level]
    speed, full_speed = (presses_a_second(chart, each) for each in (bars, full))
    least = (limit.presses_a_second or 0) / 2
    if speed < least <= full_speed:
        yield f"has {speed:.2f} presses a second: too few"
    pulses = [n for index, bar in enumerate(bars) for n in onsets_a_pulse(chart, index, bar)]
    cells = 3 if chart.bars[0].meter.is_dotted else limit.onsets_a_pulse
    if level == FULL_LEVEL and not is_lesson(chart) and sum(pulses) < cells / 2 * len(pulses):
        yield f"has {sum(pulses) / len(pulses):.2f} onsets a pulse: too few"
    fills = sum(count > 2 for count in pulses)
    if level == 4 and fills > FILL_PULSES_AT_LEVEL_4 * len(pulses):
        yield f"has fills in {fills} of {len(pulses)} pulses"


def _beyond(player: int, level: int, bars: Bars, harder: Bars) -> Iterator[str]:
    for index, (bar, above) in enumerate(zip(bars, harder, strict=True)):
        known = {(note.beat, note.piece) for note in above}
        if any((note.beat, note.piece) not in known for note in bar):
            yield f"P{player}/{level} bar {index + 1}: a note that level {level + 1} has not"


def _section_starts(chart: Chart, player: int, parts: dict[int, Bars]) -> Iterator[str]:
    full = {note.beat for note in all_notes(parts[5])}
    for level, bars in parts.items():
        kept = {note.beat for note in all_notes(bars)}
        for section in chart.sections:
            if section.beat in full and section.beat not in kept:
                yield f"P{player}/{level} drops the start of {section.name}"
        dropped = {n.beat for n in all_notes(parts[5]) if n.shared} - kept
        if dropped:
            yield f"P{player}/{level} drops {len(dropped)} &"
