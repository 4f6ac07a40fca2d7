"""Light on one highway: the hit line's breath, struck lanes, and whose lead it is.

All of it is prepared as images in a few levels; a frame only picks one.
"""

from __future__ import annotations

from itertools import pairwise

import pygame

from game.charts.layouts import LAYOUTS
from game.view import shapes
from game.view.canvas import Canvas
from game.view.color import WHITE, mixed
from game.view.highway.field import field_box, trapezoid
from game.view.highway.geometry import FAR, HALF_WIDTH, NEAR, Highway, Lanes
from game.view.palette import piece_color
from game.view.shapes import premultiplied
from game.view.theme import Color

LEVELS = 3
"""How many levels each light has besides dark."""

_LINE_WIDTH = 5
_LINE_GLOW = 26
_LINE_ALPHA = 150
_BEAM_FAR = 0.8
_ACROSS_FAR = 0.94
"""How far the light of a struck lane reaches; one that lies across lights the front only."""

_BEAM_ALPHA = 120
_EDGE_WIDTH = 7
_EDGE_GLOW = 30
_EDGE_ALPHA = 190
_EDGE_PARTS = 5

Placed = tuple[pygame.Surface, tuple[int, int]]


class Lights:
    """The lights of one highway."""

    def __init__(
        self, canvas: Canvas, highway: Highway, lanes: Lanes, color: Color, layout: str
    ) -> None:
        self._line = _line(canvas, highway, color)
        palette = canvas.theme.palette
        self._beams = {
            lane: _beams(canvas, highway, lanes, lane, _lane_color(layout, lane, palette))
            for lane in lanes.names
        }
        self._edges = _edges(canvas, highway, color)

    def hit_line(self, level: float) -> Placed:
        """The line on which notes are struck; `level` from 0 to 1 is its breath."""
        return self._line[round(max(0.0, min(1.0, level)) * LEVELS)]

    def beam(self, lane: str, level: float) -> Placed | None:
        """A lane that was struck; `level` from 0 to 1 is what is left of the flash."""
        return _picked(self._beams.get(lane, ()), level)

    def lead(self, level: float) -> tuple[Placed, ...]:
        """The frame of whoever leads, in parts."""
        placed = (_picked(part, level) for part in self._edges)
        return tuple(each for each in placed if each is not None)


def _picked(levels: tuple[Placed, ...], level: float) -> Placed | None:
    index = round(max(0.0, min(1.0, level)) * LEVELS)
    return levels[index - 1] if index and levels else None


def _lane_color(layout: str, lane: str, palette: str) -> Color:
    folding = LAYOUTS.get(layout)
    if folding is None or lane not in folding.lanes:
        return WHITE
    return piece_color(folding.lanes[lane][0], palette)


