"""The lobby: two cards, each with its player's keys as they lie and the choices under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.field import Field, draw_field
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.kit import Key, draw_kit, key_areas
from game.view.widgets.lines import line
from game.view.widgets.rows import ROW_PAD, Row, arrow_at, draw_row, value_area

START = "start"
PRACTICE = "practice"
ROWS = ("rows of P1", "rows of P2")
KEYS = ("keys of P1", "keys of P2")

_TITLE_Y = 88
_FACTS_Y = 140
_CARDS = (Area(64, 184, 864, 664), Area(992, 184, 864, 664))
_PAD = 40
_NAME_Y = 48
_KIT_TOP = 88
_KIT_HEIGHT = 240
_ROW_TOP = 344
_ROWS_HEIGHT = 296
_ROW_GAP = 4
_ROWS = 5
_START = Area(WIDTH / 2 - 256, 880, 512, 88)
_PRACTICE = Area(WIDTH - theme.EDGE - 320, 888, 320, 72)


@dataclass(frozen=True, slots=True)
class SeatCard:
    """One player's side."""

    name: str
    status: str
    is_taken: bool
    keys: tuple[Key, ...]
    rows: tuple[Row, ...]
    name_field: Field | None = None
    """In the place of the name's value while it is typed."""


@dataclass(frozen=True, slots=True)
class LobbySnapshot:
    title: str
    facts: str
    cards: tuple[SeatCard, ...]
    start: Button
    practice: Button
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, LobbySnapshot)
    canvas.background()
    room = WIDTH - 2 * theme.EDGE
    line(
        canvas,
        snapshot.title,
        WIDTH / 2,
        _TITLE_Y,
        room,
        theme.SIZE_SCORE,
        anchor="center",
        weight="black",
    )
    line(
        canvas,
        snapshot.facts,
        WIDTH / 2,
        _FACTS_Y,
        room,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="center",
    )
    for side, card in enumerate(snapshot.cards):
        _draw_card(canvas, side, card)
    draw_button(canvas, _START, snapshot.start)
    draw_button(canvas, _PRACTICE, snapshot.practice)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, LobbySnapshot)
    yield Target(START), _START
    yield Target(PRACTICE), _PRACTICE
    for side, card in enumerate(snapshot.cards):
        for index in range(len(card.rows)):
            yield Target(ROWS[side], index), _row_area(side, index, len(card.rows))
        for index, area in key_areas(_kit_area(side), card.keys):
            yield Target(KEYS[side], index), area


def step_at(side: int, row: int, x: float) -> int:
    """Which way a click on a row steps: left of its value's middle back, right of it on."""
    return 1 if x >= value_area(_row_area(side, row), mirrored=side == 1).center_x else -1


def is_arrow(side: int, row: int, x: float) -> bool:
    """Whether a click on a row is at one of the arrows beside its value."""
    return arrow_at(value_area(_row_area(side, row), mirrored=side == 1), x)


def _row_area(side: int, index: int, rows: int = _ROWS) -> Area:
    """One of several rows, which move together if there are more than usual."""
    card = _CARDS[side]
    inset = _PAD - ROW_PAD
    height = (_ROWS_HEIGHT - (rows - 1) * _ROW_GAP) / rows
    first = Area(card.x + inset, card.y + _ROW_TOP, card.width - 2 * inset, height)
    return first.below(index, _ROW_GAP)


def _kit_area(side: int) -> Area:
    card = _CARDS[side]
    return Area(card.x + _PAD, card.y + _KIT_TOP, card.width - 2 * _PAD, _KIT_HEIGHT)


def _draw_card(canvas: Canvas, side: int, card: SeatCard) -> None:
    """P1's name outside on the left, P2's outside on the right."""
    area, color = _CARDS[side], player_color(side + 1)
    is_mirrored = side == 1
    canvas.panel(area.x, area.y, area.width, area.height, border=color if card.is_taken else None)
    y, half = area.y + _NAME_Y, area.width / 2 - _PAD - 2 * theme.GRID
    outer, inner = area.x + _PAD, area.right - _PAD
    if is_mirrored:
        outer, inner = inner, outer
    canvas.text(
        card.name,
        outer,
        y,
        theme.SIZE_NAME,
        color,
        anchor="right" if is_mirrored else "left",
        max_width=half,
    )
    line(
        canvas,
        card.status,
        inner,
        y,
        half,
        theme.SIZE_SMALL,
        theme.TEXT_DIM if card.is_taken else theme.TOGETHER_MINT,
        anchor="left" if is_mirrored else "right",
    )
    draw_kit(canvas, _kit_area(side), card.keys, color)
    for index, row in enumerate(card.rows):
        place = _row_area(side, index, len(card.rows))
        draw_row(canvas, place, row, mirrored=is_mirrored, colors=(color, color), dot_color=color)
    if card.name_field is not None:
        place = value_area(_row_area(side, _ROWS - 1, len(card.rows)), is_mirrored)
        draw_field(canvas, place, card.name_field, theme.SIZE_SMALL)
