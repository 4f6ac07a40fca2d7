"""The head of the editor: the song, its file, and how one works at present."""

from __future__ import annotations

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.screens.editor import geometry
from game.view.screens.editor.snapshot import Still
from game.view.widgets.lines import line

_CHIP_PAD = 16
_CHIP_GAP = 12
_TITLE_ROOM = 900
_PLACE_ROOM = 420


def draw_top(canvas: Canvas, still: Still) -> None:
    """Title and chips."""
    line(
        canvas,
        still.title,
        24,
        geometry.TITLE_Y,
        _TITLE_ROOM,
        theme.SIZE_NAME,
        weight="black",
    )
    line(
        canvas,
        still.place,
        WIDTH - 24,
        geometry.TITLE_Y,
        _PLACE_ROOM,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="right",
    )
    _draw_chips(canvas, still)


def _draw_chips(canvas: Canvas, still: Still) -> None:
    """In one row, all a little smaller where there is no room."""
    area, size = geometry.CHIPS, theme.SIZE_SMALL - 2
    while size > 12 and _width(canvas, still, size) > area.width:
        size -= 1
    x = area.x
    for chip in still.chips:
        width = canvas.text_width(chip.text, size) + 2 * _CHIP_PAD
        border = theme.TOGETHER_MINT if chip.is_lit else theme.HAIRLINE
        canvas.rounded(
            x,
            area.y,
            width,
            area.height,
            theme.PANEL,
            radius=12,
            alpha=theme.PANEL_ALPHA,
            border=border,
            border_alpha=200 if chip.is_lit else theme.HAIRLINE_ALPHA,
        )
        ink = theme.TOGETHER_MINT if chip.is_lit else theme.TEXT
        canvas.text(chip.text, x + width / 2, area.center_y, size, ink, anchor="center")
        x += width + _CHIP_GAP


def _width(canvas: Canvas, still: Still, size: int) -> float:
    widths = (canvas.text_width(chip.text, size) + 2 * _CHIP_PAD for chip in still.chips)
    return sum(widths) + _CHIP_GAP * (len(still.chips) - 1)
