"""The night behind every screen: a deep gradient, warm light on the left, cool on the right."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

import pygame

from game.view import theme
from game.view.theme import Color

_CELLS = (48, 27)
_LEVELS = 3
"""Steps into which a colour value is divided before the grain decides how it is rounded."""

_TILE_PX = 96
_FLOOR: Color = (10, 8, 24)
"""Lower than any colour of the picture; taken out so that the finer steps fit into a byte."""


@dataclass(frozen=True, slots=True)
class _Light:
    """A soft light: centre and reach as shares of the window's width and height."""

    x: float
    y: float
    reach_x: float
    reach_y: float
    color: Color


_LIGHTS = (
    _Light(0.02, 0.66, 0.30, 0.46, (66, 10, 26)),
    _Light(0.98, 0.60, 0.30, 0.46, (2, 22, 62)),
    _Light(0.50, 0.30, 0.26, 0.40, (10, 4, 22)),
)


def night(size_px: tuple[int, int], glow: bool) -> pygame.Surface:
    """The background at a window's size, in the display's format, without visible steps.

    It is built at a third of a colour step, given a fine fixed grain, and only then rounded.
    """
    image = pygame.transform.smoothscale(_coarse(glow), size_px)
    tile = _grain()
    for top in range(0, size_px[1], _TILE_PX):
        for left in range(0, size_px[0], _TILE_PX):
            image.blit(tile, (left, top), special_flags=pygame.BLEND_RGB_ADD)
    third = 256 // _LEVELS + 1
    image.fill((third, third, third), special_flags=pygame.BLEND_RGB_MULT)
    image.fill(_FLOOR, special_flags=pygame.BLEND_RGB_ADD)
    return image.convert() if pygame.display.get_surface() else image


def _coarse(glow: bool) -> pygame.Surface:
    width, height = _CELLS
    image = pygame.Surface(_CELLS, 0, 32)
    lights = _LIGHTS if glow else ()
    across = [[_fall((x + 0.5) / width - s.x, s.reach_x) for x in range(width)] for s in lights]
    for y in range(height):
        share = (y + 0.5) / height
        down = [_fall(share - s.y, s.reach_y) for s in lights]
        base = [
            top + (bottom - top) * share
            for top, bottom in zip(theme.NIGHT_TOP, theme.NIGHT_BOTTOM, strict=True)
        ]
        for x in range(width):
            color = [
                min(255 - _LEVELS, max(0, int(_LEVELS * (value - _FLOOR[channel]))))
                for channel, value in enumerate(
                    base[channel]
                    + sum(s.color[channel] * across[i][x] * down[i] for i, s in enumerate(lights))
                    for channel in range(3)
                )
            ]
            image.set_at((x, y), color)
    return image


def _fall(distance: float, reach: float) -> float:
    return exp(-((distance / reach) ** 2))


def _grain() -> pygame.Surface:
    """A tile of values from 0 to 2 without a pattern, the same every time."""
    state, values = 1, bytearray()
    for _ in range(_TILE_PX * _TILE_PX):
        state = (state * 1_664_525 + 1_013_904_223) & 0xFFFFFFFF
        values += bytes(((state >> 28) % 3, (state >> 24) % 3, (state >> 20) % 3, 0))
    return pygame.image.frombuffer(bytes(values), (_TILE_PX, _TILE_PX), "RGBX")
