"""How often a player hit how early or late, over the windows that judged it."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import Canvas
from game.view.theme import Color
from game.view.widgets.area import Area

_WINDOW_ALPHAS = (40, 26, 16)
"""The narrower a window, the brighter its band: each lies on the wider ones."""

_BAR_SHARE = 0.8
_MARK = Area(-4, -8, 8, 24)
_AXIS_ALPHA = 120


@dataclass(frozen=True, slots=True)
class HistogramFigure:
    """One player's errors."""

    counts: tuple[int, ...]
    """Hits in even steps of error, from the earliest to the latest."""

    reach_ms: float
    """The error at the right edge; at the left one as much, early."""

    windows_ms: tuple[float, ...]
    """Half the width of each window, the narrowest first."""

    mean_ms: float | None


def draw_histogram(canvas: Canvas, figure: HistogramFigure, area: Area, color: Color) -> None:
    """Bars on bands, early to the left; a mark at the mean."""
    middle, scale = area.center_x, area.width / 2 / figure.reach_ms
    for half_ms, alpha in zip(figure.windows_ms, _WINDOW_ALPHAS, strict=False):
        half = half_ms * scale
        band = (middle - half, area.y, 2 * half, area.height)
        canvas.rounded(*band, theme.HAIRLINE, radius=8, alpha=alpha)
    step = area.width / len(figure.counts)
    highest = max(1, *figure.counts)
    for index, count in enumerate(figure.counts):
        if count:
            height = max(4.0, area.height * count / highest)
            left = area.x + (index + (1 - _BAR_SHARE) / 2) * step
            canvas.rounded(left, area.bottom - height, step * _BAR_SHARE, height, color, radius=3)
    canvas.line(area.x, area.bottom, area.right, area.bottom)
    canvas.line(middle, area.y, middle, area.bottom, theme.TEXT, alpha=_AXIS_ALPHA)
    if figure.mean_ms is not None:
        x = middle + max(-figure.reach_ms, min(figure.reach_ms, figure.mean_ms)) * scale
        place = (x + _MARK.x, area.y + _MARK.y, _MARK.width, _MARK.height)
        canvas.rounded(*place, theme.TEXT, radius=4)
