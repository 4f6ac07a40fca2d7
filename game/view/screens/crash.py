"""The screen after a crash: what was saved, and where the log is."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas

_PANEL_WIDTH = 1400
_PANEL_HEIGHT = 480


@dataclass(frozen=True, slots=True)
class CrashSnapshot:
    """Whole sentences; paths stand on lines of their own."""

    heading: str
    lines: tuple[str, ...]
    hint: str


def draw(canvas: Canvas, snapshot: CrashSnapshot) -> None:
    """Draw the whole screen."""
    canvas.background()
    left, top = (WIDTH - _PANEL_WIDTH) / 2, (HEIGHT - _PANEL_HEIGHT) / 2
    canvas.panel(left, top, _PANEL_WIDTH, _PANEL_HEIGHT)
    width = _PANEL_WIDTH - 2 * theme.EDGE
    canvas.text(
        snapshot.heading,
        WIDTH / 2,
        top + 88,
        theme.SIZE_TITLE,
        anchor="center",
        weight="black",
        max_width=width,
    )
    for index, line in enumerate(snapshot.lines):
        y = top + 184 + index * 48
        canvas.text(line, WIDTH / 2, y, theme.SIZE_BODY, anchor="center", max_width=width)
    canvas.text(
        snapshot.hint,
        WIDTH / 2,
        top + _PANEL_HEIGHT - 64,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="center",
    )
