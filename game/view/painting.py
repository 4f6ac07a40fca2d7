"""Paints single notes large; `sprites` brings them to their sizes.

Everything here is in pixels of the master and premultiplied. Light falls from above.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pygame

from game.view import shapes, theme
from game.view.color import WHITE, deep, mixed
from game.view.palette import HOLLOW_SHAPES, NoteLook, Shape
from game.view.shapes import premultiplied
from game.view.theme import Color

BAR_HEIGHT = 0.36
"""Of a bar, as a share of a disc's diameter."""

DIAMOND_REACH = 0.62
"""From a diamond's middle to its corner, as a share of a disc's diameter."""

_NIGHT: Color = (12, 12, 22)
_GLOW_ALPHA = 120
_BRIGHT_GLOW_ALPHA = 180
_TWIN_SIZE = 0.46
_HALO = 0.14
_LETTER_GROUND = 0.27

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Brush:
    """Where and how large a note is painted."""

    master: pygame.Surface
    centre: Point
    unit: float
    """Diameter of a disc of the usual size."""

    bar_width: float

    def sized(self, share: float) -> Brush:
        """The same place, the note smaller or larger; bars never get wider."""
        width = self.bar_width * min(1.0, share)
        return Brush(self.master, self.centre, self.unit * share, width)

    def beside(self, dx: float, dy: float, share: float) -> Brush:
        """A small twin's place."""
        x, y = self.centre
        return Brush(self.master, (x + dx, y + dy), self.unit * share, self.bar_width * 0.3)


def paint_note(brush: Brush, look: NoteLook, has_glow: bool = True) -> None:
    """Paint a note: light, halo, twins, body."""
    own = brush.sized(look.size)
    if has_glow:
        _paint_glow(own, look)
    if look.is_shared:
        _silhouette(own, look, premultiplied(theme.TOGETHER_MINT), brush.unit * _HALO)
        _silhouette(own, look, premultiplied(_NIGHT), brush.unit * _HALO / 2)
    for twin in _twins(brush, look):
        _paint_body(twin, look)
    _paint_body(own, look)


def paint_ground(brush: Brush, look: NoteLook, margin: float) -> None:
    """Paint the place that a note takes, twins and halo included, in white, `margin` around it."""
    own, white = brush.sized(look.size), premultiplied(WHITE)
    halo = own.unit * _HALO if look.is_shared else 0.0
    _silhouette(own, look, white, halo + margin)
    for twin in _twins(brush, look):
        _silhouette(twin, look, white, margin)


def paint_letter(brush: Brush, look: NoteLook, letter: pygame.Surface) -> None:
    """Put a letter in the middle of a note, on a light ground unless the note is hollow."""
    x, y = brush.centre
    if look.shape not in (Shape.BAR, *HOLLOW_SHAPES):
        ground = premultiplied(mixed(look.color, WHITE, 0.86))
        radius = brush.unit * look.size * _LETTER_GROUND
        pygame.draw.circle(brush.master, ground, brush.centre, radius)
    width, height = letter.get_size()
    _lay(brush.master, letter, (round(x - width / 2), round(y - height / 2)))


def _twins(brush: Brush, look: NoteLook) -> list[Brush]:
    """Where the small twins of a flam or a drag stand."""
    sides = (look.grace_side, -look.grace_side)[: look.graces]
    across, ahead = 0.5 * brush.unit, 0.42 * brush.unit
    return [brush.beside(side * across, ahead, _TWIN_SIZE) for side in sides]


def _paint_body(brush: Brush, look: NoteLook) -> None:
    if look.shape is Shape.BAR:
        _bar(brush, look)
    elif look.shape is Shape.DISC:
        _disc(brush, look)
    elif look.shape is Shape.RIM:
        _rim(brush, look)
    elif look.shape is Shape.HOLLOW:
        _hollow_diamond(brush, look)
    else:
        _diamond(brush, look)


