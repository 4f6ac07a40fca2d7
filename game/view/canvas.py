"""The canvas: a window's surface, addressed in units of a 1920x1080 space."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import Literal

import pygame

from game.view import theme
from game.view.theme import Color, Theme

WIDTH = 1920
HEIGHT = 1080

Anchor = Literal["left", "center", "right"]
Weight = Literal["bold", "black"]

_FONT_FILES: dict[Weight, str] = {
    "bold": "DrumDuetSans-Bold.otf",
    "black": "DrumDuetSans-Black.otf",
}
_TEXT_CACHE_SIZE = 512


class Fonts:
    """The two weights of the typeface at any size; missing files fall back to pygame's own font."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fonts: dict[tuple[Weight, int], pygame.font.Font] = {}
        self.missing: list[Path] = []
        """Font files that could not be loaded, for one message to the player."""

    def get(self, weight: Weight, size_px: int) -> pygame.font.Font:
        key = (weight, size_px)
        if key not in self._fonts:
            self._fonts[key] = self._load(weight, size_px)
        return self._fonts[key]

    def _load(self, weight: Weight, size_px: int) -> pygame.font.Font:
        path = self._folder / _FONT_FILES[weight]
        try:
            return pygame.font.Font(path, size_px)
        except (OSError, pygame.error):
            if path not in self.missing:
                self.missing.append(path)
            return pygame.font.Font(None, size_px)


class Canvas:
    """Draws in layout units onto one surface; a new one is made when the window's size changes.

    The 1920x1080 space is scaled evenly and centred; what is left of a window of another shape
    belongs to the background.
    """

    def __init__(self, surface: pygame.Surface, fonts: Fonts, theme: Theme | None = None) -> None:
        self.surface = surface
        self.fonts = fonts
        self.theme = theme or Theme()
        width_px, height_px = surface.get_size()
        self.scale = min(width_px / WIDTH, height_px / HEIGHT)
        self.left_px = (width_px - WIDTH * self.scale) / 2
        self.top_px = (height_px - HEIGHT * self.scale) / 2
        self._texts: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()

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

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: int = theme.SIZE_BODY,
        color: Color = theme.TEXT,
        *,
        anchor: Anchor = "left",
        weight: Weight = "bold",
        alpha: int = 255,
        max_width: float | None = None,
        tabular: bool = False,
    ) -> float:
        """Draw one line, its vertical middle at `y`; returns its width in layout units.

        A line wider than `max_width` ends in an ellipsis. `tabular` gives every digit the same
        width, so that numbers that change do not dance.
        """
        image = self._text_image(text, size, color, weight, max_width, tabular)
        left_px = self.x_px(x)
        if anchor == "center":
            left_px -= image.get_width() // 2
        elif anchor == "right":
            left_px -= image.get_width()
        image.set_alpha(alpha)
        self.surface.blit(image, (left_px, self.y_px(y) - image.get_height() // 2))
        return image.get_width() / self.scale

    def text_width(self, text: str, size: int, weight: Weight = "bold") -> float:
        """Width of a line in layout units."""
        return self.fonts.get(weight, self._size_px(size)).size(text)[0] / self.scale

    def _size_px(self, size: int) -> int:
        return max(8, round(size * self.scale * self.theme.text_scale_pct / 100))

    def _text_image(
        self,
        text: str,
        size: int,
        color: Color,
        weight: Weight,
        max_width: float | None,
        tabular: bool,
    ) -> pygame.Surface:
        key = (text, size, color, weight, max_width, tabular)
        image = self._texts.get(key)
        if image is None:
            font = self.fonts.get(weight, self._size_px(size))
            shown = text if max_width is None else _fitted(font, text, max_width * self.scale)
            image = (
                _tabular(font, shown, color) if tabular else font.render(shown, True, color)
            ).convert_alpha()
            self._texts[key] = image
            if len(self._texts) > _TEXT_CACHE_SIZE:
                self._texts.popitem(last=False)
        else:
            self._texts.move_to_end(key)
        return image


def _fitted(font: pygame.font.Font, text: str, width_px: float) -> str:
    if font.size(text)[0] <= width_px:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if font.size(text[:middle].rstrip() + "…")[0] <= width_px:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def _tabular(font: pygame.font.Font, text: str, color: Color) -> pygame.Surface:
    digit_px = max(font.size(digit)[0] for digit in "0123456789")
    widths = [digit_px if char.isdigit() else font.size(char)[0] for char in text]
    image = pygame.Surface((max(1, sum(widths)), font.get_height()), pygame.SRCALPHA)
    left = 0
    for char, width in zip(text, widths, strict=True):
        glyph = font.render(char, True, color)
        image.blit(glyph, (left + (width - glyph.get_width()) // 2, 0))
        left += width
    return image
