"""Drawing with the mouse, as strokes in thousandths of an area."""

from __future__ import annotations

from game.app.shelf.table import MOST_POINTS
from game.view.sticks.signature import REACH, Stroke
from game.view.widgets.area import Area

_LEAST_STEP = 4


class Pen:
    """One signature being drawn."""

    def __init__(self) -> None:
        self.strokes: tuple[Stroke, ...] = ()
        self._start: tuple[int, int] | None = None
        self._is_down = False

    def touch(self, area: Area, x: float, y: float) -> None:
        """The pen comes down; a line begins with its first move."""
        self._start = _point(area, x, y)
        self._is_down = False

    def move(self, area: Area, x: float, y: float) -> None:
        """The pen moves; tiny steps are left out."""
        point = _point(area, x, y)
        if sum(map(len, self.strokes)) >= MOST_POINTS - 2:
            return
        if self._start is not None and not self._is_down:
            if _distance(self._start, point) >= _LEAST_STEP:
                self.strokes = (*self.strokes, (self._start, point))
                self._is_down = True
        elif self._is_down and _distance(self.strokes[-1][-1], point) >= _LEAST_STEP:
            self.strokes = (*self.strokes[:-1], (*self.strokes[-1], point))

    def lift(self) -> None:
        self._start, self._is_down = None, False

    def clear(self) -> None:
        """An empty stick."""
        self.strokes = ()
        self.lift()


def _point(area: Area, x: float, y: float) -> tuple[int, int]:
    across, down = (x - area.x) / area.width, (y - area.y) / area.height
    return _thousandths(across), _thousandths(down)


def _thousandths(share: float) -> int:
    return round(REACH * min(1.0, max(0.0, share)))


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])
