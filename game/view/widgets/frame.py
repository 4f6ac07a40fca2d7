"""What stands at the foot of every menu screen: which keys do what, and the latest notice."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas
from game.view.widgets.lines import fitting_size, line_height, wrapped

_MIDDLE_Y = HEIGHT - 56
_CAP_HEIGHT = 40
_CAP_PAD = 12
_GAP = 12
_BETWEEN = 40
_NOTICE_WIDTH = 1280
_NOTICE_PAD = 16
_NOTICE_BOTTOM = HEIGHT - 24


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys and what they do here."""

    caps: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    hints: tuple[Hint, ...] = ()
    notice: str = ""
    """One sentence for the players, or "" if there is none."""


def draw_frame(canvas: Canvas, frame: Frame, hints_y: float = _MIDDLE_Y) -> None:
    """Draw last: a notice takes the place of the hints, and more if it is long.

    Args:
        hints_y: the vertical middle of the hints.
    """
    if frame.notice:
        _draw_notice(canvas, frame.notice)
    else:
        _draw_hints(canvas, frame.hints, hints_y)


def _draw_hints(canvas: Canvas, hints: tuple[Hint, ...], y: float) -> None:
    size = theme.SIZE_SMALL
    room = WIDTH - 2 * theme.EDGE
    while size > theme.SIZE_SMALL // 2 and _hints_width(canvas, hints, size) > room:
        size -= 1
    x = (WIDTH - _hints_width(canvas, hints, size)) / 2
    for hint in hints:
        for cap in hint.caps:
            width = _cap_width(canvas, cap, size)
            top = y - _CAP_HEIGHT / 2
            canvas.rounded(
                x,
                top,
                width,
                _CAP_HEIGHT,
                theme.PANEL,
                radius=theme.GRID,
                alpha=theme.PANEL_ALPHA,
                border=theme.TEXT_DIM,
                border_alpha=128,
            )
            canvas.text(cap, x + width / 2, y, size, anchor="center")
            x += width + _GAP
        x += canvas.text(hint.text, x, y, size, theme.TEXT_DIM) + _BETWEEN


def _hints_width(canvas: Canvas, hints: tuple[Hint, ...], size: int) -> float:
    widths = [
        sum(_cap_width(canvas, cap, size) + _GAP for cap in hint.caps)
        + canvas.text_width(hint.text, size)
        for hint in hints
    ]
    return sum(widths) + _BETWEEN * (len(hints) - 1)


def _cap_width(canvas: Canvas, cap: str, size: int) -> float:
    return max(_CAP_HEIGHT, canvas.text_width(cap, size) + 2 * _CAP_PAD)


def _draw_notice(canvas: Canvas, text: str) -> None:
    size = fitting_size(canvas, text, 4 * _NOTICE_WIDTH, theme.SIZE_SMALL)
    lines = wrapped(canvas, text, _NOTICE_WIDTH - 2 * _NOTICE_PAD, size, max_lines=5)
    step = line_height(canvas, size)
    height = len(lines) * step + 2 * _NOTICE_PAD
    top = _NOTICE_BOTTOM - height
    left = (WIDTH - _NOTICE_WIDTH) / 2
    canvas.rounded(
        left, top, _NOTICE_WIDTH, height, theme.PANEL, border=theme.TOGETHER_MINT, border_alpha=200
    )
    for index, shown in enumerate(lines):
        canvas.text(
            shown,
            WIDTH / 2,
            top + _NOTICE_PAD + (index + 0.5) * step,
            size,
            anchor="center",
            max_width=_NOTICE_WIDTH - 2 * _NOTICE_PAD,
        )
