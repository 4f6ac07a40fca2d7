"""Practice, before it begins: the strip of the song, the choices, and how it went so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.widgets import bar_strip
from game.view.widgets.area import Area, Target
from game.view.widgets.bar_strip import BarStrip, draw_strip
from game.view.widgets.button import Button, draw_button, draw_chip
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.pass_bars import PassBar, draw_pass_bars
from game.view.widgets.rows import Row, draw_row, value_area

STRIP = "strip"
CHIP = "chip"
ROW = "row"
START = "start"
COLUMN = 5
"""Rows of each of the two columns."""

_ROOM = WIDTH - 2 * theme.EDGE
_HEADING_Y = 80
_HEADING_WIDTH = 560
_STRIP = Area(theme.EDGE, 136, _ROOM, 184)
_CHIP = Area(theme.EDGE, 424, (_ROOM - 3 * 16) / 4, 56)
_CHIP_GAP = 16
_COLUMNS = (Area(64, 496, 880, 324), Area(976, 496, 880, 324))
_ROW = (12, 12, 856, 56)
_ROW_GAP = 4
_START = Area(WIDTH / 2 - 256, 848, 512, 88)
_PASSES = Area(64, 848, 608, 48)
_PASSES_Y = 920
_LAST = Area(1248, 848, 608, 120)
_LAST_LINES = (860, 908, 956)


@dataclass(frozen=True, slots=True)
class PracticeSnapshot:
    heading: str
    title: str
    strip: BarStrip
    chips: tuple[Button, ...]
    """Bars that are worth choosing: four at most."""

    rows: tuple[Row, ...]
    """The left column, then the right one."""

    start: Button
    passes: tuple[PassBar, ...]
    passes_text: str
    last: tuple[str, ...]
    """Up to three lines about the latest time round; none before there was one."""

    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, PracticeSnapshot)
    canvas.background()
    line(
        canvas,
        snapshot.heading,
        theme.EDGE,
        _HEADING_Y,
        _HEADING_WIDTH,
        theme.SIZE_TITLE,
        weight="black",
    )
    line(
        canvas,
        snapshot.title,
        WIDTH - theme.EDGE,
        _HEADING_Y,
        _ROOM - _HEADING_WIDTH - theme.EDGE,
        theme.SIZE_NAME,
        theme.TEXT_DIM,
        anchor="right",
    )
    draw_strip(canvas, _STRIP, snapshot.strip)
    for index, chip in enumerate(snapshot.chips):
        area = _chip_area(index)
        canvas.panel(area.x, area.y, area.width, area.height, radius=12)
        draw_chip(canvas, area, chip)
    for column in _COLUMNS:
        canvas.panel(column.x, column.y, column.width, column.height)
    for index, row in enumerate(snapshot.rows):
        draw_row(canvas, row_area(index), row)
    draw_button(canvas, _START, snapshot.start)
    _draw_passes(canvas, snapshot)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, PracticeSnapshot)
    yield Target(STRIP), _STRIP
    yield Target(START), _START
    for index in range(len(snapshot.chips)):
        yield Target(CHIP, index), _chip_area(index)
    for index in range(len(snapshot.rows)):
        yield Target(ROW, index), row_area(index)


def row_area(index: int) -> Area:
    """The place of a row, counted down the left column and then the right one."""
    side, place = divmod(index, COLUMN)
    column = _COLUMNS[side]
    left, top, width, height = _ROW
    return Area(column.x + left, column.y + top, width, height).below(place, _ROW_GAP)


def step_at(index: int, x: float) -> int:
    """Which way a click on a row steps: left of the value's middle back, right of it on."""
    return 1 if x >= value_area(row_area(index)).center_x else -1


def share_at(x: float) -> float:
    """How far along the song a point of the strip lies, 0 to 1."""
    return bar_strip.share_at(_STRIP, x)


def _chip_area(index: int) -> Area:
    return Area(_CHIP.x + index * (_CHIP.width + _CHIP_GAP), _CHIP.y, _CHIP.width, _CHIP.height)


def _draw_passes(canvas: Canvas, snapshot: PracticeSnapshot) -> None:
    draw_pass_bars(canvas, _PASSES, snapshot.passes)
    y = _PASSES_Y if snapshot.passes else _PASSES.center_y + theme.GRID
    line(
        canvas,
        snapshot.passes_text,
        _PASSES.center_x,
        y,
        _PASSES.width,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="center",
    )
    for text, middle_y in zip(snapshot.last, _LAST_LINES, strict=False):
        line(
            canvas,
            text,
            _LAST.center_x,
            middle_y,
            _LAST.width,
            theme.SIZE_SMALL,
            anchor="center",
        )
