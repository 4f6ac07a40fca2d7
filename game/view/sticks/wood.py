"""A drumstick's bare wood, lit from above, as pixels.

The stick lies level, its butt on the left and its tip on the right. Places along it are shares of
its length, radii shares of the shaft's radius.
"""

from __future__ import annotations

import numpy as np
import pygame
from numpy.typing import NDArray

from game.view.theme import Color

Floats = NDArray[np.float64]

SIGNED_FROM, SIGNED_TO = 0.10, 0.66
"""The stretch of the shaft that a signature may take."""

_BUTT = 0.018
_TAPER_FROM, _NECK = 0.68, 0.925
_NECK_RADIUS = 0.42
_TIP_MIDDLE, _TIP_HALF = 0.962, 0.038
_TIP_RADIUS = 0.62
_BAND_FROM, _BAND_TO = 0.045, 0.062

_LIGHT_WOOD = np.array((240.0, 206.0, 152.0))
_DARK_WOOD = np.array((186.0, 128.0, 72.0))
_TIP_WOOD = np.array((248.0, 224.0, 182.0))
_AMBIENT, _DIFFUSE, _SHINE = 0.34, 0.74, 0.38
_LIGHT_DOWN, _LIGHT_OUT = -0.58, 0.81
"""Where the light comes from: above, and the viewer's side."""


def bare_stick(length_px: int, width_px: int, band: Color, grain: int) -> pygame.Surface:
    """A stick, premultiplied, with a ring of the player's colour near its butt.

    Args:
        grain: which piece of wood; the same number gives the same stick.
    """
    along = (np.arange(length_px) + 0.5) / length_px
    radius = _radius(along) * width_px / 2
    down = np.arange(width_px) + 0.5 - width_px / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        across = down[:, None] / radius[None, :]
    inside = np.clip(radius[None, :] - np.abs(down)[:, None] + 0.5, 0, 1)
    across = np.clip(np.nan_to_num(across), -1, 1)
    color = _color(along, across, band, grain) * _light(across)[:, :, None]
    color += 255 * _SHINE * _shine(across)[:, :, None]
    pixels = np.empty((width_px, length_px, 4), np.uint8)
    pixels[:, :, :3] = np.clip(color, 0, 255) * inside[:, :, None]
    pixels[:, :, 3] = 255 * inside
    return pygame.image.frombuffer(pixels.tobytes(), (length_px, width_px), "RGBA").copy()


def _radius(along: Floats) -> Floats:
    """The outline: a rounded butt, a shaft, a long taper to the neck, and the tip."""
    butt = np.sqrt(np.clip(1 - ((_BUTT - along) / _BUTT) ** 2, 0, 1))
    shaft = np.where(along < _BUTT, 0.35 + 0.65 * butt, 1.0)
    share = np.clip((along - _TAPER_FROM) / (_NECK - _TAPER_FROM), 0, 1)
    taper = 1 - (1 - _NECK_RADIUS) * share**1.5
    tip = np.clip(1 - ((along - _TIP_MIDDLE) / _TIP_HALF) ** 2, 0, 1)
    body = np.where(along < _TIP_MIDDLE - _TIP_HALF * 0.5, np.minimum(shaft, taper), 0)
    return np.maximum(body, _TIP_RADIUS * np.sqrt(tip))


def _color(along: Floats, across: Floats, band: Color, grain: int) -> Floats:
    """The wood itself: long fibres, a few dark pores, pale at the tip, and the painted ring."""
    angle = np.arcsin(across)
    x, seed = along[None, :], grain * 1.618
    bend = 0.35 * np.sin(5.1 * x + seed) + 0.16 * np.sin(13.7 * x + 2.3 * seed)
    rings = angle * 2.6 + bend + 1.1 * x
    fibre = 0.5 + 0.25 * np.sin(9 * rings + seed) + 0.15 * np.sin(23 * rings + 1.7 * x * 9 + seed)
    fibre += 0.10 * np.sin(61 * rings + 31 * x + 0.7 * seed)
    pores = np.sin(47 * rings + 5 * np.sin(29 * x + seed)) * np.sin(211 * x + 17 * angle)
    fibre = np.clip(fibre - 0.35 * np.clip(pores - 0.78, 0, 1) * 4, 0, 1)[:, :, None]
    wood = _DARK_WOOD + (_LIGHT_WOOD - _DARK_WOOD) * fibre
    is_tip = (along > _TIP_MIDDLE - _TIP_HALF)[None, :, None]
    wood = np.where(is_tip, wood * 0.35 + _TIP_WOOD * 0.65, wood)
    is_band = ((along > _BAND_FROM) & (along < _BAND_TO))[None, :, None]
    return np.where(is_band, np.array(band, float) * 0.92, wood)


def _light(across: Floats) -> Floats:
    facing = across * _LIGHT_DOWN + np.sqrt(1 - across**2) * _LIGHT_OUT
    return _AMBIENT + _DIFFUSE * np.clip(facing, 0, 1)


def _shine(across: Floats) -> Floats:
    """A narrow gleam of lacquer along the upper side."""
    return np.exp(-(((across + 0.42) / 0.13) ** 2))
