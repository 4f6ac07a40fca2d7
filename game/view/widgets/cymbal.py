"""A cymbal seen from above; it shines when it is struck."""

from __future__ import annotations

import pygame

from game.view import shapes, theme
from game.view.canvas import Canvas
from game.view.color import mixed
from game.view.theme import Color
from game.view.widgets.drum_head import draw_light

_SHARPNESS = 2
_BRASS: Color = (150, 126, 76)
_NIGHT: Color = (24, 23, 30)
_GROOVES = 9


def draw_cymbal(
    canvas: Canvas, x: float, y: float, radius: float, color: Color, label: str, glow: float
) -> None:
    """A cymbal around (x, y); `glow` from 0 to 1 is how bright its last stroke shines."""
    diameter_px = canvas.length_px(2 * radius)
    body = canvas.cached(("cymbal", color, diameter_px), lambda: _body(diameter_px, color))
    center_px = canvas.x_px(x), canvas.y_px(y)
    canvas.stamp(body, (center_px[0] - diameter_px // 2, center_px[1] - diameter_px // 2))
    if glow > 0:
        draw_light(canvas, center_px, diameter_px, color, glow)
    ink = mixed(mixed(color, theme.TEXT, 0.6), theme.TEXT, min(1.0, 2 * glow))
    canvas.text(label, x, y, round(radius * 0.34), ink, anchor="center", weight="black")


def _body(diameter_px: int, color: Color) -> pygame.Surface:
    """The cymbal at rest, premultiplied: a thin rim in the player's colour, brass with grooves."""
    size = diameter_px * _SHARPNESS
    master = shapes.blank(size, size)
    middle, full = (size / 2, size / 2), size / 2
    pygame.draw.circle(master, (*mixed(_BRASS, color, 0.85), 255), middle, full)
    pygame.draw.circle(master, (*mixed(_NIGHT, _BRASS, 0.36), 255), middle, full * 0.95)
    for groove in range(_GROOVES):
        share = 0.93 - 0.055 * groove
        ink = mixed(_NIGHT, _BRASS, 0.75 if groove % 2 else 0.45)
        pygame.draw.circle(master, (*ink, 255), middle, full * share, max(1, round(full * 0.012)))
    pygame.draw.circle(master, (*mixed(_NIGHT, _BRASS, 0.22), 255), middle, full * 0.42)
    return shapes.shrunk(master, (diameter_px, diameter_px))
