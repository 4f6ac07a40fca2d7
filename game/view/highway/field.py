"""The empty highway: glass, lanes, frame and keycaps. Painted once into the still picture."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.view import shapes, theme
from game.view.canvas import Canvas
from game.view.color import WHITE, mixed
from game.view.highway.geometry import (
    BOTTOM,
    CAPS,
    FAR,
    HALF_WIDTH,
    NEAR,
    TOP,
    Highway,
    Lanes,
    nearness_at,
)
from game.view.shapes import premultiplied
from game.view.theme import Color

_LANE_LINE_LEVEL = 46
_FRAME_LEVEL = 0.72
_STRIPE_ALPHA = 7
_FLOOR_LIGHT_ALPHA = 30
_FADE_REACH = 0.2
"""The share of the highway's height over which it comes out of the night."""

_CAP_SIZE = 76
_CAP_MARGIN = 12
_ACROSS_CAP_SIZE = 44
_ACROSS_CAP_SHARE = 0.5


def paint_field(canvas: Canvas, highway: Highway, lanes: Lanes, color: Color) -> None:
    """Paint the glass, the lanes and the frame of one highway."""
    box = field_box(canvas, highway)
    glass = shapes.blank(*box.size)
    alpha = 255 if canvas.theme.palette == "high-contrast" else theme.PANEL_ALPHA
    _paint_glass(glass, box, highway, lanes, color, alpha)
    lines = pygame.Surface(box.size, 0, 32)
    _paint_lines(lines, box, highway, lanes, canvas.length_px(4), color)
    fade = _fade(box.size)
    glass.blit(fade, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    lines.blit(fade, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    canvas.stamp(glass, box.topleft)
    canvas.surface.blit(lines, box, special_flags=pygame.BLEND_RGB_ADD)


def field_box(canvas: Canvas, highway: Highway) -> pygame.Rect:
    """The pixels around a highway, with room for the frame's light."""
    half = HALF_WIDTH * NEAR + 24
    return canvas.rect_px(highway.centre - half, TOP, 2 * half, BOTTOM - TOP)


def trapezoid(
    box: pygame.Rect,
    highway: Highway,
    offsets: tuple[float, float],
    reach: tuple[float, float] = (FAR, NEAR),
    times: int = 1,
) -> list[tuple[float, float]]:
    """Corners of a stretch of the highway in a picture of `box`, drawn `times` as large."""
    (left, right), (far, near) = offsets, reach
    places = ((left, far), (right, far), (right, near), (left, near))
    return [
        ((highway.x_px(x, n) - box.left) * times, (highway.y_px(n) - box.top) * times)
        for x, n in places
    ]


def paint_caps(
    canvas: Canvas, highway: Highway, lanes: Lanes, labels: Mapping[str, str], color: Color
) -> None:
    """Paint all keycaps, unlit."""
    for lane in lanes.names:
        paint_cap(canvas, highway, lanes, lane, labels.get(lane, ""), color, False)


def paint_cap(
    canvas: Canvas,
    highway: Highway,
    lanes: Lanes,
    lane: str,
    label: str,
    color: Color,
    lit: bool,
) -> None:
    """Paint the keycap of a lane; without a label it is a plain pad."""
    if lane in lanes.across:
        width = 2 * HALF_WIDTH * _ACROSS_CAP_SHARE
        y = BOTTOM - _ACROSS_CAP_SIZE / 2 - 4
        canvas.keycap(highway.centre, y, _ACROSS_CAP_SIZE, label, color, lit, width=width)
        return
    y = CAPS - (_ACROSS_CAP_SIZE / 2 + 2 if lanes.across else 0)
    nearness = nearness_at(y)
    size = min(_CAP_SIZE, lanes.width * nearness - _CAP_MARGIN, 60 if lanes.across else 999)
    sign = -1 if highway.is_mirrored else 1
    x = highway.centre + sign * lanes.offset(lane) * nearness
    room = lanes.width * nearness - _CAP_MARGIN
    canvas.keycap(x, y, size, label, color, lit, max_width=room)


def _paint_glass(
    glass: pygame.Surface,
    box: pygame.Rect,
    highway: Highway,
    lanes: Lanes,
    color: Color,
    alpha: int,
) -> None:
    whole = trapezoid(box, highway, (-HALF_WIDTH, HALF_WIDTH))
    pygame.draw.polygon(glass, premultiplied(theme.PANEL, alpha), whole)
    light = _floor_light(box.size, color)
    edges = lanes.edges()
    stripes = shapes.blank(*box.size)
    for index in range(0, len(edges) - 1, 2):
        stripe = trapezoid(box, highway, (edges[index], edges[index + 1]))
        pygame.draw.polygon(stripes, premultiplied(WHITE, _STRIPE_ALPHA), stripe)
    mask = shapes.blank(*box.size)
    pygame.draw.polygon(mask, (255, 255, 255, 255), whole)
    light.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    for layer in (stripes, light):
        glass.blit(layer, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)


def _paint_lines(
    lines: pygame.Surface,
    box: pygame.Rect,
    highway: Highway,
    lanes: Lanes,
    frame_px: int,
    color: Color,
) -> None:
    level = (_LANE_LINE_LEVEL,) * 3
    edges = lanes.edges()
    for offset in edges[1:-1]:
        far, _, _, near = trapezoid(box, highway, (offset, offset))
        pygame.draw.aaline(lines, level, far, near, max(1, frame_px // 2))
    frame = mixed((0, 0, 0), color, _FRAME_LEVEL)
    for offset in (edges[0], edges[-1]):
        far, _, _, near = trapezoid(box, highway, (offset, offset))
        pygame.draw.aaline(lines, frame, far, near, frame_px)
    left, right = trapezoid(box, highway, (-HALF_WIDTH, HALF_WIDTH))[2:]
    low = pygame.Rect(0, 0, abs(round(right[0] - left[0])), max(1, frame_px // 2))
    low.midbottom = (round((left[0] + right[0]) / 2), box.height)
    lines.fill(mixed((0, 0, 0), color, _FRAME_LEVEL), low)


def _floor_light(size: tuple[int, int], color: Color) -> pygame.Surface:
    """The player's light on the glass, strongest at the lower end."""
    return shapes.ramp(
        size, lambda share: premultiplied(color, round(_FLOOR_LIGHT_ALPHA * share**3))
    )


def _fade(size: tuple[int, int]) -> pygame.Surface:
    """Level by level out of the night, from the top down."""

    def at(share: float) -> shapes.Premultiplied:
        level = min(1.0, share / _FADE_REACH)
        return shapes.grey(level * level * (3 - 2 * level))

    return shapes.ramp(size, at, 128)
