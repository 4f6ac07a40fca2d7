"""Rolls: ribbons along a lane, painted once for a whole lane and shown in part."""

from __future__ import annotations

import pygame

from game.view import shapes
from game.view.color import WHITE, deep, mixed
from game.view.highway.field import trapezoid
from game.view.highway.geometry import FAR, Highway
from game.view.highway.sprites import strength_at
from game.view.shapes import premultiplied
from game.view.theme import Color

_TIMES = 2
_EDGE_SHARE = 0.16
_CORE_SHARE = 0.3
_END_SHARE = 0.22
"""Height of the bar at a roll's end, as a share of the ribbon's width."""

_OUTLINE_SHARE = 0.1
"""How much wider a ribbon's outline is on each side, as a share of its width."""

_FADE_STEPS = 48


class Ribbon:
    """The ribbon of one lane in one colour, from the far end to the hit line.

    It is the same all along, so that the part that is shown seems to move with the song.
    """

    def __init__(self, highway: Highway, offset: float, half_width: float, color: Color) -> None:
        columns = [
            highway.x_px(offset + side * half_width, n) for side in (-1, 1) for n in (FAR, 1.0)
        ]
        top, low = highway.y_px(FAR), highway.y_px(1.0)
        self._box = pygame.Rect(min(columns), top, max(columns) - min(columns), low - top)
        self._highway = highway
        self._sides = (offset - half_width, offset + half_width)
        self._image = _paint(self._box, highway, self._sides, color)
        self._light = mixed(color, WHITE, 0.8)
        self._dark = deep(color, 0.7)

    def part(self, near: float, far: float) -> tuple[pygame.Surface, tuple[int, int], pygame.Rect]:
        """The image, where its part goes, and the part: the stretch between two nearnesses."""
        top = self._highway.y_px(far) - self._box.top
        low = self._highway.y_px(near) - self._box.top
        area = pygame.Rect(0, top, self._box.width, max(0, low - top))
        return self._image, (self._box.left, self._box.top + top), area

    def outline(
        self, near: float, far: float, origin_px: tuple[int, int]
    ) -> list[tuple[float, float]]:
        """What the part between two nearnesses takes, in a picture that begins at `origin_px`.

        Corners, a little outside its soft edges, and as far as the bar at the roll's end.
        """
        more = (self._sides[1] - self._sides[0]) * _OUTLINE_SHARE
        sides = (self._sides[0] - more, self._sides[1] + more)
        origin = pygame.Rect(origin_px, (0, 0))
        corners = trapezoid(origin, self._highway, sides, (far, near))
        end = self._highway.span_px(*self._sides, far)[1] * _END_SHARE
        return [(x, y - end if index < 2 else y) for index, (x, y) in enumerate(corners)]

    def draw_end(self, surface: pygame.Surface, far: float) -> None:
        """A bar across the ribbon where the roll ends."""
        left, width = self._highway.span_px(*self._sides, far)
        height = max(2, round(width * _END_SHARE))
        top = self._highway.y_px(far) - height // 2
        color = mixed(self._dark, self._light, strength_at(far))
        pygame.draw.rect(surface, color, (left, top, width, height), border_radius=height // 2)


def _paint(
    box: pygame.Rect, highway: Highway, sides: tuple[float, float], color: Color
) -> pygame.Surface:
    master = shapes.blank(box.width * _TIMES, box.height * _TIMES)
    middle, half = (sides[0] + sides[1]) / 2, (sides[1] - sides[0]) / 2
    layers = (
        (1.0, premultiplied(mixed(color, WHITE, 0.7), 235)),
        (1 - _EDGE_SHARE, premultiplied(deep(color, 0.35), 225)),
        (_CORE_SHARE, premultiplied(mixed(color, WHITE, 0.25), 235)),
    )
    for share, tint in layers:
        offsets = (middle - half * share, middle + half * share)
        corners = trapezoid(box, highway, offsets, (FAR, 1.0), _TIMES)
        pygame.draw.polygon(master, tint, corners)
    fade = shapes.ramp(box.size, lambda share: shapes.grey(_strength(share)), _FADE_STEPS)
    return shapes.masked(shapes.shrunk(master, box.size), fade)


def _strength(share: float) -> float:
    """How solid a ribbon is at a share of the way from the far end: as notes are."""
    return strength_at(FAR + (1 - FAR) * share)
