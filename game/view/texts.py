"""Lines of text as images at a canvas's own scale."""

from __future__ import annotations

import pygame

from game.view.cache import ImageCache
from game.view.fonts import Fonts, Weight, fitted
from game.view.theme import Color

_LEAST_PX = 8


class Texts:
    """Renders and keeps lines of text; sizes are layout units, widths pixels."""

    def __init__(self, fonts: Fonts, scale: float, text_scale_pct: int, limit_px: int) -> None:
        self._fonts = fonts
        self._scale = scale * text_scale_pct / 100
        self._images = ImageCache(limit_px)
        self._digits_px: dict[tuple[Weight, int], int] = {}

    def font(self, size: int, weight: Weight) -> pygame.font.Font:
        return self._fonts.get(weight, max(_LEAST_PX, round(size * self._scale)))

    def width_px(self, text: str, size: int, weight: Weight, max_px: float | None) -> int:
        """Width of a line, cut to `max_px` as `image` cuts it."""
        font = self.font(size, weight)
        return font.size(text if max_px is None else fitted(font, text, max_px))[0]

    def image(
        self, text: str, size: int, color: Color, weight: Weight, max_px: float | None = None
    ) -> pygame.Surface:
        """The line; one wider than `max_px` ends in an ellipsis."""

        def build() -> pygame.Surface:
            font = self.font(size, weight)
            shown = text if max_px is None else fitted(font, text, max_px)
            return font.render(shown, True, color).convert_alpha()

        return self._images.get((text, size, color, weight, max_px), build)

    def tabular(
        self, text: str, size: int, color: Color, weight: Weight
    ) -> tuple[list[tuple[pygame.Surface, int]], int]:
        """The characters with their left edges, and the width of all; digits are equally wide.

        Character by character, so that a number that changes renders nothing new.
        """
        digit_px = self._digit_px(size, weight)
        placed, left = [], 0
        for char in text:
            glyph = self.image(char, size, color, weight)
            width = digit_px if char.isdigit() else glyph.get_width()
            placed.append((glyph, left + (width - glyph.get_width()) // 2))
            left += width
        return placed, left

    def _digit_px(self, size: int, weight: Weight) -> int:
        key = (weight, size)
        if key not in self._digits_px:
            font = self.font(size, weight)
            self._digits_px[key] = max(font.size(digit)[0] for digit in "0123456789")
        return self._digits_px[key]
