"""Loading: how far it is, or in one clear sentence why it cannot go on."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas
from game.view.strings import Strings
from game.view.widgets.area import Area
from game.view.widgets.lines import line, line_height, wrapped

_BAR = Area(WIDTH / 2 - 400, HEIGHT / 2 + 64, 800, 16)
_TITLE_Y = HEIGHT / 2 - 56
_WAIT_Y = HEIGHT / 2 + 8
_PANEL_WIDTH = 1280
_FAULT_LINES = 6


@dataclass(frozen=True, slots=True)
class LoadingSnapshot:
    """A wait."""

    title: str
    """Of the song."""

    progress: float | None = None
    """0 to 1; None as long as the wait is too short to speak of."""

    fault: str = ""
    """One sentence, if the song cannot be played."""

    wait: str = ""
    """What is waited for; "" is the song of a play."""

    broken: str = ""
    """What a fault is headed by; "" is that of a play."""


def draw(canvas: Canvas, snapshot: LoadingSnapshot, strings: Strings) -> None:
    """Draw the whole screen."""
    canvas.background()
    if snapshot.fault:
        _draw_fault(canvas, snapshot, strings)
    elif snapshot.progress is not None:
        wait = snapshot.wait or strings("loading.title")
        _draw_wait(canvas, snapshot.title, snapshot.progress, wait)


def _draw_wait(canvas: Canvas, title: str, progress: float, wait: str) -> None:
    room = WIDTH - 4 * theme.EDGE
    line(
        canvas,
        title,
        WIDTH / 2,
        _TITLE_Y,
        room,
        theme.SIZE_TITLE,
        anchor="center",
        weight="black",
    )
    canvas.text(wait, WIDTH / 2, _WAIT_Y, color=theme.TEXT_DIM, anchor="center")
    _draw_progress(canvas, min(1.0, max(0.0, progress)))


def _draw_progress(canvas: Canvas, progress: float) -> None:
    """The players' colours come from both sides; where they meet, it begins."""
    radius = _BAR.height / 2
    canvas.panel(_BAR.x, _BAR.y, _BAR.width, _BAR.height, radius=radius)
    length = max(_BAR.height, _BAR.width / 2 * progress)
    left, right = _BAR.x, _BAR.right - length
    for x, color in ((left, theme.P1_CORAL), (right, theme.P2_AZURE)):
        canvas.rounded(x, _BAR.y, length, _BAR.height, color, radius=radius)


def _draw_fault(canvas: Canvas, snapshot: LoadingSnapshot, strings: Strings) -> None:
    room = _PANEL_WIDTH - 2 * theme.EDGE
    lines = wrapped(canvas, snapshot.fault, room, theme.SIZE_BODY, _FAULT_LINES)
    step = line_height(canvas, theme.SIZE_BODY)
    height = 256 + len(lines) * step
    left, top = (WIDTH - _PANEL_WIDTH) / 2, (HEIGHT - height) / 2
    canvas.panel(left, top, _PANEL_WIDTH, height, radius=32)
    heading = snapshot.broken or strings("loading.broken")
    size = theme.SIZE_TITLE
    line(canvas, heading, WIDTH / 2, top + 88, room, size, anchor="center", weight="black")
    for index, shown in enumerate(lines):
        y = top + 152 + (index + 0.5) * step
        canvas.text(shown, WIDTH / 2, y, anchor="center", max_width=room)
    hint = strings("loading.back")
    y = top + height - 56
    canvas.text(hint, WIDTH / 2, y, theme.SIZE_SMALL, theme.TEXT_DIM, anchor="center")
