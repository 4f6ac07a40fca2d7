"""Sections in which somebody has nothing to do."""

from __future__ import annotations

from collections.abc import Iterator

from game.charts.issues import Issue
from game.charts.lint.moments import full_bars, warning
from game.charts.model import PLAYERS
from game.charts.reader.faults import quoted
from game.charts.reader.reading import Score


def empty_sections(score: Score) -> Iterator[Issue]:
    """Sections without bars, and in a duet those in which one player has nothing to play."""
    headings, bar_count = score.sheet.headings, score.sheet.bar_count
    for index, heading in enumerate(headings):
        end = headings[index + 1].bar if index + 1 < len(headings) else bar_count
        place = heading.line, heading.column
        if heading.bar < end:
            where = f" in the section {quoted(heading.name)}"
            yield from _idle_players(score, range(heading.bar, end), place, where)
        elif heading.pin_s is None:
            yield warning(place, f"the section {quoted(heading.name)} has no bars")
    if not headings:
        yield from _idle_players(score, range(bar_count), (0, 0), "")


def _idle_players(score: Score, bars: range, place: tuple[int, int], where: str) -> Iterator[Issue]:
    if score.chart.is_solo:
        return
    for player in PLAYERS:
        played = full_bars(score, player)
        if not any(played.get(bar) for bar in bars):
            yield warning(place, f"P{player} has nothing to play{where}")
