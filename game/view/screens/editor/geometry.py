"""Where things lie in the editor, in layout units, and which time and line a place is."""

from __future__ import annotations

from game.view.canvas import HEIGHT, WIDTH
from game.view.widgets.area import Area

LEFT = 200
"""Where time begins; the names of the lines stand before it."""

RIGHT = WIDTH - 24
TITLE_Y = 44
CHIPS = Area(24, 80, WIDTH - 48, 40)
SECTIONS = Area(LEFT, 132, RIGHT - LEFT, 34)
RULER = Area(LEFT, 166, RIGHT - LEFT, 34)
HOLDS = Area(LEFT, 200, RIGHT - LEFT, 32)
WAVE = Area(LEFT, 232, RIGHT - LEFT, 72)
LANES = Area(LEFT, 312, RIGHT - LEFT, HEIGHT - 312 - 96)
FINDINGS = Area(WIDTH - 584, 312, 560, LANES.height)
FINDING_HEIGHT = 104
FINDINGS_SHOWN = int((FINDINGS.height - 72) // FINDING_HEIGHT)

_MOST_ROW = 72
_GROUP_GAP = 10


def x_of(at_us: float, left_us: float, us_per_unit: float) -> float:
    return LEFT + (at_us - left_us) / us_per_unit


def us_of(x: float, left_us: float, us_per_unit: float) -> float:
    return left_us + (x - LEFT) * us_per_unit


def row_height(groups: tuple[bool, ...]) -> float:
    """How high each line is; `groups` says of each whether a group begins with it."""
    room = LANES.height - _GROUP_GAP * sum(groups[1:])
    return min(_MOST_ROW, room / max(1, len(groups)))


def row_area(index: int, groups: tuple[bool, ...]) -> Area:
    """The place of a line."""
    height = row_height(groups)
    top = LANES.y + index * height + _GROUP_GAP * sum(groups[1 : index + 1])
    return Area(LANES.x, top, LANES.width, height)


def row_at(y: float, groups: tuple[bool, ...]) -> int | None:
    """The line at a height, None between and outside them."""
    for index in range(len(groups)):
        area = row_area(index, groups)
        if area.y <= y < area.bottom:
            return index
    return None


def finding_area(index: int) -> Area:
    return Area(FINDINGS.x + 16, FINDINGS.y + 64 + index * FINDING_HEIGHT, 528, FINDING_HEIGHT - 8)
