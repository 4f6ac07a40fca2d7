"""The labels of a duet's results: they say what the same two have reached with this song before."""

from __future__ import annotations

from game.app.history.recording import Standing
from game.duet.result import DuetResult
from game.view.strings import Strings


def duet_label(strings: Strings, result: DuetResult, standing: Standing | None) -> str:
    """Over the duet's score."""
    if standing is None or standing.before is None:
        return strings("results.duet")
    if standing.is_best(result.duet_score):
        return strings("results.duet_best_yet")
    return strings("results.duet_best", score=standing.before.duet_score)


def together_label(strings: Strings, result: DuetResult, standing: Standing | None) -> str:
    """Over Together. A higher one is not called better: two plays may differ by chance."""
    best = standing.before.together if standing and standing.before else None
    if best is None or best <= (result.together.score or 0):
        return strings("results.together")
    return strings("results.together_best", score=best)
