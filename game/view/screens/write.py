"""Write a chart: a list of what can be opened, and the name of a new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.widgets.area import Area, Target
from game.view.widgets.field import Field, draw_field
from game.view.widgets.focus import draw_focus
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.scrollbar import draw_scrollbar

ROW = "row"
FIELD = "field"
ROWS = 8

_HEADING_Y = 104
_LIST = Area(WIDTH / 2 - 640, 168, 1280, 800)
_ROW = Area(_LIST.x, _LIST.y, _LIST.width - 32, 88)
_GAP = 12
_PAD = 32
_BOX = Area(WIDTH / 2 - 560, 360, 1120, 320)
_FIELD = Area(_BOX.x + 56, 480, _BOX.width - 112, 72)
_SOLID = 250


@dataclass(frozen=True, slots=True)
class WriteRow:
    title: str
    kind: str
    is_focused: bool


@dataclass(frozen=True, slots=True)
class WriteSnapshot:
    heading: str
    rows: tuple[WriteRow, ...]
    first: int
    total: int
    question: str
    hint: str
    field: Field | None
    """The new song's name, while it is asked for."""

    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, WriteSnapshot)
    canvas.background()
    middle = WIDTH / 2
    line(
        canvas,
        snapshot.heading,
        middle,
        _HEADING_Y,
        1280,
        theme.SIZE_TITLE,
        anchor="center",
        weight="black",
    )
    for index, row in enumerate(snapshot.rows):
        _draw_row(canvas, _ROW.below(index, _GAP), row)
    draw_scrollbar(canvas, _LIST, snapshot.first, len(snapshot.rows), snapshot.total)
    draw_frame(canvas, snapshot.frame)
    if snapshot.field is not None:
        _draw_question(canvas, snapshot, snapshot.field)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, WriteSnapshot)
    if snapshot.field is not None:
        yield Target(FIELD), _FIELD
        return
    for index in range(len(snapshot.rows)):
        yield Target(ROW, index), _ROW.below(index, _GAP)


def _draw_row(canvas: Canvas, area: Area, row: WriteRow) -> None:
    canvas.panel(area.x, area.y, area.width, area.height)
    if row.is_focused:
        draw_focus(canvas, area)
    room = area.width * 0.5 - _PAD
    line(canvas, row.title, area.x + _PAD, area.center_y, room, theme.SIZE_NAME)
    line(
        canvas,
        row.kind,
        area.right - _PAD,
        area.center_y,
        room,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="right",
    )


def _draw_question(canvas: Canvas, snapshot: WriteSnapshot, field: Field) -> None:
    canvas.dim(120)
    canvas.panel(_BOX.x, _BOX.y, _BOX.width, _BOX.height, alpha=_SOLID, radius=32)
    room, middle = _BOX.width - 112, WIDTH / 2
    line(
        canvas,
        snapshot.question,
        middle,
        _BOX.y + 64,
        room,
        theme.SIZE_NAME,
        anchor="center",
        weight="black",
    )
    draw_field(canvas, _FIELD, field)
    y = _FIELD.bottom + 48
    line(canvas, snapshot.hint, middle, y, room, 24, theme.TEXT_DIM, anchor="center")
