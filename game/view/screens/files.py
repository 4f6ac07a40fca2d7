"""A list of folders and sound files, and what speaks against the chosen one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.widgets.area import Area, Target
from game.view.widgets.focus import draw_focus
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.scrollbar import draw_scrollbar
from game.view.widgets.text_box import draw_text_box

ROW = "row"
ROWS = 9
"""How many lines are to be seen at once."""

_HEADING_Y = 72
_FOLDER_Y = 154
_LIST = Area(256, 192, 1408, 608)
_ROW = Area(_LIST.x, _LIST.y, _LIST.width - 16, 60)
_ROW_GAP = 8
_PAD = 24
_DETAIL_WIDTH = 400
_NOTE = Area(_LIST.x, 824, _LIST.width, 128)


@dataclass(frozen=True, slots=True)
class FileRow:
    """One line: a folder, a file, or another choice."""

    name: str
    detail: str = ""
    is_chosen: bool = False
    is_lit: bool = True
    """Whether it can be chosen."""


@dataclass(frozen=True, slots=True)
class FilesSnapshot:
    heading: str
    folder: str
    rows: tuple[FileRow, ...]
    first: int
    total: int
    """Which part of the list the rows are."""

    note: str
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, FilesSnapshot)
    canvas.background()
    middle, room = WIDTH / 2, WIDTH - 2 * theme.EDGE
    line(
        canvas,
        snapshot.heading,
        middle,
        _HEADING_Y,
        room,
        theme.SIZE_TITLE,
        anchor="center",
        weight="black",
    )
    size, dim = theme.SIZE_SMALL, theme.TEXT_DIM
    line(canvas, snapshot.folder, middle, _FOLDER_Y, room, size, dim, anchor="center")
    for index, row in enumerate(snapshot.rows):
        _draw_row(canvas, _ROW.below(index, _ROW_GAP), row)
    draw_scrollbar(canvas, _LIST, snapshot.first, ROWS, snapshot.total)
    draw_text_box(canvas, snapshot.note, _NOTE, color=theme.TEXT)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, FilesSnapshot)
    for index in range(len(snapshot.rows)):
        yield Target(ROW, index), _ROW.below(index, _ROW_GAP)


def _draw_row(canvas: Canvas, area: Area, row: FileRow) -> None:
    if row.is_chosen:
        draw_focus(canvas, area)
    else:
        canvas.rounded(area.x, area.y, area.width, area.height, theme.PANEL, radius=12, alpha=110)
    ink = theme.TEXT if row.is_lit else theme.TEXT_DIM
    room = area.width - 3 * _PAD - (_DETAIL_WIDTH if row.detail else 0)
    size = theme.SIZE_BODY
    canvas.text(row.name, area.x + _PAD, area.center_y, size, ink, max_width=room)
    line(
        canvas,
        row.detail,
        area.right - _PAD,
        area.center_y,
        _DETAIL_WIDTH,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="right",
    )
