"""A field to type into."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import Canvas
from game.view.widgets.area import Area
from game.view.widgets.lines import line

_PAD = 24
_CARET_WIDTH = 3


@dataclass(frozen=True, slots=True)
class Field:
    text: str
    composition: str = ""
    """What an input method is still composing, underlined."""

    placeholder: str = ""
    is_focused: bool = False


def draw_field(canvas: Canvas, area: Area, field: Field, size: int = theme.SIZE_BODY) -> None:
    """A box with the text in it; the caret stands at its end."""
    canvas.panel(
        area.x,
        area.y,
        area.width,
        area.height,
        border=theme.TEXT if field.is_focused else None,
    )
    x, room = area.x + _PAD, area.width - 2 * _PAD
    shown = _tail(canvas, field.text + field.composition, room - theme.GRID, size)
    if not shown and not field.is_focused:
        line(canvas, field.placeholder, x, area.center_y, room, size, theme.TEXT_DIM)
        return
    width = canvas.text(shown, x, area.center_y, size) if shown else 0.0
    if field.composition:
        composed = min(width, canvas.text_width(field.composition, size))
        canvas.line(
            x + width - composed,
            area.center_y + size * 0.6,
            x + width,
            area.center_y + size * 0.6,
            theme.TOGETHER_MINT,
            alpha=255,
            width=3,
        )
    if field.is_focused:
        canvas.rounded(
            x + width + 4,
            area.center_y - size * 0.55,
            _CARET_WIDTH,
            size * 1.1,
            theme.TOGETHER_MINT,
            radius=1,
        )


def _tail(canvas: Canvas, text: str, room: float, size: int) -> str:
    """The end of the text, as much of it as there is room for."""
    start = 0
    while start < len(text) and canvas.text_width(text[start:], size) > room:
        start += 1
    return text[start:]
