"""The song list, and the card of the song that is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.screens.song_card import (
    CARD,
    MUSIC_LINE,
    PLAY_BUTTON,
    Card,
    Fact,
    Fault,
    PartLevel,
    draw_card,
)
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_chip
from game.view.widgets.field import Field, draw_field
from game.view.widgets.focus import draw_focus
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line, paragraph
from game.view.widgets.scrollbar import draw_scrollbar

__all__ = ["Card", "Fact", "Fault", "PartLevel", "draw", "places"]

ROW = "row"
SEARCH = "search"
ORDER = "order"
PLAY = "play"
MUSIC = "music"
ROWS = 7
"""How many songs are to be seen at once."""

_LEFT = theme.EDGE
_WIDTH = 768
_HEADING_Y = 88
_FIELD = Area(_LEFT, 144, _WIDTH, 64)
_ORDER = Area(_LEFT, 224, 121, 48)
_ORDER_GAP = 8
_ROW = Area(_LEFT, 296, _WIDTH - 16, 88)
_ROW_GAP = 8
_LIST = Area(_LEFT, 296, _WIDTH, ROWS * (88 + _ROW_GAP) - _ROW_GAP)
_WHOLE = Area(_LEFT, 144, WIDTH - 2 * _LEFT, 816)
_PAD = 24
_NUMBERS_WIDTH = 208


@dataclass(frozen=True, slots=True)
class SongRow:
    """One song of the list."""

    title: str
    byline: str
    tempo: str
    length: str
    is_chosen: bool = False
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """What is said where there is no song to show."""

    title: str
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class SongsSnapshot:
    heading: str
    field: Field | None
    """Where to search; None where there is nothing to search for."""

    orders: tuple[Button, ...]
    count: str
    rows: tuple[SongRow, ...]
    first: int
    total: int
    """Which part of the list the rows are."""

    card: Card | None
    message: Message | None
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, SongsSnapshot)
    canvas.background()
    canvas.text(snapshot.heading, _LEFT, _HEADING_Y, theme.SIZE_TITLE, weight="black")
    count_room = _WIDTH - canvas.text_width(snapshot.heading, theme.SIZE_TITLE, "black") - 2 * _PAD
    line(
        canvas,
        snapshot.count,
        _FIELD.right,
        _HEADING_Y + 12,
        count_room,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="right",
    )
    if snapshot.field is not None:
        draw_field(canvas, _FIELD, snapshot.field)
    for index, button in enumerate(snapshot.orders):
        draw_chip(canvas, _order_area(index), button)
    for index, row in enumerate(snapshot.rows):
        _draw_row(canvas, _ROW.below(index, _ROW_GAP), row)
    draw_scrollbar(canvas, _LIST, snapshot.first, ROWS, snapshot.total)
    if snapshot.card is not None:
        draw_card(canvas, snapshot.card)
    elif snapshot.message is not None:
        _draw_message(canvas, CARD if snapshot.field else _WHOLE, snapshot.message)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, SongsSnapshot)
    if snapshot.field is not None:
        yield Target(SEARCH), _FIELD
    for index in range(len(snapshot.orders)):
        yield Target(ORDER, index), _order_area(index)
    for index in range(len(snapshot.rows)):
        yield Target(ROW, index), _ROW.below(index, _ROW_GAP)
    if snapshot.card is not None and snapshot.card.fault is None:
        yield Target(PLAY), PLAY_BUTTON
        yield Target(MUSIC), MUSIC_LINE


def _order_area(index: int) -> Area:
    return Area(
        _ORDER.x + index * (_ORDER.width + _ORDER_GAP), _ORDER.y, _ORDER.width, _ORDER.height
    )


def _draw_row(canvas: Canvas, area: Area, row: SongRow) -> None:
    if row.is_chosen:
        draw_focus(canvas, area)
    else:
        canvas.rounded(area.x, area.y, area.width, area.height, theme.PANEL, radius=12, alpha=110)
    x, room = area.x + _PAD, area.width - 3 * _PAD - _NUMBERS_WIDTH
    ink = theme.TEXT_DIM if row.is_broken else theme.TEXT
    upper, lower = area.center_y - 18, area.center_y + 22
    title_y = upper if row.byline else area.center_y
    canvas.text(row.title, x, title_y, theme.SIZE_BODY, ink, max_width=room)
    canvas.text(row.byline, x, lower, theme.SIZE_SMALL, theme.TEXT_DIM, max_width=room)
    right = area.right - _PAD
    for text, y, color in ((row.tempo, upper, theme.TEXT), (row.length, lower, theme.TEXT_DIM)):
        line(
            canvas,
            text,
            right,
            y,
            _NUMBERS_WIDTH,
            theme.SIZE_SMALL,
            color,
            anchor="right",
            tabular=True,
        )


def _draw_message(canvas: Canvas, place: Area, message: Message) -> None:
    canvas.panel(place.x, place.y, place.width, place.height)
    x, room = place.center_x, place.width - 2 * theme.EDGE
    y = place.center_y - 96
    y = paragraph(
        canvas, message.title, x, y, room, theme.SIZE_NAME, theme.TEXT, anchor="center", max_lines=3
    )
    y = paragraph(canvas, message.text, x, y + 2 * theme.GRID, room, anchor="center")
    if message.path:
        color = theme.TOGETHER_MINT
        paragraph(canvas, message.path, x, y + 2 * theme.GRID, room, color=color, anchor="center")
