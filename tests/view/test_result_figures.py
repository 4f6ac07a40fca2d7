"""The figures of the results: what is drawn where."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from view_scenes import canvas, pixels

from game.view import theme
from game.view.canvas import Canvas
from game.view.screens.results.curves import CurvesFigure, draw_curves, draw_gaps
from game.view.screens.results.histogram import HistogramFigure, draw_histogram
from game.view.theme import Color, player_color
from game.view.widgets.area import Area

AREA = Area(160, 140, 1600, 800)
COUNTS = (0, 1, 2, 4, 9, 4, 0, 0, 0)
FLAT = CurvesFigure(((0.0,) * 5, (0.0,) * 5), ((), ()), 20.0, (None,) * 4, 50.0, 25.0, ())


def near(target: Canvas, color: Color, by: int = 24) -> np.ndarray:
    """Where the picture has that colour."""
    return (np.abs(pixels(target.surface) - np.array(color)) <= by).all(axis=2)


def rows(where: np.ndarray) -> tuple[float, float]:
    """The first and the last row of it, as shares of the area."""
    found = np.nonzero(where.any(axis=0))[0]
    top, height = AREA.y / 2, AREA.height / 2
    return (found[0] - top) / height, (found[-1] - top) / height


def histogram(counts: tuple[int, ...]) -> np.ndarray:
    target = canvas()
    target.surface.fill((0, 0, 0))
    draw_histogram(target, HistogramFigure(counts, 22.5, (10, 20), None), AREA, theme.P1_CORAL)
    return near(target, theme.P1_CORAL)


def curves(figure: CurvesFigure, side: int) -> np.ndarray:
    target = canvas()
    target.surface.fill((0, 0, 0))
    draw_curves(target, figure, AREA)
    return near(target, player_color(side + 1))


def test_early_hits_stand_on_the_left() -> None:
    columns = histogram(COUNTS).sum(axis=1)
    assert columns[: columns.size // 2 - 50].sum() > columns[columns.size // 2 + 50 :].sum() > 0


def test_mirrored_counts_are_the_mirrored_figure() -> None:
    there, back = histogram(COUNTS).sum(axis=1), histogram(COUNTS[::-1]).sum(axis=1)
    assert there.sum() == pytest.approx(back.sum(), rel=0.02)
    assert np.abs(np.cumsum(there) - np.cumsum(back[::-1])).max() < 0.02 * there.sum()


def test_no_hit_draws_no_bar() -> None:
    assert not histogram((0,) * 9).any()


def test_the_highest_bar_fills_the_figure() -> None:
    assert rows(histogram(COUNTS)) == (pytest.approx(0, abs=0.02), pytest.approx(1, abs=0.02))


@pytest.mark.parametrize(
    ("error_ms", "share"), [(-20, 0), (-10, 0.25), (10, 0.75), (20, 1), (999, 1), (-999, 0)]
)
def test_late_lies_below_early_and_what_is_beyond_on_the_edge(
    error_ms: float, share: float
) -> None:
    figure = replace(FLAT, curves_ms=((error_ms,) * 5, (None,) * 5))
    top, low = rows(curves(figure, 0))
    assert (top + low) / 2 == pytest.approx(share, abs=0.02)


def test_two_who_are_the_same_are_both_seen() -> None:
    drawn = [curves(replace(FLAT, curves_ms=((5.0,) * 60,) * 2), side) for side in (0, 1)]
    columns = [where.any(axis=1).sum() for where in drawn]
    assert min(columns) > 0.35 * max(columns) > 100


def test_a_curve_is_open_where_nothing_was_hit() -> None:
    figure = replace(FLAT, curves_ms=((0.0, 0.0, None, 0.0, 0.0), (None,) * 5))
    columns = curves(figure, 0).any(axis=1)
    middle = columns.size // 2
    assert not columns[middle - 100 : middle + 100].any()
    assert columns[middle - 350] and columns[middle + 350]


def test_gaps_that_can_hardly_be_heard_are_mint() -> None:
    target = canvas()
    target.surface.fill((0, 0, 0))
    draw_gaps(target, replace(FLAT, gaps_ms=(25.0, 25.1, None, 50.0)), AREA)
    mint = np.nonzero(near(target, theme.TOGETHER_MINT).any(axis=1))[0]
    assert AREA.x / 2 <= mint[0] < mint[-1] < (AREA.x + AREA.width / 4) / 2
