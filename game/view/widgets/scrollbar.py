"""Where in a long list one is."""

from __future__ import annotations

from game.view import theme
from game.view.canvas import Canvas
from game.view.widgets.area import Area

_WIDTH = 6
_LEAST_HEIGHT = 32


def draw_scrollbar(canvas: Canvas, area: Area, first: int, shown: int, total: int) -> None:
    """A thin bar at the area's right edge; nothing where everything is shown."""
    if total <= shown:
        return
    height = max(_LEAST_HEIGHT, area.height * shown / total)
    top = area.y + (area.height - height) * first / (total - shown)
    canvas.rounded(
        area.right - _WIDTH, area.y, _WIDTH, area.height, theme.HAIRLINE, radius=3, alpha=16
    )
    canvas.rounded(area.right - _WIDTH, top, _WIDTH, height, theme.TEXT_DIM, radius=3, alpha=160)
