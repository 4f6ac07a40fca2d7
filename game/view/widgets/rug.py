"""Errors of hits as a row of strokes along a line: early on the left, late on the right."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import Canvas
from game.view.theme import Color
from game.view.widgets.area import Area
from game.view.widgets.lines import line

_STROKE_WIDTH = 6
_AXIS_WIDTH = 2
_OLDEST_ALPHA = 70
_BAND_ALPHAS = (38, 24, 14)
_LABEL_DROP = 28


@dataclass(frozen=True, slots=True)
class Rug:
    """What is drawn, in milliseconds from the middle."""

    errors_ms: tuple[float, ...] = ()
    """Oldest first; the latest is the brightest."""

    reach_ms: float = 120.0
    """What the ends of the line stand for; strokes beyond lie on them."""

    middle_ms: float | None = None
    """Where the middle of the strokes is marked."""

    bands_ms: tuple[float, ...] = ()
    """Half widths of the hit windows, the narrowest first."""

    early: str = ""
    late: str = ""
    """Words at the ends."""


def draw_rug(canvas: Canvas, area: Area, rug: Rug, color: Color) -> None:
    """Fill the area; the words stand below it."""
    _draw_bands(canvas, area, rug)
    y = area.center_y
    canvas.line(area.x, y, area.right, y, width=_AXIS_WIDTH)
    canvas.line(area.center_x, area.y, area.center_x, area.bottom, theme.TEXT_DIM, alpha=255)
    for index, error_ms in enumerate(rug.errors_ms):
        alpha = _alpha(index, len(rug.errors_ms))
        _draw_stroke(canvas, area, _x(area, rug, error_ms), color, alpha, 0.8)
    if rug.errors_ms:
        _draw_stroke(canvas, area, _x(area, rug, rug.errors_ms[-1]), theme.TEXT, 255, 1.0)
    if rug.middle_ms is not None:
        x = _x(area, rug, rug.middle_ms)
        canvas.disc(x, area.bottom, 8, color, border=theme.TEXT)
    _draw_words(canvas, area, rug)


def _x(area: Area, rug: Rug, error_ms: float) -> float:
    share = max(-1.0, min(1.0, error_ms / rug.reach_ms))
    return area.center_x + share * area.width / 2


def _alpha(index: int, count: int) -> int:
    share = (index + 1) / max(1, count)
    return round(_OLDEST_ALPHA + (200 - _OLDEST_ALPHA) * share**2)


def _draw_stroke(
    canvas: Canvas, area: Area, x: float, color: Color, alpha: int, share: float
) -> None:
    height = area.height * share
    canvas.rounded(
        x - _STROKE_WIDTH / 2,
        area.center_y - height / 2,
        _STROKE_WIDTH,
        height,
        color,
        radius=_STROKE_WIDTH / 2,
        alpha=alpha,
    )


def _draw_bands(canvas: Canvas, area: Area, rug: Rug) -> None:
    for half_ms, alpha in zip(reversed(rug.bands_ms), reversed(_BAND_ALPHAS), strict=False):
        half = min(1.0, half_ms / rug.reach_ms) * area.width / 2
        canvas.rounded(
            area.center_x - half,
            area.y,
            2 * half,
            area.height,
            theme.TOGETHER_MINT,
            radius=8,
            alpha=alpha,
        )


def _draw_words(canvas: Canvas, area: Area, rug: Rug) -> None:
    y, room = area.bottom + _LABEL_DROP, area.width / 3
    size, dim = theme.SIZE_SMALL, theme.TEXT_DIM
    line(canvas, rug.early, area.x, y, room, size, dim)
    line(canvas, rug.late, area.right, y, room, size, dim, anchor="right")
