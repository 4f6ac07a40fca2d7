"""A keycap as it lies on a keyboard."""

from __future__ import annotations

import pygame

from game.view import shapes
from game.view.color import WHITE, mixed
from game.view.theme import Color

_FACE: Color = (34, 36, 54)
_SIDE: Color = (14, 15, 26)
_DEPTH_SHARE = 0.09
_RADIUS_SHARE = 0.2
_GLOW_SHARE = 0.28


def keycap_image(
    width_px: int, height_px: int, color: Color, lit: bool, rim_px: int
) -> pygame.Surface:
    """A cap without its label, in the middle of an image that has room for its glow."""
    depth = max(1, round(height_px * _DEPTH_SHARE))
    radius = round(height_px * _RADIUS_SHARE)
    reach = round(height_px * _GLOW_SHARE)
    side = shapes.premultiplied(mixed(_SIDE, color, 0.55 if lit else 0.18))
    face = shapes.premultiplied(color if lit else mixed(_FACE, color, 0.05))
    rim = shapes.premultiplied(mixed(color, WHITE, 0.6 if lit else 0.0))
    image = shapes.blank(width_px + 2 * reach, height_px + 2 * reach)
    if lit:
        halo = shapes.rounded_box(width_px, height_px, radius, shapes.premultiplied(color, 150))
        image.blit(halo, (reach, reach), special_flags=pygame.BLEND_PREMULTIPLIED)
        image = shapes.glow(image, reach)
    body = shapes.rounded_box(width_px, height_px, radius, side)
    top = shapes.rounded_box(width_px, height_px - depth, radius, face, rim, rim_px)
    for part in (body, top):
        image.blit(part, (reach, reach), special_flags=pygame.BLEND_PREMULTIPLIED)
    return image


def face_shift_px(height_px: int) -> int:
    """How far the middle of the cap's face lies above the middle of the cap."""
    return max(1, round(height_px * _DEPTH_SHARE)) // 2
