"""A page of the lesson with a few words and a few ways on: its offer, and the end of a step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line, paragraph
from game.view.widgets.marks import draw_marks, marks_width

BUTTON = "button"

_MIDDLE = WIDTH / 2
_HEADING_Y = 216
_HEADING_SIZE = 88
_MARKS_Y = 320
_MARKS_RADIUS = 20
_LINES = Area(_MIDDLE - 560, 372, 1120, 180)
_BUTTON = Area(_MIDDLE - 320, 576, 640, 80)
_GAP = 16


@dataclass(frozen=True, slots=True)
class Marks:
    won: int
    most: int


@dataclass(frozen=True, slots=True)
class LessonPageSnapshot:
    heading: str
    text: str
    marks: Marks | None
    buttons: tuple[Button, ...]
    """Four at most."""

    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, LessonPageSnapshot)
    canvas.background()
    room = WIDTH - 2 * theme.EDGE
    line(
        canvas,
        snapshot.heading,
        _MIDDLE,
        _HEADING_Y,
        room,
        _HEADING_SIZE,
        anchor="center",
        weight="black",
    )
    if snapshot.marks is not None:
        won, most = snapshot.marks.won, snapshot.marks.most
        left = _MIDDLE - marks_width(_MARKS_RADIUS, most) / 2
        draw_marks(canvas, left, _MARKS_Y, _MARKS_RADIUS, won, most)
    paragraph(
        canvas,
        snapshot.text,
        _MIDDLE,
        _LINES.y,
        _LINES.width,
        theme.SIZE_BODY,
        theme.TEXT,
        anchor="center",
        max_lines=3,
    )
    for index, button in enumerate(snapshot.buttons):
        draw_button(canvas, _BUTTON.below(index, _GAP), button)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, LessonPageSnapshot)
    for index in range(len(snapshot.buttons)):
        yield Target(BUTTON, index), _BUTTON.below(index, _GAP)
