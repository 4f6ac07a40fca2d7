"""A player's keys, drawn as they lie on the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import Canvas
from game.view.theme import Color
from game.view.widgets.area import Area
from game.view.widgets.lines import line

_GAP_SHARE = 0.14
_CAPTION = 36
_LARGEST = 112
_LEAST = 40
_CAP_TEXT = 0.46
_FACE_SHIFT = 0.045
"""The face of a cap lies a little above its middle."""


@dataclass(frozen=True, slots=True)
class Key:
    """One drum's key."""

    cap: str
    """What stands on it."""

    caption: str
    """The drum, in words."""

    row: int
    """From 0, the uppermost row of this kit."""

    quarter: int
    """How far from the left, in quarters of a key."""

    is_lit: bool = False
    is_focused: bool = False


def key_areas(area: Area, keys: tuple[Key, ...]) -> Iterator[tuple[int, Area]]:
    """Index and place of each cap, as large as the area allows, in its middle."""
    if not keys:
        return
    columns = max(key.quarter for key in keys) / 4 + 1
    rows = max(key.row for key in keys) + 1
    gaps = 1 + _GAP_SHARE
    size = min(_LARGEST, area.width / (columns * gaps), (area.height / rows - _CAPTION) / gaps)
    size = max(_LEAST, size)
    pitch = size * gaps
    left = area.center_x - (columns * pitch - size * _GAP_SHARE) / 2
    line_height = size + _CAPTION + size * _GAP_SHARE
    top = area.center_y - (rows * line_height - size * _GAP_SHARE) / 2
    for index, key in enumerate(keys):
        yield index, Area(left + key.quarter / 4 * pitch, top + key.row * line_height, size, size)


def draw_kit(canvas: Canvas, area: Area, keys: tuple[Key, ...], color: Color) -> None:
    """Caps with the names of their drums under them."""
    for index, place in key_areas(area, keys):
        key = keys[index]
        if key.is_focused:
            halo = place.inset(-theme.GRID, -theme.GRID)
            canvas.rounded(
                halo.x,
                halo.y,
                halo.width,
                halo.height,
                theme.TEXT,
                radius=24,
                alpha=60,
                border=theme.TEXT,
            )
        canvas.keycap(place.center_x, place.center_y, place.height, "", color, key.is_lit)
        line(
            canvas,
            key.cap,
            place.center_x,
            place.center_y - place.height * _FACE_SHIFT,
            place.width - 2 * theme.GRID,
            round(place.height * _CAP_TEXT),
            theme.PANEL if key.is_lit else theme.TEXT,
            anchor="center",
        )
        line(
            canvas,
            key.caption,
            place.center_x,
            place.bottom + _CAPTION / 2,
            place.width * (1 + _GAP_SHARE) - 4,
            theme.SIZE_SMALL,
            theme.TEXT if key.is_lit or key.is_focused else theme.TEXT_DIM,
            anchor="center",
        )
