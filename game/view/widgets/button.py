"""A button: cream when it is the chosen one, dark otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import Canvas
from game.view.widgets.area import Area
from game.view.widgets.lines import line

_HEIGHT_SHARE = 0.42
_CHIP_ALPHA = 36


@dataclass(frozen=True, slots=True)
class Button:
    text: str
    is_focused: bool = False
    is_enabled: bool = True
    is_offered: bool = False
    """Framed in mint: worth a look just now."""


def draw_button(canvas: Canvas, area: Area, button: Button) -> None:
    """Fill the area with the button."""
    box = (area.x, area.y, area.width, area.height)
    color = theme.TEXT if button.is_enabled else theme.TEXT_DIM
    if button.is_focused and button.is_enabled:
        canvas.rounded(*box, theme.TEXT)
        color = theme.PANEL
    else:
        frame = theme.TOGETHER_MINT if button.is_offered else None
        canvas.panel(*box, border=theme.TEXT_DIM if button.is_focused else frame)
    size = max(theme.SIZE_SMALL, min(theme.SIZE_NAME, round(area.height * _HEIGHT_SHARE)))
    line(
        canvas,
        button.text,
        area.center_x,
        area.center_y,
        area.width - 4 * theme.GRID,
        size,
        color,
        anchor="center",
    )


def draw_chip(canvas: Canvas, area: Area, chip: Button) -> None:
    """A small choice among several; the one that holds is lit, not shouted."""
    if chip.is_focused:
        canvas.rounded(
            area.x, area.y, area.width, area.height, theme.HAIRLINE, radius=12, alpha=_CHIP_ALPHA
        )
    color = theme.TEXT if chip.is_focused else theme.TEXT_DIM
    room = area.width - 2 * theme.GRID
    line(
        canvas,
        chip.text,
        area.center_x,
        area.center_y,
        room,
        theme.SIZE_SMALL,
        color,
        anchor="center",
    )