def _silhouette(brush: Brush, look: NoteLook, color: shapes.Premultiplied, grow: float) -> None:
    """The outline of a note, filled; `grow` pixels larger on each side."""
    if look.shape is Shape.BAR:
        box = _box(brush.centre, brush.bar_width + 2 * grow, brush.unit * BAR_HEIGHT + 2 * grow)
        pygame.draw.rect(brush.master, color, box, border_radius=box.height // 3)
    elif look.shape in (Shape.DISC, Shape.RIM):
        pygame.draw.circle(brush.master, color, brush.centre, brush.unit / 2 + grow)
    else:
        reach = brush.unit * DIAMOND_REACH + grow * 1.3
        pygame.draw.polygon(brush.master, color, _corners(brush, look, reach))


def _paint_glow(brush: Brush, look: NoteLook) -> None:
    light = shapes.blank(*brush.master.get_size())
    color = theme.TOGETHER_MINT if look.is_shared else look.color
    alpha = _BRIGHT_GLOW_ALPHA if look.is_accent or look.is_shared else _GLOW_ALPHA
    lamp = Brush(light, brush.centre, brush.unit, brush.bar_width)
    _silhouette(lamp, look, premultiplied(color, alpha), brush.unit * 0.05)
    _lay(brush.master, shapes.glow(light, round(brush.unit * 0.2)), (0, 0))


def _disc(brush: Brush, look: NoteLook) -> None:
    color, radius = look.color, brush.unit / 2
    circle = partial(pygame.draw.circle, brush.master, center=brush.centre)
    circle(premultiplied(mixed(color, WHITE, 0.8)), radius=radius)
    circle(premultiplied(deep(color, 0.5)), radius=radius * 0.87)
    _ball(brush, radius * 0.81, mixed(color, WHITE, 0.16), deep(color, 0.2))
    for ring in range(look.rings):
        at, line = radius * (0.54 - 0.24 * ring), max(2, round(radius / 14))
        circle(premultiplied(mixed(color, WHITE, 0.5)), radius=at, width=line)
    _sheen(brush, radius * 0.76)
    if look.is_accent:
        circle(premultiplied(WHITE), radius=radius * 0.4)
    elif look.has_dot:
        circle(premultiplied(mixed(color, WHITE, 0.7)), radius=radius * 0.2)


def _rim(brush: Brush, look: NoteLook) -> None:
    color, radius = look.color, brush.unit / 2
    circle = partial(pygame.draw.circle, brush.master, center=brush.centre)
    circle(premultiplied(mixed(color, WHITE, 0.8)), radius=radius)
    _ball(brush, radius * 0.87, mixed(color, WHITE, 0.16), deep(color, 0.1))
    circle(premultiplied(mixed(color, WHITE, 0.6)), radius=radius * 0.6)
    circle(premultiplied(_NIGHT), radius=radius * 0.52)
    if look.is_accent:
        circle(premultiplied(WHITE), radius=radius * 0.34)


def _corners(brush: Brush, look: NoteLook, reach: float) -> list[Point]:
    x, y = brush.centre
    rise = reach * (0.56 if look.shape is Shape.FLAT else 1.0)
    return [(x, y - rise), (x + reach, y), (x, y + rise), (x - reach, y)]


def _hollow_diamond(brush: Brush, look: NoteLook) -> None:
    color, reach = look.color, brush.unit * DIAMOND_REACH
    layers: tuple[tuple[Color, float], ...] = (
        (mixed(color, WHITE, 0.8), 1.0),
        (color, 0.85),
        (mixed(color, WHITE, 0.6), 0.58),
        (_NIGHT, 0.5),
    )
    for tint, share in layers:
        corners = _corners(brush, look, reach * share)
        pygame.draw.polygon(brush.master, premultiplied(tint), corners)
    if look.is_accent:
        core = _corners(brush, look, reach * 0.3)
        pygame.draw.polygon(brush.master, premultiplied(WHITE), core)


def _diamond(brush: Brush, look: NoteLook) -> None:
    color, reach = look.color, brush.unit * DIAMOND_REACH
    polygon = partial(pygame.draw.polygon, brush.master)
    polygon(premultiplied(mixed(color, WHITE, 0.8)), _corners(brush, look, reach))
    polygon(premultiplied(deep(color, 0.5)), _corners(brush, look, reach * 0.86))
    top, right, low, left = _corners(brush, look, reach * 0.81)
    polygon(premultiplied(mixed(color, WHITE, 0.45)), [left, top, right])
    polygon(premultiplied(deep(color, 0.25)), [left, low, right])
    polygon(premultiplied(color), _corners(brush, look, reach * 0.56))
    for ring in range(look.rings):
        table = _corners(brush, look, reach * (0.56 - 0.22 * ring))
        line = max(2, round(reach / 20))
        tint = premultiplied(mixed(color, WHITE, 0.6))
        pygame.draw.lines(brush.master, tint, True, table, line)
    if look.shape is Shape.DOMED:
        _dome(brush, look, reach * 0.36)
    elif look.is_accent:
        polygon(premultiplied(WHITE), _corners(brush, look, reach * 0.4))
    elif look.has_dot:
        polygon(premultiplied(mixed(color, WHITE, 0.8)), _corners(brush, look, reach * 0.24))


def _dome(brush: Brush, look: NoteLook, radius: float) -> None:
    circle = partial(pygame.draw.circle, brush.master, center=brush.centre)
    circle(premultiplied(deep(look.color, 0.6)), radius=radius * 1.16)
    if look.is_accent:
        circle(premultiplied(WHITE), radius=radius)
        return
    _ball(brush, radius, mixed(look.color, WHITE, 0.6), deep(look.color, 0.1))
    if look.has_dot:
        circle(premultiplied(deep(look.color, 0.6)), radius=radius * 0.4)


def _bar(brush: Brush, look: NoteLook) -> None:
    color, height = look.color, brush.unit * BAR_HEIGHT
    box = _box(brush.centre, brush.bar_width, height)
    rim = max(2, round(height * 0.13))
    for tint, inset in ((mixed(color, WHITE, 0.8), 0), (deep(color, 0.5), rim)):
        inner = box.inflate(-2 * inset, -2 * inset)
        radius = max(1, round(height * 0.3) - inset)
        pygame.draw.rect(brush.master, premultiplied(tint), inner, border_radius=radius)
    inner = box.inflate(-3 * rim, -3 * rim)
    _lay(
        brush.master, _slope(inner.size, mixed(color, WHITE, 0.3), deep(color, 0.1)), inner.topleft
    )
    if look.is_accent:
        core = inner.inflate(-inner.height, -inner.height * 0.5)
        radius = core.height // 2
        pygame.draw.rect(brush.master, premultiplied(WHITE), core, border_radius=radius)


def _ball(brush: Brush, radius: float, top: Color, low: Color) -> None:
    """A disc that gets darker downwards."""
    size = max(1, round(2 * radius))
    body = _slope((size, size), top, low)
    mask = shapes.blank(size, size)
    pygame.draw.circle(mask, (255, 255, 255, 255), (size / 2, size / 2), size / 2)
    body.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    x, y = brush.centre
    _lay(brush.master, body, (round(x - size / 2), round(y - size / 2)))


def _sheen(brush: Brush, radius: float) -> None:
    """A highlight from above."""
    size = (max(1, round(radius * 1.45)), max(1, round(radius * 0.75)))
    light = _slope(size, WHITE, WHITE, (96, 0))
    mask = shapes.blank(*size)
    pygame.draw.ellipse(mask, (255, 255, 255, 255), mask.get_rect())
    light.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    x, y = brush.centre
    _lay(brush.master, light, (round(x - size[0] / 2), round(y - radius * 0.97)))


def _slope(
    size: tuple[int, int], top: Color, low: Color, alphas: tuple[int, int] = (255, 255)
) -> pygame.Surface:
    """A box that changes from `top` to `low`."""

    def at(share: float) -> shapes.Premultiplied:
        alpha = round(alphas[0] + (alphas[1] - alphas[0]) * share)
        return premultiplied(mixed(top, low, share), alpha)

    return shapes.ramp(size, at, 24)


def _box(centre: Point, width: float, height: float) -> pygame.Rect:
    box = pygame.Rect(0, 0, round(width), round(height))
    box.center = (round(centre[0]), round(centre[1]))
    return box


def _lay(master: pygame.Surface, image: pygame.Surface, place: tuple[int, int]) -> None:
    master.blit(image, place, special_flags=pygame.BLEND_PREMULTIPLIED)
