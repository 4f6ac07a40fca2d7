"""Where things lie in the editor."""

from __future__ import annotations

import pytest

from game.view.canvas import HEIGHT, WIDTH
from game.view.screens.editor import geometry

TWO_PARTS = tuple(row % 14 == 0 for row in range(28))
LEVELS = tuple(row % 4 == 0 for row in range(20))
ONE = (True,)


@pytest.mark.parametrize("groups", [TWO_PARTS, LEVELS, ONE])
def test_every_line_has_its_place_above_the_foot_and_is_found_there(
    groups: tuple[bool, ...],
) -> None:
    bottom = geometry.LANES.y
    for row in range(len(groups)):
        area = geometry.row_area(row, groups)
        assert area.y >= bottom - 1e-6
        assert geometry.row_at(area.center_y, groups) == row
        bottom = area.bottom
    assert bottom <= HEIGHT - 96 + 1e-6
    assert geometry.row_at(bottom + 1, groups) is None


def test_a_place_and_its_time_lead_to_each_other() -> None:
    x = geometry.x_of(1_250_000, -400_000, 5_000)
    assert x == geometry.LEFT + 330
    assert geometry.us_of(x, -400_000, 5_000) == 1_250_000


def test_the_list_of_findings_stays_on_its_panel() -> None:
    last = geometry.finding_area(geometry.FINDINGS_SHOWN - 1)
    assert last.bottom <= geometry.FINDINGS.bottom
    assert geometry.FINDINGS.right <= WIDTH
