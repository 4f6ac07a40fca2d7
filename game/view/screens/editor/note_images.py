"""Notes as they lie on the editor's lines: one size, without light."""

from __future__ import annotations

import pygame

from game.view import shapes
from game.view.canvas import Canvas
from game.view.painting import Brush, paint_note
from game.view.palette import NoteLook

_PAINT_TIMES = 4
_REACH = 0.95
_BAR_SHARE = 0.8
_PROPOSED = 0.4


def stamp_note(
    canvas: Canvas, look: NoteLook, x: float, y: float, unit: float, faint: bool
) -> None:
    """A note around (x, y); `unit` is the height of its line."""
    unit_px = max(6, canvas.length_px(unit))

    def build() -> pygame.Surface:
        half_px = round(unit_px * _REACH)
        side = 2 * half_px * _PAINT_TIMES
        master = shapes.blank(side, side)
        big = unit_px * _PAINT_TIMES
        paint_note(Brush(master, (side // 2, side // 2), big, big * _BAR_SHARE), look, False)
        image = shapes.shrunk(master, (2 * half_px, 2 * half_px))
        strength = look.strength * (_PROPOSED if faint else 1.0)
        return shapes.weakened(image, strength) if strength < 1 else image

    image = canvas.cached(("editor note", look, unit_px, faint), build)
    half = image.get_width() // 2
    canvas.stamp(image, (canvas.x_px(x) - half, canvas.y_px(y) - half))
