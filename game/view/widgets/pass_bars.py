"""How practice goes on: one upright bar for each time round, the latest on the right."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import Canvas
from game.view.widgets.area import Area

_WIDTH = 16
_GAP = 8
_LEAST_HEIGHT = 4
_EMPTY_ALPHA = 28


@dataclass(frozen=True, slots=True)
class PassBar:
    """One time round."""

    hit_pct: int
    is_reached: bool
    """Whether both hit as much as they wanted to."""


def draw_pass_bars(canvas: Canvas, area: Area, passes: tuple[PassBar, ...]) -> None:
    """As many of the latest as there is room for, in the middle of the area."""
    shown = passes[-max(1, int((area.width + _GAP) // (_WIDTH + _GAP))) :]
    x = area.center_x - (len(shown) * (_WIDTH + _GAP) - _GAP) / 2
    for each in shown:
        canvas.rounded(x, area.y, _WIDTH, area.height, theme.HAIRLINE, radius=4, alpha=_EMPTY_ALPHA)
        height = max(_LEAST_HEIGHT, area.height * each.hit_pct / 100)
        color = theme.TOGETHER_MINT if each.is_reached else theme.TEXT_DIM
        canvas.rounded(x, area.bottom - height, _WIDTH, height, color, radius=4)
        x += _WIDTH + _GAP
