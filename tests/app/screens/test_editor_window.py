"""What part of the song the editor shows."""

from __future__ import annotations

import pytest

from game.app.screens.editor.window import Window
from game.view.screens.editor import geometry


@pytest.mark.parametrize("steps", [3, -3])
def test_zooming_leaves_the_time_under_the_mouse_where_it_is(steps: int) -> None:
    window = Window()
    window.scroll(9)
    x = window.x(9_000_000)
    window.zoom(steps, 9_000_000)
    assert window.x(9_000_000) == pytest.approx(x, abs=1)


def test_there_is_a_nearest_and_a_farthest_and_nothing_before_the_song() -> None:
    window = Window()
    window.zoom(200, 0)
    nearest = window.us_per_unit
    window.zoom(-400, 0)
    assert 0 < nearest < 1_000 < window.us_per_unit
    window.scroll(-100)
    assert window.left_us == -400_000


def test_what_is_out_of_sight_is_brought_into_it() -> None:
    window = Window()
    window.show(60_000_000)
    assert geometry.LEFT < window.x(60_000_000) < geometry.RIGHT
    left_us = window.left_us
    window.show(61_000_000)
    assert window.left_us == left_us


def test_the_page_is_turned_when_the_song_comes_to_its_end() -> None:
    window = Window()
    window.follow(8_200_000)
    assert window.x(8_200_000) == pytest.approx(geometry.LEFT + 64, abs=1)
