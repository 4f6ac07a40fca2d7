"""The steps of the lesson: a list, and the card of the one that is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.focus import draw_focus
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line, paragraph
from game.view.widgets.marks import draw_marks, marks_width

STEP = "step"
START = "start"

_HEADING_Y = 88
_LIST = Area(theme.EDGE, 144, 816, 824)
_ROW = Area(_LIST.x + 12, _LIST.y + 12, _LIST.width - 24, 58)
_ROW_GAP = 4
_NUMBER = 64
_ROW_PAD = 24
_ROW_MARK = 8
_CARD = Area(944, 144, WIDTH - theme.EDGE - 944, 824)
_PAD = 48
_TITLE_Y = 72
_LEARN_Y = 136
_GOAL_Y = 376
_MARKS_Y = 592
_MARK = 16
_WORTH_Y = 624
_START = Area(_CARD.center_x - 256, 856, 512, 80)


@dataclass(frozen=True, slots=True)
class StepRow:
    number: str
    title: str
    won: int
    is_focused: bool


@dataclass(frozen=True, slots=True)
class StepCard:
    """About the chosen step, in whole sentences."""

    title: str
    learn: str
    goal: str
    won: int
    worth: str


@dataclass(frozen=True, slots=True)
class LessonSnapshot:
    heading: str
    rows: tuple[StepRow, ...]
    most: int
    """How many marks a step can be worth."""

    card: StepCard
    start: Button
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, LessonSnapshot)
    canvas.background()
    room, size = WIDTH - 2 * theme.EDGE, theme.SIZE_TITLE
    line(canvas, snapshot.heading, theme.EDGE, _HEADING_Y, room, size, weight="black")
    for area in (_LIST, _CARD):
        canvas.panel(area.x, area.y, area.width, area.height)
    for index, row in enumerate(snapshot.rows):
        _draw_row(canvas, _row_area(index), row, snapshot.most)
    _draw_card(canvas, snapshot.card, snapshot.most)
    draw_button(canvas, _START, snapshot.start)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, LessonSnapshot)
    for index in range(len(snapshot.rows)):
        yield Target(STEP, index), _row_area(index)
    yield Target(START), _START


def _row_area(index: int) -> Area:
    return _ROW.below(index, _ROW_GAP)


def _draw_row(canvas: Canvas, area: Area, row: StepRow, most: int) -> None:
    if row.is_focused:
        draw_focus(canvas, area, theme.P1_CORAL, theme.P2_AZURE)
    y, size = area.center_y, theme.SIZE_SMALL
    color = theme.TEXT if row.is_focused else theme.TEXT_DIM
    canvas.text(row.number, area.x + _NUMBER, y, size, theme.TEXT_DIM, anchor="right", tabular=True)
    marks_x = area.right - _ROW_PAD - marks_width(_ROW_MARK, most)
    title_x = area.x + _NUMBER + _ROW_PAD
    line(canvas, row.title, title_x, y, marks_x - title_x - _ROW_PAD, size, color)
    draw_marks(canvas, marks_x, y, _ROW_MARK, row.won, most)


def _draw_card(canvas: Canvas, card: StepCard, most: int) -> None:
    x, room = _CARD.x + _PAD, _CARD.width - 2 * _PAD
    y, size = _CARD.y, theme.SIZE_SCORE
    line(canvas, card.title, x, y + _TITLE_Y, room, size, weight="black")
    size = theme.SIZE_BODY
    paragraph(canvas, card.learn, x, y + _LEARN_Y, room, size, theme.TEXT, max_lines=3)
    paragraph(canvas, card.goal, x, y + _GOAL_Y, room, max_lines=4)
    draw_marks(canvas, x, y + _MARKS_Y, _MARK, card.won, most)
    paragraph(canvas, card.worth, x, y + _WORTH_Y, room, max_lines=1)
