"""The meter of each bar of a document, as far as it can be told, for its layout."""

from __future__ import annotations

from collections.abc import Iterator

from game.charts.document import Document
from game.charts.syntax.systems import System
from game.timing.meter import COMMON_TIME, Meter


def system_meters(document: Document) -> Iterator[tuple[System, list[Meter]]]:
    """Each system with the meters of its bars, as many as its longest row has."""
    score = document.reading.score
    meters = [bar.meter for bar in score.chart.bars] if score else []
    first_bar = 0
    for system in document.systems:
        longest = max(len(row.cells) for row in system.rows)
        here = meters[first_bar : first_bar + system.bar_count]
        first_bar += system.bar_count
        last = here[-1] if here else COMMON_TIME
        yield system, (here + [last] * longest)[:longest]
