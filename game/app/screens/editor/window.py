"""What part of the song is in sight."""

from __future__ import annotations

from game.app.screens.editor.work import Work
from game.timing.units import Beats
from game.view.screens.editor import geometry

_FIRST_US_PER_UNIT = 5_000.0
_NEAREST, _FARTHEST = 400.0, 200_000.0
_STEP = 1.25
_BEFORE_US = 400_000
_MARGIN = 64


class Window:
    """The left edge and the scale of the time line."""

    def __init__(self) -> None:
        self.us_per_unit = _FIRST_US_PER_UNIT
        self.left_us = -_BEFORE_US

    @property
    def width_us(self) -> float:
        return (geometry.RIGHT - geometry.LEFT) * self.us_per_unit

    def us(self, x: float) -> float:
        """The song time at a place."""
        return geometry.us_of(x, self.left_us, self.us_per_unit)

    def x(self, at_us: float) -> float:
        return geometry.x_of(at_us, self.left_us, self.us_per_unit)

    def beat(self, x: float, work: Work) -> Beats:
        return work.chart.tempo_map.beat(round(self.us(x)))

    def zoom(self, steps: int, around_us: float) -> None:
        """Nearer or farther; the time under the mouse, or the cursor, stays where it is."""
        x = self.x(around_us)
        wider = self.us_per_unit * _STEP**-steps
        self.us_per_unit = max(_NEAREST, min(_FARTHEST, wider))
        self._move_to(around_us - (x - geometry.LEFT) * self.us_per_unit)

    def scroll(self, steps: int) -> None:
        """By an eighth of what is in sight."""
        self._move_to(self.left_us + steps * self.width_us / 8)

    def show(self, at_us: float, right: float = geometry.RIGHT) -> None:
        """Move if a time is out of sight."""
        x = self.x(at_us)
        if x < geometry.LEFT + _MARGIN / 2 or x > right - _MARGIN:
            self._move_to(at_us - self.width_us / 4)

    def follow(self, at_us: float, right: float = geometry.RIGHT) -> None:
        """Turn the page when the song has come to its end."""
        x = self.x(at_us)
        if x > right - _MARGIN or x < geometry.LEFT:
            self._move_to(at_us - _MARGIN * self.us_per_unit)

    def _move_to(self, left_us: float) -> None:
        self.left_us = max(-_BEFORE_US, round(left_us))
