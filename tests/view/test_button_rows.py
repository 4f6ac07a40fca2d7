"""Buttons in rows."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.view.widgets.area import Area
from game.view.widgets.button_rows import beside, button_areas, rows

BOX = Area(64, 800, 1792, 144)
COUNTS = st.integers(1, 8)


@pytest.mark.parametrize(
    ("count", "lengths"),
    [(0, ()), (1, (1,)), (4, (4,)), (5, (3, 2)), (6, (3, 3)), (7, (4, 3)), (8, (4, 4)),
     (9, (3, 3, 3))],
)  # fmt: skip
def test_rows_are_as_even_as_can_be(count: int, lengths: tuple[int, ...]) -> None:
    assert rows(count) == lengths


@given(COUNTS)
def test_buttons_lie_apart_in_their_box_and_in_its_middle(count: int) -> None:
    areas = button_areas(count, BOX)
    assert len(areas) == count
    for area in areas:
        assert BOX.x <= area.x < area.right <= BOX.right
        assert BOX.y <= area.y < area.bottom <= BOX.bottom
    for one, other in combinations(areas, 2):
        assert one.right < other.x or other.right < one.x or one.bottom < other.y
    for y in {area.y for area in areas}:
        row = [area for area in areas if area.y == y]
        assert row[0].x + row[-1].right == pytest.approx(2 * BOX.center_x)


@given(COUNTS, st.data())
def test_an_arrow_never_leaves_the_buttons(count: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, count - 1))
    for across, down in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        assert 0 <= beside(index, count, across, down) < count


@given(COUNTS)
def test_right_walks_through_all_of_them_and_left_back(count: int) -> None:
    walk = [0]
    for _ in range(count + 1):
        walk.append(beside(walk[-1], count, 1, 0))
    assert walk == [*range(count), count - 1, count - 1]
    assert beside(1, 2, -1, 0) == beside(0, 2, -1, 0) == 0


@pytest.mark.parametrize(
    ("index", "down", "led_to"),
    [(0, 1, 4), (3, 1, 6), (1, 1, 4), (4, -1, 0), (6, -1, 2), (5, 1, 5), (2, -1, 2)],
)  # 0 1 2 3 over 4 5 6
def test_up_and_down_lead_to_the_row_beside(index: int, down: int, led_to: int) -> None:
    assert beside(index, 7, 0, down) == led_to
