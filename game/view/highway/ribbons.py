"""Rolls: ribbons along a lane, painted once for a whole lane and shown in part."""

from __future__ import annotations

import pygame

from game.view import shapes
from game.view.color import WHITE, deep, mixed
from game.view.highway.field import trapezoid
from game.view.highway.geometry import FAR, Highway
from game.view.shapes import premultiplied
from game.view.theme import Color

_TIMES = 2
_EDGE_SHARE = 0.14
_STRIPES = 34
_FADE_IN = 0.3


class Ribbon:
    """The ribbon of one lane in one colour, from the far end to the hit line."""

    def __init__(self, highway: Highway, offset: float, half_width: float, color: Color) -> None:
        columns = [
            highway.x_px(offset + side * half_width, n) for side in (-1, 1) for n in (FAR, 1.0)
        ]
        top, low = highway.y_px(FAR), highway.y_px(1.0)
        self._box = pygame.Rect(min(columns), top, max(columns) - min(columns), low - top)
        self._highway = highway
        self._image = _paint(self._box, highway, offset, half_width, color)

    def part(self, near: float, far: float) -> tuple[pygame.Surface, tuple[int, int], pygame.Rect]:
        """The image, where its part goes, and the part: the stretch between two nearnesses."""
        top = self._highway.y_px(far) - self._box.top
        low = self._highway.y_px(near) - self._box.top
        area = pygame.Rect(0, top, self._box.width, max(0, low - top))
        return self._image, (self._box.left, self._box.top + top), area


def _paint(
    box: pygame.Rect, highway: Highway, offset: float, half_width: float, color: Color
) -> pygame.Surface:
    master = shapes.blank(box.width * _TIMES, box.height * _TIMES)
    outer = (offset - half_width, offset + half_width)
    edge = half_width * _EDGE_SHARE
    inner = (outer[0] + edge, outer[1] - edge)
    reach = (FAR, 1.0)
    rim = premultiplied(mixed(color, WHITE, 0.7), 230)
    pygame.draw.polygon(master, rim, trapezoid(box, highway, outer, reach, _TIMES))
    body = premultiplied(deep(color, 0.25), 205)
    pygame.draw.polygon(master, body, trapezoid(box, highway, inner, reach, _TIMES))
    light = premultiplied(color, 215)
    for index in range(_STRIPES):
        far = FAR + (1 - FAR) * index / _STRIPES
        stripe = (far, far + (1 - FAR) / _STRIPES * 0.42)
        pygame.draw.polygon(master, light, trapezoid(box, highway, inner, stripe, _TIMES))
    fade = shapes.ramp(box.size, lambda share: shapes.grey(share / _FADE_IN))
    return shapes.masked(shapes.shrunk(master, box.size), fade)
