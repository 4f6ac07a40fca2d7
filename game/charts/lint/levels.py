"""What authors write for easier levels, held against the harder ones."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from game.charts.issues import Issue
from game.charts.lint.moments import part_name, warning
from game.charts.model import FULL_LEVEL, LEVELS, PLAYERS
from game.charts.pieces import Stroke
from game.charts.reader.placed import PlacedNote
from game.charts.reader.reading import Score
from game.charts.reader.sharing import partner_of

_ROLL_STROKE_BEATS = Fraction(1, 4)
"""A roll weighs as much as strokes of this length."""


def dropped_shares(score: Score) -> Iterator[Issue]:
    """Overrides without a note where the full part has a shared one."""
    for player, level, bar, notes in _overrides(score):
        full = score.parts[player, FULL_LEVEL].get(bar, [])
        kept = {placed.note.beat for placed in notes}
        if any(placed.note.shared and placed.note.beat not in kept for placed in full):
            name = part_name(player, level)
            hint = "every level keeps the moments that both strike together"
            yield warning(_place(score, player, level, bar), f'{name} drops an "&"', hint)


def lone_shares(score: Score) -> Iterator[Issue]:
    """`&` of an override that the partner's part need not keep, as it is not in the full part."""
    if score.chart.is_solo:
        return
    for player, level, bar, notes in _overrides(score):
        partner = partner_of(player)
        if bar in score.parts[partner, level]:
            continue
        full = score.parts[partner, FULL_LEVEL].get(bar, [])
        kept = {placed.note.beat for placed in full if placed.note.shared}
        for placed in notes:
            if placed.note.shared and placed.note.beat not in kept:
                message = f'"&" at level {level} alone: P{partner} may not keep this hit there'
                hint = "write & in the full part, too"
                yield warning((placed.line, placed.column), message, hint)


def harder_levels(score: Score) -> Iterator[Issue]:
    """Overrides with more to strike than the next harder level that is written in that bar."""
    for player, level, bar, notes in _overrides(score):
        above = next(
            harder
            for harder in LEVELS
            if harder > level and (bar in score.parts[player, harder] or harder == FULL_LEVEL)
        )
        here, there = _weight(notes), _weight(score.parts[player, above].get(bar, []))
        if here > there:
            name = part_name(player, level)
            message = f"{name} has {here} strokes in this bar, {part_name(player, above)} {there}"
            place = _place(score, player, level, bar)
            yield warning(place, f"a level harder than the one above it: {message}")


def _overrides(score: Score) -> Iterator[tuple[int, int, int, list[PlacedNote]]]:
    """(player, level, bar, notes) of everything that is written for an easier level."""
    for player in PLAYERS:
        for level in LEVELS[:-1]:
            for bar, notes in sorted(score.parts[player, level].items()):
                yield player, level, bar, notes


def _place(score: Score, player: int, level: int, bar: int) -> tuple[int, int]:
    """Where the first cell stands that overrides the bar."""
    return min(
        (cells[bar].line, cells[bar].column)
        for key, cells in score.sheet.notes.items()
        if (key.player, key.level) == (player, level) and bar in cells
    )


def _weight(notes: list[PlacedNote]) -> int:
    """How much there is to strike: one for a note, the strokes of its length for a roll."""
    return sum(
        max(1, round(placed.note.length / _ROLL_STROKE_BEATS))
        if placed.note.stroke is Stroke.ROLL
        else 1
        for placed in notes
    )
