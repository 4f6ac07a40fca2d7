"""The space of 1920x1080 units in which everything is laid out, and its pixels in a window."""

from __future__ import annotations

import pygame

WIDTH = 1920
HEIGHT = 1080


class Space:
    """Scaled evenly and centred in a window; what is left of a window of another shape is ground.

    Lengths without a suffix are layout units.
    """

    def __init__(self, size_px: tuple[int, int]) -> None:
        width_px, height_px = size_px
        self.width_px = width_px
        self.scale = min(width_px / WIDTH, height_px / HEIGHT)
        self.left_px = (width_px - WIDTH * self.scale) / 2
        self.top_px = (height_px - HEIGHT * self.scale) / 2

    def x_px(self, x: float) -> int:
        return round(self.left_px + x * self.scale)

    def y_px(self, y: float) -> int:
        return round(self.top_px + y * self.scale)

    def length_px(self, length: float) -> int:
        """A length in pixels, at least one."""
        return max(1, round(length * self.scale))

    def rect_px(self, x: float, y: float, width: float, height: float) -> pygame.Rect:
        left, top = self.x_px(x), self.y_px(y)
        return pygame.Rect(left, top, self.x_px(x + width) - left, self.y_px(y + height) - top)

    def position(self, point_px: tuple[int, int]) -> tuple[float, float]:
        """Layout units of a pixel, for the mouse."""
        return (
            (point_px[0] - self.left_px) / self.scale,
            (point_px[1] - self.top_px) / self.scale,
        )
