"""The settings: a column of rows on the left, on the right what the chosen one changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import Canvas
from game.view.widgets.area import Area, Target
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line, paragraph
from game.view.widgets.note_preview import Preview, draw_preview
from game.view.widgets.rows import Row, draw_row, track_area, value_area
from game.view.widgets.scrollbar import draw_scrollbar

__all__ = ["Heading", "Item", "Preview", "draw", "places"]

ITEM = "item"
LINES = 13
"""How many rows and headings are to be seen at once."""

_HEADING_Y = 88
_ROW = Area(theme.EDGE - 24, 144, 960, 60)
_ROW_GAP = 4
_COLUMN = Area(_ROW.x, _ROW.y, _ROW.width + 24, LINES * (_ROW.height + _ROW_GAP) - _ROW_GAP)
_ASIDE = Area(1104, 56, 752, 96)
_ALONE_Y = 360
_VALUE_SIZE = 104


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group."""

    text: str


Item = Heading | Row


@dataclass(frozen=True, slots=True)
class SettingsSnapshot:
    heading: str
    items: tuple[Item, ...]
    first: int
    total: int
    """Which part of the column the items are."""

    title: str
    value: str
    meaning: str
    """Of the chosen setting."""

    preview: Preview | None
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, SettingsSnapshot)
    if snapshot.preview is not None:
        draw_preview(canvas, snapshot.preview)
    else:
        canvas.background()
    canvas.text(snapshot.heading, theme.EDGE, _HEADING_Y, theme.SIZE_TITLE, weight="black")
    for index, item in enumerate(snapshot.items):
        area = row_area(index)
        if isinstance(item, Heading):
            y = area.center_y + theme.GRID
            line(canvas, item.text, theme.EDGE, y, 600, theme.SIZE_NAME, weight="black")
        else:
            draw_row(canvas, area, item)
    draw_scrollbar(canvas, _COLUMN, snapshot.first, LINES, snapshot.total)
    _draw_meaning(canvas, snapshot)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, SettingsSnapshot)
    for index, item in enumerate(snapshot.items):
        if isinstance(item, Row):
            yield Target(ITEM, index), row_area(index)


def row_area(index: int) -> Area:
    """The place of a line of the column."""
    return _ROW.below(index, _ROW_GAP)


def is_on_track(x: float) -> bool:
    """Whether a point of a slider's row lies on its track."""
    track = track_area(_ROW)
    return track.x - 24 <= x <= track.right + 24


def share_at(x: float) -> float:
    """How far along the track a point lies: 0 to 1, or beyond."""
    track = track_area(_ROW)
    return (x - track.x) / track.width


def step_at(x: float) -> int:
    """Which way a click steps: left of the value's middle back, right of it on."""
    return 1 if x >= value_area(_ROW).center_x else -1


def _draw_meaning(canvas: Canvas, snapshot: SettingsSnapshot) -> None:
    """Above the highway, or alone with the value in large."""
    x, room = _ASIDE.center_x, _ASIDE.width
    if snapshot.preview is not None:
        paragraph(canvas, snapshot.meaning, x, _ASIDE.y, room, anchor="center", max_lines=3)
        return
    line(canvas, snapshot.title, x, _ALONE_Y, room, theme.SIZE_NAME, anchor="center")
    line(
        canvas,
        snapshot.value,
        x,
        _ALONE_Y + 104,
        room,
        _VALUE_SIZE,
        anchor="center",
        weight="black",
    )
    paragraph(canvas, snapshot.meaning, x, _ALONE_Y + 184, room, anchor="center", max_lines=3)
