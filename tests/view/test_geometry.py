"""Perspective and lanes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from view_scenes import canvas

from game.charts.layouts import LAYOUTS
from game.view.highway.geometry import (
    BOTTOM,
    FAR,
    HALF_WIDTH,
    HIT,
    NEAR,
    TOP,
    Highway,
    Lanes,
    ahead_of,
    nearness_at,
    nearness_of,
    y_of,
)

WINDOWS = [(960, 540), (1280, 720), (1366, 768), (1920, 1080), (2560, 1080), (1000, 1200)]


def test_a_note_at_its_moment_lies_on_the_hit_line() -> None:
    assert nearness_of(0) == 1
    assert y_of(nearness_of(0)) == pytest.approx(HIT)


def test_a_note_appears_at_the_far_end() -> None:
    assert nearness_of(1) == pytest.approx(FAR)
    assert y_of(nearness_of(1)) == pytest.approx(TOP)


def test_the_lower_end_is_where_the_highway_ends() -> None:
    assert y_of(NEAR) == pytest.approx(BOTTOM)


@given(st.floats(-0.4, 1.0))
def test_ahead_and_nearness_are_each_others_reverse(ahead: float) -> None:
    assert ahead_of(nearness_of(ahead)) == pytest.approx(ahead, abs=1e-9)
    assert nearness_at(y_of(nearness_of(ahead))) == pytest.approx(nearness_of(ahead))


@given(st.floats(-0.4, 0.99), st.floats(0.001, 0.01))
def test_what_comes_later_lies_higher_and_moves_slower(ahead: float, step: float) -> None:
    here, next_, after = (y_of(nearness_of(ahead + step * i)) for i in range(3))
    assert here > next_ > after
    assert here - next_ > next_ - after


def test_a_moment_long_past_does_not_break_the_perspective() -> None:
    assert nearness_of(-1_000) == nearness_of(-0.5)


@pytest.mark.parametrize("size", WINDOWS)
def test_the_second_highway_mirrors_the_first_to_the_pixel(size: tuple[int, int]) -> None:
    target = canvas(size)
    first, second = (Highway.on(target, is_mirrored) for is_mirrored in (False, True))
    for offset in range(-360, 361, 45):
        for nearness in (FAR, 0.8, 1.0, NEAR):
            assert first.x_px(offset, nearness) == size[0] - second.x_px(offset, nearness)
            assert first.y_px(nearness) == second.y_px(nearness)


@pytest.mark.parametrize("size", WINDOWS)
def test_the_highways_stay_in_the_window_and_apart(size: tuple[int, int]) -> None:
    target = canvas(size)
    first = Highway.on(target, is_mirrored=False)
    assert first.x_px(-HALF_WIDTH, NEAR) > 0
    assert first.x_px(HALF_WIDTH, NEAR) < size[0] / 2
    assert 0 < first.y_px(FAR) < first.y_px(NEAR) < size[1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_lanes_divide_the_highway_evenly(layout: str) -> None:
    lanes = Lanes.of(tuple(LAYOUTS[layout].lanes), layout)
    edges = lanes.edges()
    assert (edges[0], edges[-1]) == (-HALF_WIDTH, HALF_WIDTH)
    for left, right, name in zip(edges, edges[1:], lanes.columns, strict=False):
        assert lanes.offset(name) == pytest.approx((left + right) / 2)


def test_in_the_kit_layout_the_kick_lies_across_all_lanes() -> None:
    lanes = Lanes.of(tuple(LAYOUTS["kit"].lanes), "kit")
    assert "kick" not in lanes.columns
    assert lanes.offset("kick") == 0
    assert lanes.half_width("kick") == HALF_WIDTH


def test_in_the_four_layout_the_kick_has_its_own_lane() -> None:
    lanes = Lanes.of(tuple(LAYOUTS["four"].lanes), "four")
    assert lanes.columns == ("tom", "snare", "cymbal", "kick")
