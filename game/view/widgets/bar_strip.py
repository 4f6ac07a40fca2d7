"""The strip of a song: who plays how much when, the sections, and the bars that are chosen."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.butterfly import Butterfly, draw_butterfly
from game.view.canvas import Canvas
from game.view.widgets.area import Area

_SHADE_ALPHA = 150
_CHOSEN_ALPHA = 40
_FRAME_WIDTH = 4
_HANDLE_WIDTH = 12
_NAME_GAP = 16
_NAME_STEP = 32


@dataclass(frozen=True, slots=True)
class BarStrip:
    """Shares of the song, 0 to 1."""

    butterfly: Butterfly
    bars: tuple[float, ...]
    """Where each bar begins."""

    begin: float
    end: float
    """What is chosen."""

    is_focused: bool = False


def draw_strip(canvas: Canvas, area: Area, strip: BarStrip) -> None:
    """Fill the area; the names of the sections stand under it on two lines."""
    canvas.panel(area.x, area.y, area.width, area.height)
    _draw_grid(canvas, area, strip)
    draw_butterfly(canvas, strip.butterfly, area.x, area.y, area.width, area.height)
    left, right = area.x + strip.begin * area.width, area.x + strip.end * area.width
    for start, end in ((area.x, left), (right, area.right)):
        if end > start:
            canvas.rounded(
                start, area.y, end - start, area.height, theme.PANEL, radius=0, alpha=_SHADE_ALPHA
            )
    _draw_chosen(canvas, Area(left, area.y, max(_HANDLE_WIDTH, right - left), area.height), strip)
    _draw_names(canvas, area, strip.butterfly)


def share_at(area: Area, x: float) -> float:
    """How far along the song a point lies, 0 to 1."""
    return min(1.0, max(0.0, (x - area.x) / area.width))


def _draw_grid(canvas: Canvas, area: Area, strip: BarStrip) -> None:
    """Every bar line where there is room for them, else every fourth one."""
    step = 1 if area.width / max(1, len(strip.bars)) >= theme.GRID else 4
    for share in strip.bars[::step]:
        x = area.x + share * area.width
        canvas.line(x, area.y + 8, x, area.bottom - 8, alpha=theme.HAIRLINE_ALPHA // 2, width=1)


def _draw_chosen(canvas: Canvas, chosen: Area, strip: BarStrip) -> None:
    color = theme.TEXT if strip.is_focused else theme.TOGETHER_MINT
    canvas.rounded(
        chosen.x,
        chosen.y,
        chosen.width,
        chosen.height,
        theme.TOGETHER_MINT,
        radius=theme.GRID,
        alpha=_CHOSEN_ALPHA,
        border=color,
        border_width=_FRAME_WIDTH,
    )
    for x in (chosen.x - _HANDLE_WIDTH / 2, chosen.right - _HANDLE_WIDTH / 2):
        height = chosen.height / 3
        canvas.rounded(
            x, chosen.center_y - height / 2, _HANDLE_WIDTH, height, color, radius=_HANDLE_WIDTH / 2
        )


def _draw_names(canvas: Canvas, area: Area, butterfly: Butterfly) -> None:
    """The names under their marks, on two lines; one that has no room is left out."""
    free_from: list[float] = [area.x, area.x]
    for share, name in butterfly.sections:
        width = canvas.text_width(name, theme.SIZE_SMALL)
        x = min(area.x + share * area.width, area.right - width)
        row = next((row for row in (0, 1) if free_from[row] <= x), None)
        if row is None:
            continue
        stretch = max(100, canvas.theme.text_scale_pct) / 100
        y = area.bottom + (20 + _NAME_STEP * row) * stretch
        canvas.text(name, x, y, theme.SIZE_SMALL, theme.TEXT_DIM)
        free_from[row] = x + width + _NAME_GAP
