"""A least-squares line through a moving window of points, kept by running sums."""

from __future__ import annotations

from collections import deque


class RunningLine:
    """Points with integer coordinates; the sums stay exact, however long it runs."""

    def __init__(self) -> None:
        self.points: deque[tuple[int, int]] = deque()
        self._x0 = self._y0 = 0
        self._sum_x = self._sum_y = self._sum_xx = self._sum_xy = 0

    def __len__(self) -> int:
        return len(self.points)

    @property
    def span(self) -> int:
        """From the first point's x to the last one's."""
        return self.points[-1][0] - self.points[0][0] if self.points else 0

    def add(self, x: int, y: int) -> None:
        """Put a point at the end."""
        if not self.points:
            self._x0, self._y0 = x, y
        self.points.append((x, y))
        self._count(x, y, 1)

    def drop_first(self) -> None:
        """Take the oldest point away."""
        self._count(*self.points.popleft(), -1)

    def slope(self) -> float | None:
        """The slope of the line; None where the points stand on one x."""
        count = len(self.points)
        variance = count * self._sum_xx - self._sum_x * self._sum_x
        if count < 2 or variance == 0:
            return None
        return (count * self._sum_xy - self._sum_x * self._sum_y) / variance

    def value(self, x: int, slope: float) -> float:
        """The y at `x` on the line of this slope through the middle of the points."""
        count = len(self.points)
        mean_x, mean_y = self._sum_x / count, self._sum_y / count
        return self._y0 + mean_y + (x - self._x0 - mean_x) * slope

    def _count(self, x: int, y: int, sign: int) -> None:
        right, up = x - self._x0, y - self._y0
        self._sum_x += sign * right
        self._sum_y += sign * up
        self._sum_xx += sign * right * right
        self._sum_xy += sign * right * up
