"""What a timing test has found: one card a player, and whether to keep it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.screens.tap_test import draw_heading
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.rug import Rug, draw_rug
from game.view.widgets.text_box import draw_text_box

BUTTON = "button"

_CARDS = (Area(64, 264, 864, 528), Area(992, 264, 864, 528))
_PAD = 48
_NAME_Y = 56
_VALUE_Y = 152
_VALUE_SIZE = 88
_WORD_SIZE = 58
_MEANING_Y = 224
_MEANING_HEIGHT = 112
_RUG_Y = 344
_RUG_HEIGHT = 80
_DETAIL_Y = 488
_BUTTON = Area(0, 840, 400, 80)
_BUTTON_GAP = 32


@dataclass(frozen=True, slots=True)
class ResultCard:
    """One player's side."""

    name: str
    value: str
    meaning: str
    detail: str
    is_found: bool
    """Whether there is an offset to keep."""

    rug: Rug | None


@dataclass(frozen=True, slots=True)
class TapResultSnapshot:
    heading: str
    sentence: str
    cards: tuple[ResultCard, ...]
    buttons: tuple[Button, ...]
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, TapResultSnapshot)
    canvas.background()
    draw_heading(canvas, snapshot.heading, snapshot.sentence)
    for side, card in enumerate(snapshot.cards):
        _draw_card(canvas, side, card)
    for index, button in enumerate(snapshot.buttons):
        draw_button(canvas, _button_area(index, len(snapshot.buttons)), button)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, TapResultSnapshot)
    for index in range(len(snapshot.buttons)):
        yield Target(BUTTON, index), _button_area(index, len(snapshot.buttons))


def _button_area(index: int, count: int) -> Area:
    pitch = _BUTTON.width + _BUTTON_GAP
    left = WIDTH / 2 - (count * pitch - _BUTTON_GAP) / 2
    return Area(left + index * pitch, _BUTTON.y, _BUTTON.width, _BUTTON.height)


def _draw_card(canvas: Canvas, side: int, card: ResultCard) -> None:
    area, color = _CARDS[side], player_color(side + 1)
    inner, middle = area.inset(_PAD), area.center_x
    border = color if card.is_found else None
    canvas.panel(area.x, area.y, area.width, area.height, border=border)
    y = area.y + _NAME_Y
    line(canvas, card.name, middle, y, inner.width, theme.SIZE_NAME, color, anchor="center")
    line(
        canvas,
        card.value,
        middle,
        area.y + _VALUE_Y,
        inner.width,
        _VALUE_SIZE if card.is_found else _WORD_SIZE,
        theme.TEXT if card.is_found else theme.TEXT_DIM,
        anchor="center",
        weight="black",
    )
    meaning = Area(inner.x, area.y + _MEANING_Y, inner.width, _MEANING_HEIGHT)
    draw_text_box(canvas, card.meaning, meaning, theme.SIZE_BODY)
    if card.rug is not None:
        place = Area(inner.x, area.y + _RUG_Y, inner.width, _RUG_HEIGHT)
        draw_rug(canvas, place, card.rug, color)
    y = area.y + _DETAIL_Y
    size, dim = theme.SIZE_SMALL, theme.TEXT_DIM
    line(canvas, card.detail, middle, y, inner.width, size, dim, anchor="center")