def _line(canvas: Canvas, highway: Highway, color: Color) -> tuple[Placed, ...]:
    left, width = highway.span_px(-HALF_WIDTH, HALF_WIDTH, 1.0)
    glow_px = canvas.length_px(_LINE_GLOW)
    core_px = canvas.length_px(_LINE_WIDTH)
    tint = premultiplied(mixed(color, WHITE, 0.35), _LINE_ALPHA)
    light = shapes.soft_line((width, 2 * glow_px), tint)
    levels = []
    for level in range(LEVELS + 1):
        image = shapes.weakened(light, level / LEVELS)
        white = premultiplied(WHITE, round(175 + 80 * level / LEVELS))
        image.fill(white, (0, glow_px - core_px // 2, width, core_px))
        levels.append((image, (left, highway.y_px(1.0) - glow_px)))
    return tuple(levels)


def _beams(
    canvas: Canvas, highway: Highway, lanes: Lanes, lane: str, color: Color
) -> tuple[Placed, ...]:
    middle, half = lanes.offset(lane), lanes.half_width(lane)
    far = _ACROSS_FAR if lane in lanes.across else _BEAM_FAR
    whole = field_box(canvas, highway)
    top, low = highway.y_px(far), highway.y_px(NEAR)
    columns = [
        highway.x_px(middle + side * half, nearness) for side in (-1, 1) for nearness in (far, NEAR)
    ]
    box = pygame.Rect(min(columns), top, max(columns) - min(columns), low - top).clip(whole)
    bright = _beam(box, highway, (middle - half, middle + half), far, color)
    return tuple(
        (shapes.weakened(bright, level / LEVELS), box.topleft) for level in range(1, LEVELS + 1)
    )


def _beam(
    box: pygame.Rect, highway: Highway, offsets: tuple[float, float], far: float, color: Color
) -> pygame.Surface:
    """A lane's column of light: brightest on the hit line, gone at its far end."""
    mask = shapes.blank(box.width * 2, box.height * 2)
    corners = trapezoid(box, highway, offsets, (far, NEAR), 2)
    pygame.draw.polygon(mask, (255, 255, 255, 255), corners)
    mask = shapes.shrunk(mask, box.size)
    hit = (highway.y_px(1.0) - box.top) / box.height
    tint = mixed(color, WHITE, 0.25)

    def at(share: float) -> shapes.Premultiplied:
        level = (share / hit) ** 2 if share < hit else 1 - 0.5 * (share - hit) / (1 - hit)
        return premultiplied(tint, round(_BEAM_ALPHA * level))

    return shapes.masked(shapes.ramp(box.size, at), mask)


def _edges(canvas: Canvas, highway: Highway, color: Color) -> tuple[tuple[Placed, ...], ...]:
    parts: list[tuple[Placed, ...]] = []
    for offset in (-HALF_WIDTH, HALF_WIDTH):
        image, place = _edge(canvas, highway, offset, color)
        parts += [_levels(*part) for part in _cut(image, place)]
    return tuple(parts)


def _cut(image: pygame.Surface, place: tuple[int, int]) -> list[Placed]:
    """A slanted picture in parts, one under the other, without the darkness beside it."""
    parts = []
    edges = [image.get_height() * index // _EDGE_PARTS for index in range(_EDGE_PARTS + 1)]
    for top, low in pairwise(edges):
        strip = image.subsurface((0, top, image.get_width(), low - top))
        lit = strip.get_bounding_rect(2)
        parts.append((strip.subsurface(lit), (place[0] + lit.left, place[1] + top + lit.top)))
    return parts


def _edge(canvas: Canvas, highway: Highway, offset: float, color: Color) -> Placed:
    """One slanted edge of the frame, shining."""
    glow_px = canvas.length_px(_EDGE_GLOW)
    far = (highway.x_px(offset, FAR), highway.y_px(FAR))
    near = (highway.x_px(offset, NEAR), highway.y_px(NEAR))
    left, right = min(far[0], near[0]) - glow_px, max(far[0], near[0]) + glow_px
    box = pygame.Rect(left, far[1], right - left, near[1] - far[1] + glow_px)
    ends = [(x - box.left, y - box.top) for x, y in (far, near)]
    image = shapes.blank(*box.size)
    light = premultiplied(color, _EDGE_ALPHA)
    pygame.draw.line(image, light, ends[0], ends[1], canvas.length_px(_EDGE_WIDTH * 1.5))
    image = shapes.glow(image, glow_px)
    core, start = shapes.stroke(
        ends[1][0] - ends[0][0],
        ends[1][1] - ends[0][1],
        canvas.length_px(_EDGE_WIDTH) * 0.6,
        premultiplied(mixed(color, WHITE, 0.5)),
    )
    place = (ends[0][0] - start[0], ends[0][1] - start[1])
    image.blit(core, place, special_flags=pygame.BLEND_PREMULTIPLIED)
    image = shapes.masked(image, shapes.ramp(box.size, lambda share: shapes.grey(share * 2.2)))
    return image, box.topleft


def _levels(bright: pygame.Surface, place: tuple[int, int]) -> tuple[Placed, ...]:
    """A light from weak to bright."""
    steps = range(1, LEVELS + 1)
    return tuple((shapes.weakened(bright, step / LEVELS), place) for step in steps)
