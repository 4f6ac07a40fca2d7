"""A page that says one thing: what went wrong, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line, line_height, paragraph, wrapped

BUTTON = "button"

_WIDTH = 1280
_PAD = 64
_TITLE_Y = 88
_TEXT_Y = 136
_MIDDLE_Y = 440
_MOST_LINES = 10
_BUTTON = Area(WIDTH / 2 - 208, 784, 416, 88)


@dataclass(frozen=True, slots=True)
class NoticeSnapshot:
    title: str
    text: str
    button: Button
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, NoticeSnapshot)
    canvas.background()
    room = _WIDTH - 2 * _PAD
    lines = wrapped(canvas, snapshot.text, room, theme.SIZE_SMALL, _MOST_LINES)
    step = line_height(canvas, theme.SIZE_SMALL)
    height = _TEXT_Y + len(lines) * step + _PAD
    top = _MIDDLE_Y - height / 2
    canvas.panel((WIDTH - _WIDTH) / 2, top, _WIDTH, height)
    x = WIDTH / 2
    line(
        canvas,
        snapshot.title,
        x,
        top + _TITLE_Y,
        room,
        theme.SIZE_SCORE,
        anchor="center",
        weight="black",
    )
    paragraph(canvas, snapshot.text, x, top + _TEXT_Y, room, anchor="center", max_lines=_MOST_LINES)
    draw_button(canvas, _BUTTON, snapshot.button)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, NoticeSnapshot)
    yield Target(BUTTON), _BUTTON
