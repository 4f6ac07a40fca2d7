"""The sound test: both players' drums, how far they are, and how even their taps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.drum_head import draw_drum_head
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import fitting_size, line
from game.view.widgets.rug import Rug, draw_rug
from game.view.widgets.text_box import draw_text_box

_HEADING_Y = 88
_TASK = Area(160, 144, 1600, 96)
_CARDS = (Area(64, 256, 864, 664), Area(992, 256, 864, 664))
_PAD = 40
_NAME_Y = 52
_DRUM_Y = 248
_DRUM_RADIUS = 156
_BAR_Y = 440
_BAR_HEIGHT = 12
_WORD_Y = 492
_RUG_Y = 544
_RUG_HEIGHT = 80


@dataclass(frozen=True, slots=True)
class TapCard:
    """One player's side."""

    name: str
    word: str
    """How to join, how many taps, or that it is done."""

    is_done: bool
    share: float
    """How far along the taps are: 0 to 1."""

    glow: float
    """How bright the last tap still shines: 0 to 1."""

    label: str
    """On the drum."""

    rug: Rug | None


@dataclass(frozen=True, slots=True)
class TapTestSnapshot:
    heading: str
    task: str
    cards: tuple[TapCard, ...]
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, TapTestSnapshot)
    canvas.background()
    draw_heading(canvas, snapshot.heading, snapshot.task)
    for side, card in enumerate(snapshot.cards):
        _draw_card(canvas, side, card)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """Nothing here is for the mouse."""
    return iter(())


def draw_heading(canvas: Canvas, heading: str, task: str) -> None:
    """What the screen is, and what to do on it."""
    line(
        canvas,
        heading,
        WIDTH / 2,
        _HEADING_Y,
        _TASK.width,
        theme.SIZE_TITLE,
        anchor="center",
        weight="black",
    )
    draw_text_box(canvas, task, _TASK, fitting_size(canvas, task, _TASK.width, theme.SIZE_BODY))


def _draw_card(canvas: Canvas, side: int, card: TapCard) -> None:
    area, color = _CARDS[side], player_color(side + 1)
    inner = area.inset(_PAD)
    canvas.panel(area.x, area.y, area.width, area.height, border=color if card.share else None)
    middle = area.center_x
    line(
        canvas,
        card.name,
        middle,
        area.y + _NAME_Y,
        inner.width,
        theme.SIZE_NAME,
        color,
        anchor="center",
    )
    draw_drum_head(canvas, middle, area.y + _DRUM_Y, _DRUM_RADIUS, color, card.label, card.glow)
    bar = Area(inner.x, area.y + _BAR_Y, inner.width, _BAR_HEIGHT)
    canvas.rounded(bar.x, bar.y, bar.width, bar.height, theme.HAIRLINE, radius=6, alpha=24)
    if card.share:
        shown = max(bar.height, bar.width * min(1.0, card.share))
        canvas.rounded(bar.x, bar.y, shown, bar.height, color, radius=6)
    line(
        canvas,
        card.word,
        middle,
        area.y + _WORD_Y,
        inner.width,
        theme.SIZE_BODY,
        theme.TOGETHER_MINT if card.is_done or not card.share else theme.TEXT,
        anchor="center",
    )
    if card.rug is not None:
        place = Area(inner.x, area.y + _RUG_Y, inner.width, _RUG_HEIGHT)
        draw_rug(canvas, place, card.rug, color)
