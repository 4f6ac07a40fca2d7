"""Before the lesson: both players' drums as they lie, and how often each was struck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.hold_ring import draw_hold_ring
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.kit import Key, draw_kit, key_areas
from game.view.widgets.lines import line

KEYS = ("keys of P1", "keys of P2")

_TITLE_Y = 120
_SENTENCE_Y = 216
_CARDS = (Area(64, 288, 864, 520), Area(992, 288, 864, 520))
_PAD = 40
_NAME_Y = 64
_KIT = (112, 264)
_DOTS_Y = 448
_DOT_STEP = 56
_DOT_RADIUS = 16
_ALONE_Y = 880


@dataclass(frozen=True, slots=True)
class WarmUpCard:
    """One player's side."""

    name: str
    status: str
    strokes: int
    wanted: int
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class WarmUpSnapshot:
    title: str
    sentence: str
    cards: tuple[WarmUpCard, ...]
    alone: str
    """What one can do who is alone; "" if there is nothing to say."""

    frame: Frame
    held: float = 0.0
    """How far the beginning is that somebody holds for, 0 to 1."""

    held_for: str = ""
    """What comes when it is there, in a word."""


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, WarmUpSnapshot)
    canvas.background()
    middle, room = WIDTH / 2, WIDTH - 2 * theme.EDGE
    size = theme.SIZE_TITLE
    line(canvas, snapshot.title, middle, _TITLE_Y, room, size, anchor="center", weight="black")
    size = theme.SIZE_NAME
    line(canvas, snapshot.sentence, middle, _SENTENCE_Y, room, size, anchor="center")
    for side, card in enumerate(snapshot.cards):
        _draw_card(canvas, side, card)
    if snapshot.alone:
        mint = theme.TOGETHER_MINT
        line(canvas, snapshot.alone, middle, _ALONE_Y, room, color=mint, anchor="center")
    draw_frame(canvas, snapshot.frame)
    if snapshot.held:
        draw_hold_ring(canvas, middle, _CARDS[0].center_y, snapshot.held, snapshot.held_for)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, WarmUpSnapshot)
    for side, card in enumerate(snapshot.cards):
        for index, area in key_areas(_kit_area(side), card.keys):
            yield Target(KEYS[side], index), area


def _kit_area(side: int) -> Area:
    card = _CARDS[side]
    top, height = _KIT
    return Area(card.x + _PAD, card.y + top, card.width - 2 * _PAD, height)


def _draw_card(canvas: Canvas, side: int, card: WarmUpCard) -> None:
    """Name outside, what to do inside; the drums, and a light for each stroke."""
    area, color = _CARDS[side], player_color(side + 1)
    is_warm = card.strokes >= card.wanted
    canvas.panel(area.x, area.y, area.width, area.height, border=color if is_warm else None)
    outer, inner = area.x + _PAD, area.right - _PAD
    if side == 1:
        outer, inner = inner, outer
    half, y = area.width / 2 - _PAD - 2 * theme.GRID, area.y + _NAME_Y
    canvas.text(
        card.name,
        outer,
        y,
        theme.SIZE_NAME,
        color,
        anchor="right" if side == 1 else "left",
        max_width=half,
    )
    line(
        canvas,
        card.status,
        inner,
        y,
        half,
        theme.SIZE_SMALL,
        theme.TOGETHER_MINT if is_warm else theme.TEXT,
        anchor="left" if side == 1 else "right",
    )
    draw_kit(canvas, _kit_area(side), card.keys, color)
    left = area.center_x - (card.wanted - 1) * _DOT_STEP / 2
    for index in range(card.wanted):
        x = left + index * _DOT_STEP
        if index < card.strokes:
            canvas.disc(x, area.y + _DOTS_Y, _DOT_RADIUS, color)
        else:
            alpha = theme.HAIRLINE_ALPHA
            canvas.disc(x, area.y + _DOTS_Y, _DOT_RADIUS, theme.HAIRLINE, alpha=alpha)
