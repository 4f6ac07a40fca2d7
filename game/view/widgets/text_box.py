"""Text that keeps to its box: it is set smaller before it grows out of it."""

from __future__ import annotations

from game.view import theme
from game.view.canvas import Canvas
from game.view.theme import Color
from game.view.widgets.area import Area
from game.view.widgets.lines import line_height, paragraph, wrapped

_LEAST_SHARE = 0.6


def draw_text_box(
    canvas: Canvas,
    text: str,
    area: Area,
    size: int = theme.SIZE_SMALL,
    color: Color = theme.TEXT_DIM,
) -> None:
    """Centred lines from the top of the area on, in the largest size up to `size` that fits."""
    least = round(size * _LEAST_SHARE)
    while size > least and _height(canvas, text, area.width, size) > area.height:
        size -= 1
    max_lines = max(1, int(area.height / line_height(canvas, size)))
    paragraph(
        canvas,
        text,
        area.center_x,
        area.y,
        area.width,
        size,
        color,
        anchor="center",
        max_lines=max_lines,
    )


def _height(canvas: Canvas, text: str, width: float, size: int) -> float:
    return len(wrapped(canvas, text, width, size)) * line_height(canvas, size)
