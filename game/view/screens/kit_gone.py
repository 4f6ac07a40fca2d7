"""A kit whose plug was pulled: what was played stands still under it, and a sentence says which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas
from game.view.widgets.area import Area
from game.view.widgets.lines import line, line_height, wrapped

_DIM_ALPHA = 128
_PANEL_ALPHA = 244
_PANEL_WIDTH = 1280
_PADDING = 56
_HINT_STEP = 72
_LINES = 4


@dataclass(frozen=True, slots=True)
class KitGoneSnapshot:
    message: str
    """Which kit, and what to do."""

    hint: str
    """How to go on without it."""

    still: object | None = None
    """The picture of what was played when it went; None if nothing was."""


def draw(
    canvas: Canvas, snapshot: KitGoneSnapshot, draw_still: Callable[[Canvas, object], None]
) -> None:
    """Draw the whole screen; `draw_still` draws what was played."""
    if snapshot.still is None:
        canvas.background()
    else:
        draw_still(canvas, snapshot.still)
        canvas.dim(_DIM_ALPHA)
    room = _PANEL_WIDTH - 2 * theme.EDGE
    lines = wrapped(canvas, snapshot.message, room, theme.SIZE_BODY, _LINES)
    step = line_height(canvas, theme.SIZE_BODY)
    panel = _panel(2 * _PADDING + len(lines) * step + _HINT_STEP)
    border = theme.TOGETHER_MINT
    canvas.panel(
        panel.x,
        panel.y,
        panel.width,
        panel.height,
        alpha=_PANEL_ALPHA,
        border=border,
        radius=32,
    )
    for index, shown in enumerate(lines):
        y = panel.y + _PADDING + (index + 0.5) * step
        line(canvas, shown, panel.center_x, y, room, anchor="center")
    hint_y = panel.bottom - _PADDING
    size, color = theme.SIZE_SMALL, theme.TEXT_DIM
    line(canvas, snapshot.hint, panel.center_x, hint_y, room, size, color, anchor="center")


def _panel(height: float) -> Area:
    return Area((WIDTH - _PANEL_WIDTH) / 2, (HEIGHT - height) / 2, _PANEL_WIDTH, height)
