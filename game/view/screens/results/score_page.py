"""The first page of the results: the duet's score in the middle, the players on their sides."""

from __future__ import annotations

from game.view import theme
from game.view.butterfly import draw_butterfly
from game.view.canvas import WIDTH, Canvas
from game.view.meter import TogetherView, draw_meter
from game.view.screens.results.card import draw_card
from game.view.screens.results.snapshot import ResultsSnapshot, TogetherPanel
from game.view.widgets.area import Area
from game.view.widgets.lines import line, line_height, paragraph, wrapped

_MIDDLE = WIDTH / 2
_ROOM = WIDTH - 2 * theme.EDGE
_SENTENCE_Y = 144
_CARDS = (Area(64, 184, 624, 600), Area(1232, 184, 624, 600))
_COLUMN_WIDTH = 512
_DUET_Y = 202
_DUET_SCORE_Y = 280
_DUET_SCORE_SIZE = 96
_TOGETHER_Y = 368
_METER = Area(_MIDDLE - 192, 400, 384, 28)
_TOGETHER_VALUE_Y = 462
_RANGE_Y = 512
_SENTENCES = Area(_MIDDLE - 256, 544, 512, 240)
_SENTENCE_GAP = 10
_FIGURE = Area(_MIDDLE - 224, 640, 448, 144)


def draw_score_page(canvas: Canvas, snapshot: ResultsSnapshot) -> None:
    """Scores, counts and Together."""
    _centered(canvas, snapshot.sentence, _SENTENCE_Y, theme.SIZE_NAME)
    for side, card in enumerate(snapshot.cards):
        draw_card(canvas, side, _CARDS[side], card)
    _draw_middle(canvas, snapshot)


def _centered(canvas: Canvas, text: str, y: float, size: int, dim: bool = False) -> None:
    color = theme.TEXT_DIM if dim else theme.TEXT
    line(canvas, text, _MIDDLE, y, _ROOM, size, color, anchor="center")


def _draw_middle(canvas: Canvas, snapshot: ResultsSnapshot) -> None:
    _centered(canvas, snapshot.duet, _DUET_Y, theme.SIZE_BODY, dim=True)
    line(
        canvas,
        snapshot.score,
        _MIDDLE,
        _DUET_SCORE_Y,
        _COLUMN_WIDTH,
        _DUET_SCORE_SIZE,
        anchor="center",
        weight="black",
    )
    y = _draw_together(canvas, snapshot.together)
    if y <= _FIGURE.y:
        box = _FIGURE
        draw_butterfly(canvas, snapshot.butterfly, box.x, box.y, box.width, box.height)


def _draw_together(canvas: Canvas, panel: TogetherPanel) -> float:
    """Draw label, meter, numbers and sentences; returns where they end."""
    _centered(canvas, panel.label, _TOGETHER_Y, theme.SIZE_BODY, dim=True)
    lit = TogetherView(panel.segments, "") if panel.segments else None
    draw_meter(canvas, _METER.x, _METER.y, _METER.width, _METER.height, lit, is_level=True)
    for text, middle_y, size in (
        (panel.value, _TOGETHER_VALUE_Y, theme.SIZE_NAME),
        (panel.range, _RANGE_Y, theme.SIZE_SMALL),
    ):
        line(canvas, text, _MIDDLE, middle_y, _COLUMN_WIDTH, size, anchor="center")
    y: float = _SENTENCES.y if panel.range else _RANGE_Y - theme.SIZE_SMALL / 2
    step = line_height(canvas, theme.SIZE_SMALL)
    for index, text in enumerate(panel.sentences):
        rows = len(wrapped(canvas, text, _SENTENCES.width, theme.SIZE_SMALL))
        room = int((_SENTENCES.bottom - y) / step)
        if rows > room and index:
            break
        y = _SENTENCE_GAP + paragraph(
            canvas, text, _MIDDLE, y, _SENTENCES.width, anchor="center", max_lines=room
        )
    return y
