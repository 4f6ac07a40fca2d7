"""Notes by the moment, for the checks that look at what falls together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from game.charts.issues import Issue
from game.charts.model import FULL_LEVEL, PLAYERS
from game.charts.reader.faults import printable
from game.charts.reader.placed import PlacedNote
from game.charts.reader.reading import Score

Origins = tuple[tuple[int, int], ...]


def moments(notes: list[PlacedNote]) -> Iterator[list[PlacedNote]]:
    """The notes of one bar in groups that fall on the same beat."""
    for _, group in groupby(notes, key=lambda placed: placed.order):
        yield list(group)


def origins(notes: list[PlacedNote]) -> Origins:
    """Where notes are written out: the same for a bar and for each `%` that repeats it."""
    return tuple(placed.origin for placed in notes)


def full_bars(score: Score, player: int) -> dict[int, list[PlacedNote]]:
    """What a player has in the full part, by bar; in a solo chart both have player 1's."""
    source = PLAYERS[0] if score.chart.is_solo else player
    return score.parts[source, FULL_LEVEL]


def part_name(player: int, level: int) -> str:
    """`P1`, or `P1/2` for an easier level."""
    return f"P{player}" if level == FULL_LEVEL else f"P{player}/{level}"


def and_more(count: int) -> str:
    """What a warning adds that stands for several of the same bar."""
    return f" (and {count - 1} more in this bar)" if count > 1 else ""


def warning(place: tuple[int, int], message: str, hint: str = "") -> Issue:
    """A warning at (line, column)."""
    return Issue(*place, "warning", printable(message), printable(hint))
