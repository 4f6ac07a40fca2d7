"""Places on the canvas, and keys that lie in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.view.widgets.area import Area, Target, target_at
from game.view.widgets.kit import Key, key_areas

PLACES = [(Target("low"), Area(0, 0, 100, 100)), (Target("high", 2), Area(50, 50, 100, 100))]
KITS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 9)), min_size=1, max_size=8, unique=True
)


@pytest.mark.parametrize(
    ("x", "y", "name"),
    [
        (0, 0, "low"),
        (99.9, 10, "low"),
        (100, 10, None),  # the right edge belongs to the neighbour
        (75, 75, "high"),  # what was drawn later lies on top
        (149, 149, "high"),
        (-1, 5, None),
    ],
)
def test_a_point_finds_what_lies_there(x, y, name):
    found = target_at(PLACES, x, y)
    assert (found.name if found else None) == name


def test_areas_follow_each_other_downwards():
    assert Area(8, 16, 100, 40).below(2, 8) == Area(8, 112, 100, 40)
    assert Area(0, 0, 100, 40).inset(10, 5) == Area(10, 5, 80, 30)


@settings(max_examples=80)
@given(KITS)
def test_caps_never_touch_and_stay_in_their_area(spots):
    area = Area(100, 100, 784, 240)
    keys = tuple(Key("A", "tom", row, quarter=4 * column) for row, column in spots)
    drawn = [place for _, place in key_areas(area, keys)]
    for index, place in enumerate(drawn):
        assert area.x - 1 <= place.x
        assert place.right <= area.right + 1
        for other in drawn[index + 1 :]:
            assert (
                place.right < other.x
                or other.right < place.x
                or place.bottom < other.y
                or other.bottom < place.y
            )


def test_a_row_of_four_is_as_large_as_caps_get_and_in_the_middle():
    area = Area(0, 0, 784, 240)
    keys = tuple(Key("A", "tom", 0, 4 * column) for column in range(4))
    drawn = [place for _, place in key_areas(area, keys)]
    assert drawn[0].width == 112
    assert drawn[0].x == pytest.approx(784 - drawn[3].right)
