"""How the chosen one of several rows is shown: light, with a player's colour on either side."""

from __future__ import annotations

from game.view import theme
from game.view.canvas import Canvas
from game.view.theme import Color
from game.view.widgets.area import Area

_ALPHA = 30
_BAR_WIDTH = 6
_BAR_INSET = 12


def draw_focus(
    canvas: Canvas, area: Area, left: Color = theme.P1_CORAL, right: Color = theme.P2_AZURE
) -> None:
    """Lie under the row's text."""
    canvas.rounded(area.x, area.y, area.width, area.height, theme.HAIRLINE, radius=12, alpha=_ALPHA)
    height = area.height - 2 * _BAR_INSET
    for x, color in ((area.x, left), (area.right - _BAR_WIDTH, right)):
        canvas.rounded(x, area.y + _BAR_INSET, _BAR_WIDTH, height, color, radius=_BAR_WIDTH / 2)
