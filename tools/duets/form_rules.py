"""The rules about form: fills where sections end, sections that differ, colours that swap."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from duets.measures import (
    Bars,
    bar_pattern,
    moments,
    part_in_bars,
    presses,
    section_bars,
    shared_beats,
)
from game.charts.model import PLAYERS, Chart, Note, Section
from game.charts.pieces import Piece

FILL_DRUMS = frozenset({Piece.SNARE, Piece.RIM, Piece.TOM1, Piece.TOM2, Piece.TOM3})
FILL_MOMENTS = 4
"""A bar with a fill has at least so many strokes on snare and toms by one player."""

SHORTEST_WITH_FILL_BARS = 8
MOST_ALIKE = Fraction(1, 2)
"""No more of a section's bars may stand in another section too, for both players."""

DARK = frozenset({Piece.KICK, Piece.TOM1, Piece.TOM2, Piece.TOM3})
FAIR_DARK = (Fraction(1, 3), Fraction(2, 3))
MOST_TWOS_BARS = 4
TWOS = 6
"""Even strokes in a bar of 12/8 that stand against its four threes."""


def broken_forms(chart: Chart) -> Iterator[str]:
    """Everything that breaks a rule of how the sections of our duets are made."""
    parts = {player: part_in_bars(chart, player) for player in PLAYERS}
    yield from _fills(chart, parts)
    yield from _alike(chart, parts)
    yield from _colours(parts)
    yield from _twos(chart, parts)


def fill_moments(bar: Bars) -> int:
    """The most strokes on snare and toms that a player has in one bar; one list a player."""
    return max(len(moments(n for n in notes if n.piece in FILL_DRUMS)) for notes in bar)


def _fills(chart: Chart, parts: dict[int, Bars]) -> Iterator[str]:
    """A section ends in a fill, or in a bar in which both strike together and let it ring."""
    together = shared_beats(chart)
    for section in chart.sections[:-1]:
        bars = section_bars(chart, section)
        last = bars.stop - 1
        start, end = chart.bars[last].beat, chart.bars[last].end_beat
        is_together = any(start <= beat < end for beat in together)
        if len(bars) < SHORTEST_WITH_FILL_BARS or is_together:
            continue
        if fill_moments([part[last] for part in parts.values()]) < FILL_MOMENTS:
            yield f"bar {last + 1}: no fill at the end of {section.name}"


def _alike(chart: Chart, parts: dict[int, Bars]) -> Iterator[str]:
    for first, second in combinations(chart.sections, 2):
        share = _shared_bars(chart, parts, first, second)
        if share > MOST_ALIKE:
            yield f"{float(share):.0%} of {second.name} is in {first.name} already"


def _shared_bars(chart: Chart, parts: dict[int, Bars], first: Section, second: Section) -> Fraction:
    def bars_of(section: Section) -> list[tuple[object, ...]]:
        return [
            tuple(bar_pattern(chart, index, parts[player][index]) for player in PLAYERS)
            for index in section_bars(chart, section)
        ]

    known, asked = set(bars_of(first)), bars_of(second)
    return Fraction(sum(bar in known for bar in asked), len(asked))


def _colours(parts: dict[int, Bars]) -> Iterator[str]:
    for player, bars in parts.items():
        dark = presses([[n for n in bar if n.piece in DARK] for bar in bars])
        share = Fraction(dark, max(1, presses(bars)))
        if not FAIR_DARK[0] <= share <= FAIR_DARK[1]:
            yield f"P{player} has {float(share):.0%} of dark drums: colours do not swap"


def _twos(chart: Chart, parts: dict[int, Bars]) -> Iterator[str]:
    for player, bars in parts.items():
        run = 0
        for index, bar in enumerate(bars):
            run = run + 1 if _is_in_twos(chart, index, bar) else 0
            if run > MOST_TWOS_BARS:
                yield f"bar {index + 1}: P{player} has twos for more than {MOST_TWOS_BARS} bars"


def _is_in_twos(chart: Chart, index: int, notes: list[Note]) -> bool:
    """Whether one drum strikes six times, evenly, where the bar has four pulses of three."""
    start, meter = chart.bars[index].beat, chart.bars[index].meter
    if not meter.is_dotted:
        return False
    wanted = {start + meter.length_beats * cell / TWOS for cell in range(1, TWOS)}
    drums = {note.piece for note in notes}
    return any(
        {n.beat for n in notes if n.piece is drum and n.beat != start} == wanted for drum in drums
    )
