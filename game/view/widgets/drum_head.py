"""A drum seen from above: shell, hoop, head; it shines when it is struck."""

from __future__ import annotations

from math import cos, pi, sin

import pygame

from game.view import shapes, theme
from game.view.canvas import Canvas
from game.view.color import mixed
from game.view.theme import Color

_SHARPNESS = 2
_LUGS = 8
_SHELL: Color = (20, 20, 34)
_HEAD: Color = (28, 28, 46)
_CHROME: Color = (196, 202, 220)
_LIGHT_CELLS = 64
_LIGHT_REACH = 1.35
_LIGHT_ALPHA = 200


def draw_drum_head(
    canvas: Canvas, x: float, y: float, radius: float, color: Color, label: str, glow: float
) -> None:
    """A drum around (x, y); `glow` from 0 to 1 is how bright its last stroke shines."""
    diameter_px = canvas.length_px(2 * radius)
    body = canvas.cached(("drum head", color, diameter_px), lambda: _body(diameter_px, color))
    center_px = canvas.x_px(x), canvas.y_px(y)
    canvas.surface.blit(
        body,
        (center_px[0] - diameter_px // 2, center_px[1] - diameter_px // 2),
        special_flags=pygame.BLEND_PREMULTIPLIED,
    )
    if glow > 0:
        draw_light(canvas, center_px, diameter_px, color, glow)
    ink = mixed(mixed(color, theme.TEXT, 0.4), theme.TEXT, min(1.0, 2 * glow))
    canvas.text(label, x, y, round(radius * 0.34), ink, anchor="center", weight="black")


def draw_light(
    canvas: Canvas, center_px: tuple[int, int], diameter_px: int, color: Color, glow: float
) -> None:
    """What a stroke lets shine on anything round; `glow` from 0 to 1."""
    size_px = round(diameter_px * _LIGHT_REACH)
    light = canvas.cached(("drum light", color, size_px), lambda: _light(size_px, color))
    strength = 0.4 if canvas.theme.reduced_flash else 1.0
    light.set_alpha(round(255 * glow * strength))
    canvas.surface.blit(light, (center_px[0] - size_px // 2, center_px[1] - size_px // 2))
    if canvas.theme.reduced_motion:
        return
    ring_px = round(diameter_px / 2 * (0.40 + 0.36 * (1 - glow)))
    pygame.draw.aacircle(
        canvas.surface,
        mixed(_HEAD, color, glow),
        center_px,
        ring_px,
        max(1, round(diameter_px * 0.014 * glow)),
    )


def _body(diameter_px: int, color: Color) -> pygame.Surface:
    """The drum at rest, premultiplied."""
    size = diameter_px * _SHARPNESS
    master = shapes.blank(size, size)
    middle, full = (size / 2, size / 2), size / 2
    rings: tuple[tuple[float, Color], ...] = (
        (1.0, mixed(_SHELL, color, 0.30)),
        (0.965, mixed(_SHELL, color, 0.10)),
        (0.94, color),
        (0.895, mixed(color, _SHELL, 0.55)),
        (0.88, mixed(_SHELL, color, 0.08)),
        (0.865, mixed(_HEAD, color, 0.14)),
        (0.60, mixed(_HEAD, color, 0.24)),
        (0.592, mixed(_HEAD, color, 0.12)),
    )
    for share, ring_color in rings:
        pygame.draw.circle(master, (*ring_color, 255), middle, full * share)
    for lug in range(_LUGS):
        angle = 2 * pi * (lug + 0.5) / _LUGS
        place = (middle[0] + cos(angle) * full * 0.93, middle[1] + sin(angle) * full * 0.93)
        pygame.draw.circle(master, (*_SHELL, 255), place, full * 0.036)
        pygame.draw.circle(master, (*_CHROME, 255), place, full * 0.026)
    body = shapes.shrunk(master, (diameter_px, diameter_px))
    body.blit(_shine(diameter_px), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return body


def _shine(diameter_px: int) -> pygame.Surface:
    """Light from above on the head, to be added; black where there is none."""
    cells = _LIGHT_CELLS
    small = pygame.Surface((cells, cells), 0, 32)
    for row in range(cells):
        for column in range(cells):
            across, down = (column + 0.5) / cells * 2 - 1, (row + 0.5) / cells * 2 - 1
            inside = max(0.0, 1 - ((across**2 + down**2) / 0.72) ** 3)
            above = max(0.0, 1 - (across**2 * 0.9 + (down + 0.55) ** 2))
            value = round(38 * inside * above)
            small.set_at((column, row), (value, value, value))
    return pygame.transform.smoothscale(small, (diameter_px, diameter_px))


def _light(size_px: int, color: Color) -> pygame.Surface:
    """A soft disc of the player's colour, brightest on the head, that ends at its own edge."""
    cells = _LIGHT_CELLS
    small = pygame.Surface((cells, cells), pygame.SRCALPHA, 32)
    for row in range(cells):
        for column in range(cells):
            across, down = (column + 0.5) / cells * 2 - 1, (row + 0.5) / cells * 2 - 1
            distance = (across**2 + down**2) ** 0.5
            alpha = round(_LIGHT_ALPHA * max(0.0, 1 - distance) ** 1.1)
            small.set_at((column, row), (*color, alpha))
    return pygame.transform.smoothscale(small, (size_px, size_px))
