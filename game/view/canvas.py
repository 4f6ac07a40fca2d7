"""The canvas: a window's surface, addressed in units of a 1920x1080 space."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import copy
from typing import Any, Literal, TypeVar

import pygame

from game.view import shapes, theme
from game.view.cache import ImageCache
from game.view.fonts import Fonts, Weight
from game.view.keycap import face_shift_px, keycap_image
from game.view.night import night
from game.view.shapes import premultiplied
from game.view.space import HEIGHT, WIDTH, Space
from game.view.texts import Texts
from game.view.theme import Color, Theme

__all__ = ["HEIGHT", "WIDTH", "Anchor", "Canvas", "Fonts", "Weight"]

Anchor = Literal["left", "center", "right"]

_TEXTS_PCT = 80
_SHAPES_PCT = 150
"""Room for images, as a percentage of the window's own pixels."""

_DOTS = 5
_DOT_STEP = 24
_DOT_DIAMETER = 16

T = TypeVar("T")


class Canvas(Space):
    """Draws in layout units onto one surface; a new one is made when the window's size changes."""

    def __init__(self, surface: pygame.Surface, fonts: Fonts, theme: Theme | None = None) -> None:
        self.surface = surface
        self.fonts = fonts
        self.theme = theme or Theme()
        super().__init__(surface.get_size())
        window_px = surface.get_width() * surface.get_height()
        text_pct = self.theme.text_scale_pct
        self._texts = Texts(fonts, self.scale, text_pct, window_px * _TEXTS_PCT // 100)
        self._shapes = ImageCache(window_px * _SHAPES_PCT // 100)
        self._kept: dict[str, tuple[Hashable, Any]] = {}

    def onto(self, surface: pygame.Surface) -> Canvas:
        """A canvas on another surface of the same size that shares this one's caches."""
        other = copy(self)
        other.surface = surface
        return other

    # Text

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
        max_px = None if max_width is None else max_width * self.scale
        if tabular and (max_px is None or self._texts.width_px(text, size, weight, None) < max_px):
            glyphs, width_px = self._texts.tabular(text, size, color, weight)
        else:
            image = self._texts.image(text, size, color, weight, max_px)
            glyphs, width_px = [(image, 0)], image.get_width()
        share = {"left": 0, "center": width_px // 2, "right": width_px}[anchor]
        left_px, middle_px = self.x_px(x) - share, self.y_px(y)
        for glyph, glyph_px in glyphs:
            glyph.set_alpha(alpha)
            place = (left_px + glyph_px, middle_px - glyph.get_height() // 2)
            self.surface.blit(glyph, place)
        return width_px / self.scale

    def text_width(
        self, text: str, size: int, weight: Weight = "bold", max_width: float | None = None
    ) -> float:
        """Width of a line in layout units, cut as `text` cuts it."""
        max_px = None if max_width is None else max_width * self.scale
        return self._texts.width_px(text, size, weight, max_px) / self.scale

    def letter(self, letter: str, size_px: int, color: Color) -> pygame.Surface:
        """A letter for notes, premultiplied, at a size in pixels."""
        image = self.fonts.get("black", size_px).render(letter, True, color)
        return image.convert_alpha().premul_alpha()

    # Shapes

    def background(self, glow: bool = True) -> None:
        """Cover the whole window with the night; `glow` adds the players' lights."""
        size_px = self.surface.get_size()
        image = self.keep(f"night {glow}", size_px, lambda: night(size_px, glow))
        self.surface.blit(image, (0, 0))

    def fresh_background(self) -> pygame.Surface:
        """The night as an image to paint on; the one kept for `background` is given up for it."""
        self._kept.pop("night True", None)
        return night(self.surface.get_size(), True)

    def dim(self, alpha: int) -> None:
        """Darken everything drawn so far; 0 changes nothing, 255 is black."""
        rest = 255 - alpha
        self.surface.fill((rest, rest, rest), special_flags=pygame.BLEND_RGB_MULT)

    def rounded(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        color: Color,
        *,
        radius: float = theme.RADIUS,
        alpha: int = 255,
        border: Color | None = None,
        border_alpha: int = 255,
        border_width: float = 2,
    ) -> None:
        """A box with round corners, optionally framed inside its edge."""
        box = self.rect_px(x, y, width, height)
        radius_px, border_px = round(radius * self.scale), self.length_px(border_width)
        key = ("box", box.size, radius_px, color, alpha, border, border_alpha, border_px)
        image = self.cached(
            key,
            lambda: shapes.rounded_box(
                box.width,
                box.height,
                radius_px,
                premultiplied(color, alpha),
                None if border is None else premultiplied(border, border_alpha),
                border_px,
            ),
        )
        self.stamp(image, box.topleft)

    def panel(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        alpha: int = theme.PANEL_ALPHA,
        border: Color | None = None,
        radius: float = theme.RADIUS,
    ) -> None:
        """The dark ground of a group, framed by a hairline or by a player's colour."""
        self.rounded(
            x,
            y,
            width,
            height,
            theme.PANEL,
            radius=radius,
            alpha=alpha,
            border=border or theme.HAIRLINE,
            border_alpha=255 if border else theme.HAIRLINE_ALPHA,
        )

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        color: Color = theme.HAIRLINE,
        *,
        alpha: int = theme.HAIRLINE_ALPHA,
        width: float = 2,
    ) -> None:
        """A straight line; level and upright ones are crisp, slanted ones antialiased."""
        width_px = self.length_px(width)
        if x1 == x2 or y1 == y2:
            left, top = self.x_px(min(x1, x2)), self.y_px(min(y1, y2))
            right, low = self.x_px(max(x1, x2)), self.y_px(max(y1, y2))
            size = (max(width_px, right - left), max(width_px, low - top))
            place = (left - width_px // 2 * (x1 == x2), top - width_px // 2 * (y1 == y2))
            self.stamp(self._filled(size, color, alpha), place)
            return
        dx, dy = (x2 - x1) * self.scale, (y2 - y1) * self.scale
        image, start = shapes.stroke(dx, dy, width_px, premultiplied(color, alpha))
        self.stamp(image, (self.x_px(x1) - start[0], self.y_px(y1) - start[1]))

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        color: Color,
        *,
        alpha: int = 255,
        border: Color | None = None,
        border_width: float = 2,
    ) -> None:
        """A disc around (x, y), optionally with a ring on its rim."""
        diameter_px, border_px = self.length_px(2 * radius), self.length_px(border_width)
        image = self.cached(
            ("disc", diameter_px, color, alpha, border, border_px),
            lambda: shapes.disc(
                diameter_px,
                premultiplied(color, alpha),
                None if border is None else premultiplied(border),
                border_px,
            ),
        )
        half = diameter_px // 2
        self.stamp(image, (self.x_px(x) - half, self.y_px(y) - half))

    def dots(self, level: int, x: float, y: float, color: Color) -> float:
        """A level as five dots from `x` on, their middle at `y`; returns their width."""
        radius = _DOT_DIAMETER / 2
        for index in range(_DOTS):
            centre = x + radius + index * _DOT_STEP
            if index < level:
                self.disc(centre, y, radius, color)
            else:
                self.disc(centre, y, radius, theme.HAIRLINE, alpha=theme.HAIRLINE_ALPHA)
        return (_DOTS - 1) * _DOT_STEP + _DOT_DIAMETER

    def keycap(
        self,
        x: float,
        y: float,
        size: float,
        label: str,
        color: Color,
        lit: bool = False,
        *,
        width: float | None = None,
        max_width: float | None = None,
    ) -> float:
        """A key around (x, y), `size` high; returns its width.

        It is as wide as its label needs, unless a `width` is given; no wider than `max_width`.
        """
        text_size = round(size * (0.46 if len(label) <= 2 or width else 0.32))
        wide = width or max(size, self.text_width(label, text_size) + size * 0.5)
        wide = min(wide, max_width or wide)
        width_px, height_px = self.length_px(wide), self.length_px(size)
        rim_px = self.length_px(2)
        image = self.cached(
            ("key", width_px, height_px, color, lit),
            lambda: keycap_image(width_px, height_px, color, lit, rim_px),
        )
        corner = (width_px - image.get_width()) // 2, (height_px - image.get_height()) // 2
        left_px, top_px = self.x_px(x) - width_px // 2, self.y_px(y) - height_px // 2
        self.stamp(image, (left_px + corner[0], top_px + corner[1]))
        ink, face_y = theme.PANEL if lit else theme.TEXT, y - face_shift_px(height_px) / self.scale
        room = wide - 0.2 * size
        self.text(label, x, face_y, text_size, ink, anchor="center", max_width=room)
        return wide

    # Caches: all of it can be dropped at any time

    def keep(self, slot: str, key: Hashable, build: Callable[[], T]) -> T:
        """The value last built for `slot`, built anew when its key has changed."""
        kept = self._kept.get(slot)
        if kept is None or kept[0] != key:
            kept = (key, build())
            self._kept[slot] = kept
        value: T = kept[1]
        return value

    def _filled(self, size: tuple[int, int], color: Color, alpha: int) -> pygame.Surface:
        def build() -> pygame.Surface:
            image = shapes.blank(*size)
            image.fill(premultiplied(color, alpha))
            return image

        return self.cached(("fill", size, color, alpha), build)

    def cached(self, key: Hashable, build: Callable[[], pygame.Surface]) -> pygame.Surface:
        """An image by its key, built when it is missing; the least used go when room is short."""
        return self._shapes.get(key, build)

    def stamp(
        self,
        image: pygame.Surface,
        place_px: tuple[int, int],
        area_px: pygame.Rect | None = None,
    ) -> None:
        """Put a premultiplied image, or a part of it, at a pixel."""
        self.surface.blit(image, place_px, area_px, pygame.BLEND_PREMULTIPLIED)
