"""A signed drumstick as a sprite, at any size and turned by any angle."""

from __future__ import annotations

from itertools import pairwise

import pygame

from game.view import shapes
from game.view.canvas import Canvas
from game.view.fonts import fitted
from game.view.shapes import premultiplied
from game.view.sticks.signature import REACH, Signature
from game.view.sticks.wood import SIGNED_FROM, SIGNED_TO, bare_stick
from game.view.theme import Color, player_color
from game.view.widgets.area import Area

THICKNESS = 0.068
"""Of a stick, as a share of its length: a little stouter than real ones, to be written on."""

_INK: Color = (64, 26, 10)
_SINGE: Color = (120, 62, 24)
_TIMES = 2
_TEXT_SHARE = 0.60
_LEAST_TEXT_SHARE = 0.24
_PEN_SHARE = 0.055
_SIGNED_HEIGHT = 0.86


def stick_area(x: float, y: float, length: float) -> Area:
    """Where a level stick around (x, y) lies."""
    thickness = length * THICKNESS
    return Area(x - length / 2, y - thickness / 2, length, thickness)


def signed_area(stick: Area, player: int) -> Area:
    """The stretch of a level stick that is signed; P2's stick points to the left."""
    start = SIGNED_FROM if player == 1 else 1 - SIGNED_TO
    height = stick.height * _SIGNED_HEIGHT
    width = stick.width * (SIGNED_TO - SIGNED_FROM)
    return Area(stick.x + start * stick.width, stick.center_y - height / 2, width, height)


def draw_stick(
    canvas: Canvas,
    player: int,
    signature: Signature,
    x: float,
    y: float,
    length: float,
    angle: float = 0.0,
    *,
    is_moving: bool = False,
) -> None:
    """Draw a stick around (x, y).

    Args:
        length: from butt to tip.
        angle: in degrees, against the clock.
        is_moving: whether the angle lasts for a single picture, which is turned in haste.
    """
    length_px = canvas.length_px(length)
    at_rest = 0.0 if is_moving else angle
    image = canvas.cached(
        ("stick", player, signature, length_px, at_rest),
        lambda: _turned(canvas, player, signature, length_px, at_rest),
    )
    if angle != at_rest:
        image = pygame.transform.rotozoom(image, angle, 1)
    width_px, height_px = image.get_size()
    canvas.stamp(image, (canvas.x_px(x) - width_px // 2, canvas.y_px(y) - height_px // 2))


def _turned(
    canvas: Canvas, player: int, signature: Signature, length_px: int, angle: float
) -> pygame.Surface:
    """Turned while it is large: edges and letters stay fine."""
    master = _master(canvas, player, signature, length_px)
    turned = pygame.transform.rotozoom(master, angle, 1) if angle else master
    width_px, height_px = turned.get_size()
    return shapes.shrunk(turned, (max(1, width_px // _TIMES), max(1, height_px // _TIMES)))


def _master(canvas: Canvas, player: int, signature: Signature, length_px: int) -> pygame.Surface:
    """A level stick, larger than it is drawn, with room around it for a clean edge."""
    long_px = length_px * _TIMES
    wide_px = max(4, round(long_px * THICKNESS))
    wood = canvas.cached(
        ("bare stick", player, long_px),
        lambda: bare_stick(long_px, wide_px, player_color(player), grain=player),
    )
    if player != 1:
        wood = pygame.transform.flip(wood, True, False)
    master = shapes.blank(long_px + 2 * _TIMES, wide_px + 2 * _TIMES)
    master.blit(wood, (_TIMES, _TIMES))
    place = signed_area(Area(_TIMES, _TIMES, long_px, wide_px), player)
    box = pygame.Rect(round(place.x), round(place.y), round(place.width), round(place.height))
    ink = _drawn(signature, box) if signature.is_drawn else _written(canvas, signature.text, box)
    if ink is not None:
        _burn(master, ink, box)
    return master


def _burn(master: pygame.Surface, ink: pygame.Surface, box: pygame.Rect) -> None:
    """The singed wood around the line first, then the line."""
    singe = pygame.transform.box_blur(ink, max(1, box.height // 28))
    singe.fill((*_SINGE, 150), special_flags=pygame.BLEND_RGBA_MULT)
    line = ink.copy()
    line.fill((*_INK, 255), special_flags=pygame.BLEND_RGBA_MULT)
    for layer in (singe.premul_alpha(), line.premul_alpha()):
        place = layer.get_rect(center=box.center)
        master.blit(layer, place, special_flags=pygame.BLEND_PREMULTIPLIED)


def _written(canvas: Canvas, text: str, box: pygame.Rect) -> pygame.Surface | None:
    """A name in white, as large as it fits; a very long one ends in an ellipsis."""
    if not text:
        return None
    size_px = round(box.height * _TEXT_SHARE)
    least_px = round(box.height * _LEAST_TEXT_SHARE)
    while size_px > least_px and canvas.fonts.get("black", size_px).size(text)[0] > box.width:
        size_px -= 1
    font = canvas.fonts.get("black", max(4, size_px))
    return font.render(fitted(font, text, box.width), True, "white").convert_alpha()


def _drawn(signature: Signature, box: pygame.Rect) -> pygame.Surface:
    """The strokes in white, with round ends."""
    image = shapes.blank(box.width, box.height)
    width = max(1.5, box.height * _PEN_SHARE)
    white = premultiplied((255, 255, 255))
    for stroke in signature.strokes:
        points = [(x * box.width / REACH, y * box.height / REACH) for x, y in stroke]
        for point in points:
            pygame.draw.circle(image, white, point, width / 2)
        for start, end in pairwise(points):
            pygame.draw.line(image, white, start, end, max(1, round(width)))
    return image
