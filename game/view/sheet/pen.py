"""Draws with ink on paper, several times larger than it will be seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pygame

from game.view.fonts import Fonts, Weight, fitted
from game.view.sheet import paper
from game.view.theme import Color

Anchor = Literal["left", "center", "right"]
Point = tuple[float, float]

_MOST_PIXELS = 60_000_000
_TIMES = (4, 3, 2)
_MEASURED_AT = 4
_LATIN_END = 0x250


class Pen:
    """A white page in units. `finish` gives it at its width in pixels, with soft edges."""

    def __init__(self, height: float, width_px: int, fonts: Fonts) -> None:
        self._fonts = fonts
        self.size_px = (width_px, max(1, round(height * width_px / paper.WIDTH)))
        pixels = self.size_px[0] * self.size_px[1]
        times = next((each for each in _TIMES if pixels * each**2 <= _MOST_PIXELS), _TIMES[-1])
        self._scale = width_px * times / paper.WIDTH
        size = (self.size_px[0] * times, self.size_px[1] * times)
        self._master = pygame.Surface(size, depth=32)
        self._master.fill(paper.PAPER)

    def finish(self) -> pygame.Surface:
        """The page as it is seen."""
        return pygame.transform.smoothscale(self._master, self.size_px)

    def line(self, start: Point, end: Point, color: Color, width: float) -> None:
        """A straight line with flat ends."""
        (x1, y1), (x2, y2) = start, end
        half = width / 2
        if y1 == y2:
            self.box(min(x1, x2), y1 - half, abs(x2 - x1), width, color)
        elif x1 == x2:
            self.box(x1 - half, min(y1, y2), width, abs(y2 - y1), color)
        else:
            length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
            dx, dy = -(y2 - y1) / length * half, (x2 - x1) / length * half
            corners = [(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy)]
            self.polygon([*corners, (x1 - dx, y1 - dy)], color)

    def box(
        self, x: float, y: float, width: float, height: float, color: Color, radius: float = 0
    ) -> None:
        left, top = self._px(x), self._px(y)
        size = (max(1, self._px(x + width) - left), max(1, self._px(y + height) - top))
        area = pygame.Rect((left, top), size)
        pygame.draw.rect(self._master, color, area, border_radius=self._px(radius) or -1)

    def disc(self, x: float, y: float, radius: float, color: Color) -> None:
        centre = (x * self._scale, y * self._scale)
        pygame.draw.circle(self._master, color, centre, radius * self._scale)

    def polygon(self, corners: Sequence[Point], color: Color) -> None:
        scaled = [(x * self._scale, y * self._scale) for x, y in corners]
        pygame.draw.polygon(self._master, color, scaled)

    def text(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        color: Color = paper.INK,
        *,
        anchor: Anchor = "left",
        weight: Weight = "bold",
        max_width: float | None = None,
        ground: Color | None = None,
    ) -> float:
        """One line, its vertical middle at `y`; returns its width.

        Args:
            max_width: a wider line ends in an ellipsis.
            ground: put behind the text, a little larger than it.
        """
        font = self._fonts.get(_fit_weight(text, weight), max(4, round(size * self._scale)))
        if max_width is not None:
            text = fitted(font, text, max_width * self._scale)
        image = font.render(text, True, color)
        width, height = image.get_size()
        left = self._px(x) - {"left": 0, "center": width // 2, "right": width}[anchor]
        top = self._px(y) - height // 2
        if ground is not None:
            pad, inset = self._px(3), height // 8
            area = pygame.Rect(left - pad, top + inset, width + 2 * pad, height - 2 * inset)
            pygame.draw.rect(self._master, ground, area)
        self._master.blit(image, (left, top))
        return width / self._scale

    def _px(self, length: float) -> int:
        return round(length * self._scale)


def width_of(fonts: Fonts, text: str, size: int, weight: Weight = "bold") -> float:
    """How wide a line is, in units, whatever the page's width in pixels."""
    font = fonts.get(_fit_weight(text, weight), size * _MEASURED_AT)
    return font.size(text)[0] / _MEASURED_AT


def _fit_weight(text: str, weight: Weight) -> Weight:
    """The heavy weight lacks rare syllables and signs: beyond Latin the other one is used."""
    return weight if all(ord(char) < _LATIN_END for char in text) else "bold"
