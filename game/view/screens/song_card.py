"""A song's card: title, numbers, both parts, and who plays when."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.butterfly import Butterfly, draw_butterfly
from game.view.canvas import Canvas
from game.view.theme import player_color
from game.view.widgets.area import Area
from game.view.widgets.button import Button, draw_button
from game.view.widgets.lines import line, paragraph, wrapped

CARD = Area(896, 64, 960, 896)
_PAD = 48
_INNER = CARD.inset(_PAD, _PAD)
_TITLE_Y = 140
_BYLINE_Y = 216
_TITLE_STEP = 52
_TWO_LINES_PCT = 110
"""The text scale up to which two lines of a title have room."""

_FACT_LABEL_Y = 284
_FACT_Y = 336
_FACT_XS = (_INNER.x, _INNER.x + 336, _INNER.x + 608)
_FACT_ROOM = 304
_PARTS_Y = 424
_FIGURE = Area(_INNER.x, 488, _INNER.width, 232)
_SECTIONS_Y = 744
PLAY_BUTTON = Area(CARD.center_x - 208, 824, 416, 88)
_NOTE_Y = 936
MUSIC_LINE = Area(_INNER.x, _NOTE_Y - 20, _INNER.width, 40)
_DOTS_WIDTH = 112
_NAME_ROOM = 96


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PartLevel:
    """How busy one player's part is."""

    player: str
    dots: int
    word: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a chart cannot be played."""

    title: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Card:
    title: str
    byline: str = ""
    facts: tuple[Fact, ...] = ()
    """Three of them."""

    parts: tuple[PartLevel, ...] = ()
    butterfly: Butterfly | None = None
    play: str = ""
    fault: Fault | None = None
    is_heard: bool = False
    """Whether the song is playing."""

    note: str = ""
    """What is amiss though the song can be chosen."""

    music: str = ""
    """What the song is played to; a note takes its place."""


def draw_card(canvas: Canvas, card: Card) -> None:
    """Draw the card in its place on the right."""
    canvas.panel(CARD.x, CARD.y, CARD.width, CARD.height)
    _draw_title(canvas, card.title)
    if card.fault is not None:
        _draw_fault(canvas, card.fault)
        return
    line(canvas, card.byline, _INNER.x, _BYLINE_Y, _INNER.width - 64, color=theme.TEXT_DIM)
    if card.is_heard:
        canvas.text(
            "♪", _INNER.right, _BYLINE_Y, theme.SIZE_NAME, theme.TOGETHER_MINT, anchor="right"
        )
    for x, fact in zip(_FACT_XS, card.facts, strict=True):
        line(canvas, fact.label, x, _FACT_LABEL_Y, _FACT_ROOM, theme.SIZE_SMALL, theme.TEXT_DIM)
        line(canvas, fact.value, x, _FACT_Y, _FACT_ROOM, theme.SIZE_SCORE, weight="black")
    for player, part in enumerate(card.parts, start=1):
        _draw_part(canvas, player, part)
    if card.butterfly is not None:
        draw_butterfly(canvas, card.butterfly, _FIGURE.x, _FIGURE.y, _FIGURE.width, _FIGURE.height)
        _draw_sections(canvas, card.butterfly)
    draw_button(canvas, PLAY_BUTTON, Button(card.play, is_focused=True))
    x, room = CARD.center_x, _INNER.width
    color = theme.TEXT if card.note else theme.TEXT_DIM
    text = card.note or card.music
    line(canvas, text, x, _NOTE_Y, room, theme.SIZE_SMALL, color, anchor="center")


def _draw_title(canvas: Canvas, title: str) -> None:
    """One large line, or two smaller ones."""
    if canvas.text_width(title, theme.SIZE_TITLE, "black") <= _INNER.width:
        canvas.text(title, _INNER.x, _TITLE_Y, theme.SIZE_TITLE, weight="black")
        return
    size = round(theme.SIZE_SCORE * min(1.0, _TWO_LINES_PCT / canvas.theme.text_scale_pct))
    lines = wrapped(canvas, title, _INNER.width, size, 2, "black")
    y = _TITLE_Y - _TITLE_STEP / 2
    for shown in lines:
        canvas.text(shown, _INNER.x, y, size, weight="black", max_width=_INNER.width)
        y += _TITLE_STEP


def _draw_part(canvas: Canvas, player: int, part: PartLevel) -> None:
    """P1 from the left, P2 as its mirror image from the right."""
    color = player_color(player)
    room = _INNER.width / 2 - _NAME_ROOM - _DOTS_WIDTH - 32
    if player == 1:
        x = _INNER.x
        line(canvas, part.player, x, _PARTS_Y, _NAME_ROOM - 16, theme.SIZE_NAME, color)
        canvas.dots(part.dots, x + _NAME_ROOM, _PARTS_Y, color)
        line(
            canvas,
            part.word,
            x + _NAME_ROOM + _DOTS_WIDTH + 16,
            _PARTS_Y,
            room,
            theme.SIZE_SMALL,
            theme.TEXT_DIM,
        )
        return
    x = _INNER.right
    line(canvas, part.player, x, _PARTS_Y, _NAME_ROOM - 16, theme.SIZE_NAME, color, anchor="right")
    dots_x = x - _NAME_ROOM - _DOTS_WIDTH
    canvas.dots(part.dots, dots_x, _PARTS_Y, color)
    line(
        canvas,
        part.word,
        dots_x - 16,
        _PARTS_Y,
        room,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="right",
    )


def _draw_sections(canvas: Canvas, butterfly: Butterfly) -> None:
    """The names under their marks, on two lines; one that has no room is left out."""
    free_from: list[float] = [_FIGURE.x, _FIGURE.x]
    for share, name in butterfly.sections:
        width = canvas.text_width(name, theme.SIZE_SMALL)
        x = min(_FIGURE.x + share * _FIGURE.width, _FIGURE.right - width)
        row = next((row for row in (0, 1) if free_from[row] <= x), None)
        if row is None:
            continue
        canvas.text(name, x, _SECTIONS_Y + 32 * row, theme.SIZE_SMALL, theme.TEXT_DIM)
        free_from[row] = x + width + 16


def _draw_fault(canvas: Canvas, fault: Fault) -> None:
    y: float = _BYLINE_Y + theme.GRID
    y = paragraph(canvas, fault.title, _INNER.x, y, _INNER.width, theme.SIZE_NAME, theme.TEXT)
    y += 2 * theme.GRID
    y = paragraph(canvas, fault.text, _INNER.x, y, _INNER.width, max_lines=10)
    paragraph(canvas, fault.hint, _INNER.x, y + 2 * theme.GRID, _INNER.width)
