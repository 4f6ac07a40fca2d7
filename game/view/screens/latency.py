"""Keys, sound and picture: what the game knows of each, and the players' latest hits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.rug import Rug, draw_rug
from game.view.widgets.text_box import draw_text_box

_HEADING_Y = 88
_CARD = Area(64, 152, 576, 384)
_CARD_GAP = 32
_PAD = 32
_NAME_Y = 44
_FIGURE_Y = 112
_FIGURE_SIZE = 58
_FACT_Y = 164
_FACT_HEIGHT = 116
_ADVICE_Y = 288
_ADVICE_HEIGHT = 80
_TASK_Y = 576
_ROWS = (Area(64, 616, 1792, 152), Area(64, 784, 1792, 152))
_ROW_NAME_WIDTH = 240
_ROW_WORD_WIDTH = 400
_RUG_HEIGHT = 72
_BEAT_RADIUS = 14


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the game knows."""

    name: str
    figure: str
    text: str
    advice: str
    """What could be done about it."""

    is_good: bool


@dataclass(frozen=True, slots=True)
class Hits:
    """One player's latest hits."""

    name: str
    word: str
    rug: Rug


@dataclass(frozen=True, slots=True)
class LatencySnapshot:
    heading: str
    facts: tuple[Fact, ...]
    """Three."""

    task: str
    beat: float
    """How bright the beat's light is: 0 to 1."""

    hits: tuple[Hits, ...]
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, LatencySnapshot)
    canvas.background()
    line(
        canvas,
        snapshot.heading,
        WIDTH / 2,
        _HEADING_Y,
        1400,
        theme.SIZE_TITLE,
        anchor="center",
        weight="black",
    )
    for index, fact in enumerate(snapshot.facts):
        place = Area(_CARD.x + index * (_CARD.width + _CARD_GAP), _CARD.y, *_size(_CARD))
        _draw_fact(canvas, place, fact)
    _draw_task(canvas, snapshot)
    for side, hits in enumerate(snapshot.hits):
        _draw_hits(canvas, side, hits)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """Nothing here is for the mouse."""
    return iter(())


def _size(area: Area) -> tuple[float, float]:
    return area.width, area.height


def _draw_fact(canvas: Canvas, area: Area, fact: Fact) -> None:
    inner, middle = area.inset(_PAD), area.center_x
    canvas.panel(area.x, area.y, area.width, area.height)
    y, dim = area.y + _NAME_Y, theme.TEXT_DIM
    line(canvas, fact.name, middle, y, inner.width, theme.SIZE_BODY, dim, anchor="center")
    line(
        canvas,
        fact.figure,
        middle,
        area.y + _FIGURE_Y,
        inner.width,
        _FIGURE_SIZE,
        anchor="center",
        weight="black",
    )
    text = Area(inner.x, area.y + _FACT_Y, inner.width, _FACT_HEIGHT)
    draw_text_box(canvas, fact.text, text, color=theme.TEXT)
    advice = Area(inner.x, area.y + _ADVICE_Y, inner.width, _ADVICE_HEIGHT)
    draw_text_box(canvas, fact.advice, advice, color=dim if fact.is_good else theme.TOGETHER_MINT)


def _draw_task(canvas: Canvas, snapshot: LatencySnapshot) -> None:
    """What to do, with a light on either side that goes with the beat."""
    width = line(canvas, snapshot.task, WIDTH / 2, _TASK_Y, 1400, anchor="center")
    for x in (WIDTH / 2 - width / 2 - 40, WIDTH / 2 + width / 2 + 40):
        canvas.disc(x, _TASK_Y, _BEAT_RADIUS, theme.HAIRLINE, alpha=24)
        if snapshot.beat > 0:
            alpha = round(255 * snapshot.beat)
            canvas.disc(x, _TASK_Y, _BEAT_RADIUS, theme.TOGETHER_MINT, alpha=alpha)


def _draw_hits(canvas: Canvas, side: int, hits: Hits) -> None:
    area, color = _ROWS[side], player_color(side + 1)
    canvas.panel(area.x, area.y, area.width, area.height, border=color)
    inner = area.inset(_PAD)
    y = area.y + area.height / 2
    line(canvas, hits.name, inner.x, y, _ROW_NAME_WIDTH - 16, theme.SIZE_NAME, color)
    right = inner.right
    line(
        canvas,
        hits.word,
        right,
        y,
        _ROW_WORD_WIDTH - 16,
        theme.SIZE_BODY,
        anchor="right",
        tabular=True,
    )
    plot = Area(
        inner.x + _ROW_NAME_WIDTH,
        area.y + 20,
        inner.width - _ROW_NAME_WIDTH - _ROW_WORD_WIDTH - 32,
        _RUG_HEIGHT,
    )
    draw_rug(canvas, plot, hits.rug, color)
