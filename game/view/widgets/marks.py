"""What a step of the lesson was worth: lit and unlit lights in a row."""

from __future__ import annotations

from game.view import theme
from game.view.canvas import Canvas


def marks_width(radius: float, most: int) -> float:
    """How much room `most` lights need."""
    return most * 3 * radius - radius


def draw_marks(canvas: Canvas, x: float, y: float, radius: float, won: int, most: int) -> None:
    """`most` lights from `x` (their left end) on, the first `won` of them lit."""
    for index in range(most):
        centre = x + radius + index * 3 * radius
        if index < won:
            canvas.disc(centre, y, radius, theme.TOGETHER_MINT)
        else:
            canvas.disc(centre, y, radius, theme.HAIRLINE, alpha=theme.HAIRLINE_ALPHA)
