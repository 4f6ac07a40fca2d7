"""A chart while it is written: what is played, and over it what is wrong with the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas
from game.view.widgets.area import Area
from game.view.widgets.frame import Frame, Hint, draw_frame
from game.view.widgets.lines import line, line_height, wrapped

_PANEL_ALPHA = 236
_PANEL = Area(WIDTH / 2 - 720, 240, 1440, 0)
_PADDING = 40
_HEADING_HEIGHT = 56
_STEP = 40
_BETWEEN = 24
_MORE_HEIGHT = 44
_CARET_HEIGHT = 4
_CARET_BELOW = 19
_CARET_LEAST = 14
_NOTE_WIDTH, _NOTE_LINES = 480, 2
_NOTE_TOP, _NOTE_PADDING = 226, 12
_NOTE_ALPHA = 200
_HINTS_Y = HEIGHT - 30
"""Below the words for each player."""


@dataclass(frozen=True, slots=True)
class FaultView:
    """One fault; the line of the text is split at the character that is marked."""

    place: str
    message: str
    hint: str = ""
    before: str = ""
    marked: str = ""
    after: str = ""

    @property
    def rows(self) -> int:
        """Lines of it on the screen."""
        return 1 + bool(self.before or self.marked) + bool(self.hint)


@dataclass(frozen=True, slots=True)
class WatchSnapshot:
    state: int
    """Another one is drawn even if nothing in it has changed."""

    below: object | None
    """The picture of what is played; None before anything could be."""

    heading: str
    """Over the faults; "" if all is well."""

    faults: tuple[FaultView, ...]
    more: str
    """How many are not shown, or ""."""

    note: str
    hints: tuple[Hint, ...]


def draw(
    canvas: Canvas, snapshot: WatchSnapshot, draw_below: Callable[[Canvas, object], None]
) -> None:
    """Draw the whole screen; `draw_below` draws what is played."""
    if snapshot.below is None:
        canvas.background()
    else:
        draw_below(canvas, snapshot.below)
    if snapshot.note and not snapshot.heading:
        _draw_note(canvas, snapshot.note)
    if snapshot.heading:
        _draw_faults(canvas, snapshot)
    draw_frame(canvas, Frame(snapshot.hints), _HINTS_Y)


def _draw_note(canvas: Canvas, text: str) -> None:
    """Between the far ends of the highways, where there is most room."""
    size = theme.SIZE_SMALL
    lines = wrapped(canvas, text, _NOTE_WIDTH, size, _NOTE_LINES)
    step = line_height(canvas, size)
    widest = max(canvas.text_width(each, size, max_width=_NOTE_WIDTH) for each in lines)
    width = widest + 4 * _NOTE_PADDING
    height = len(lines) * step + 2 * _NOTE_PADDING
    canvas.panel((WIDTH - width) / 2, _NOTE_TOP, width, height, alpha=_NOTE_ALPHA)
    for index, shown in enumerate(lines):
        y = _NOTE_TOP + _NOTE_PADDING + (index + 0.5) * step
        line(canvas, shown, WIDTH / 2, y, _NOTE_WIDTH, size, anchor="center")


def _draw_faults(canvas: Canvas, snapshot: WatchSnapshot) -> None:
    rows = sum(fault.rows for fault in snapshot.faults)
    height = 2 * _PADDING + _HEADING_HEIGHT + rows * _STEP + len(snapshot.faults) * _BETWEEN
    height += _MORE_HEIGHT if snapshot.more else 0
    panel = Area(_PANEL.x, _PANEL.y, _PANEL.width, height)
    canvas.panel(
        panel.x,
        panel.y,
        panel.width,
        panel.height,
        alpha=_PANEL_ALPHA,
        border=theme.P1_CORAL if snapshot.faults else theme.TEXT_DIM,
        radius=32,
    )
    inner = panel.inset(_PADDING, _PADDING)
    y = inner.y + _HEADING_HEIGHT / 2
    line(canvas, snapshot.heading, inner.x, y, inner.width, theme.SIZE_NAME, weight="black")
    y = inner.y + _HEADING_HEIGHT + _BETWEEN + _STEP / 2
    for fault in snapshot.faults:
        y = _draw_fault(canvas, fault, inner, y) + _BETWEEN
    if snapshot.more:
        line(canvas, snapshot.more, inner.x, y, inner.width, theme.SIZE_SMALL, theme.TEXT_DIM)


def _draw_fault(canvas: Canvas, fault: FaultView, inner: Area, y: float) -> float:
    """Draw one fault with its first line at `y`; returns where the next one may begin."""
    size = theme.SIZE_SMALL
    across = canvas.text(fault.place, inner.x, y, size, theme.P1_CORAL) + _BETWEEN
    line(canvas, fault.message, inner.x + across, y, inner.width - across, size)
    y += _STEP
    if fault.before or fault.marked:
        _draw_source(canvas, fault, inner, y)
        y += _STEP
    if fault.hint:
        line(canvas, fault.hint, inner.x, y, inner.width, size, theme.TEXT_DIM)
        y += _STEP
    return y


def _draw_source(canvas: Canvas, fault: FaultView, inner: Area, y: float) -> None:
    """The line of the text, and a stroke under the character."""
    size = theme.SIZE_SMALL
    color = theme.TOGETHER_MINT
    whole = f"{fault.before}{fault.marked}{fault.after}"
    canvas.text(whole, inner.x, y, size, color, max_width=inner.width)
    if not fault.marked:
        return
    left = canvas.text_width(fault.before, size)
    width = canvas.text_width(fault.before + fault.marked, size) - left
    middle = inner.x + left + width / 2
    width = max(_CARET_LEAST, width)
    y += _CARET_BELOW
    canvas.rounded(middle - width / 2, y, width, _CARET_HEIGHT, theme.P1_CORAL, radius=2)
