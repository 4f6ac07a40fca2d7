"""The ring that fills while something is held."""

from __future__ import annotations

from math import cos, pi, sin

from game.view import theme
from game.view.canvas import Canvas

_DOTS = 24
_RADIUS = 72
_DOT_RADIUS = 6
_PANEL_RADIUS = 96
_PANEL_ALPHA = 235


def draw_hold_ring(canvas: Canvas, x: float, y: float, share: float, word: str) -> None:
    """Draw the ring around what comes when it is full.

    Args:
        share: how much of it is lit, 0 to 1, clockwise from the top.
    """
    canvas.disc(x, y, _PANEL_RADIUS, theme.PANEL, alpha=_PANEL_ALPHA, border=theme.TEXT_DIM)
    for index in range(_DOTS):
        turn = 2 * pi * index / _DOTS
        place = (x + _RADIUS * sin(turn), y - _RADIUS * cos(turn))
        is_lit = (index + 0.5) / _DOTS < share
        if is_lit:
            canvas.disc(*place, _DOT_RADIUS, theme.TEXT)
        else:
            canvas.disc(*place, _DOT_RADIUS, theme.HAIRLINE, alpha=theme.HAIRLINE_ALPHA)
    canvas.text(word, x, y, theme.SIZE_SMALL, anchor="center", max_width=2 * (_RADIUS - 16))
