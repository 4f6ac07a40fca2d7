"""The Together meter."""

import numpy as np
import pytest
from view_scenes import canvas, pixels

from game.view.canvas import Canvas
from game.view.meter import TogetherView, draw_meter

BOX = (900, 300, 60, 500)


def mint(target: Canvas) -> np.ndarray:
    """Which rows hold the colour of together."""
    picture = pixels(target.surface)
    rows: np.ndarray = (picture[..., 1] - picture[..., 0] > 60).any(axis=0)
    return rows


@pytest.mark.parametrize("segments", [0.0, 1.0, 2.5, 5.0])
def test_as_much_is_lit_as_is_known(segments: float) -> None:
    target = canvas()
    draw_meter(target, *BOX, TogetherView(segments, "14 ms"))
    lit = mint(target)
    assert lit.sum() == pytest.approx(segments * (500 - 4 * 14) / 5 * target.scale, abs=8)


def test_it_is_lit_from_below() -> None:
    target = canvas()
    draw_meter(target, *BOX, TogetherView(1.0, ""))
    rows = np.flatnonzero(mint(target))
    assert rows.min() > target.y_px(300 + 400)


def test_without_a_value_five_empty_segments_are_drawn() -> None:
    target = canvas()
    draw_meter(target, *BOX, None)
    assert not mint(target).any()
    column = pixels(target.surface)[target.x_px(930), :, 2] > 20
    assert np.count_nonzero(np.diff(column.astype(int)) == 1) == 5


def test_level_it_fills_from_the_left() -> None:
    target = canvas()
    draw_meter(target, 400, 400, 800, 40, TogetherView(2.0, ""), is_level=True)
    picture = pixels(target.surface)
    columns = np.flatnonzero((picture[..., 1] - picture[..., 0] > 60).any(axis=1))
    assert columns.min() == pytest.approx(target.x_px(400), abs=2)
    assert columns.max() < target.x_px(800)


def test_the_light_fades_to_nothing() -> None:
    levels = []
    for fade in (0.0, 0.5, 0.9, 1.0):
        target = canvas()
        draw_meter(target, *BOX, TogetherView(5.0, "", fade))
        levels.append(int(pixels(target.surface)[target.x_px(930), target.y_px(350), 1]))
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > 200
    assert levels[1] > levels[2]
    assert levels[3] < 60
