"""The results: the duet's score in the middle, the players on their sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.butterfly import Butterfly, draw_butterfly
from game.view.canvas import WIDTH, Anchor, Canvas
from game.view.meter import TogetherView, draw_meter
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line, line_height, paragraph, wrapped

BUTTON = "button"

_MIDDLE = WIDTH / 2
_ROOM = WIDTH - 2 * theme.EDGE
_TITLE_Y = 72
_SENTENCE_Y = 128
_CARDS = (Area(64, 184, 624, 640), Area(1232, 184, 624, 640))
_PAD = 40
_NAME_Y = 52
_CHOICES_Y = 96
_SCORE_Y = 164
_SCORE_ROOM = 328
_GRADES_Y = 208
_GRADES_HEIGHT = 16
_GRADES_GAP = 4
_GRADE_ALPHAS = (255, 150, 84)
_LINES_Y = 264
_LINE_STEP = 40
_COLUMN_WIDTH = 512
_DUET_Y = 204
_DUET_SCORE_Y = 286
_DUET_SCORE_SIZE = 96
_TOGETHER_Y = 382
_METER = Area(_MIDDLE - 192, 404, 384, 32)
_TOGETHER_VALUE_Y = 480
_RANGE_Y = 524
_SENTENCES = Area(_MIDDLE - 256, 556, 512, 268)
_SENTENCE_GAP = 10
_FIGURE = Area(_MIDDLE - 224, 664, 448, 160)
_BUTTON = Area(0, 856, 336, 80)
_BUTTON_GAP = 32
_REPLAY_Y = 968


@dataclass(frozen=True, slots=True)
class ResultLine:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PlayerCard:
    """One player's side."""

    name: str
    choices: str
    """Level, layout and rules."""

    score: str
    word: str
    grades: tuple[int, ...]
    """How many PERFECT, GREAT, GOOD and MISS."""

    lines: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True)
class TogetherPanel:
    """How close the two were."""

    label: str
    segments: int
    """How many of five are lit."""

    value: str
    range: str
    sentences: tuple[str, ...]
    """The most telling first; those that have no room are left out whole."""


@dataclass(frozen=True, slots=True)
class ResultsSnapshot:
    title: str
    sentence: str
    duet: str
    score: str
    together: TogetherPanel
    butterfly: Butterfly
    cards: tuple[PlayerCard, ...]
    buttons: tuple[Button, ...]
    replay: str
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, ResultsSnapshot)
    canvas.background()
    _centered(canvas, snapshot.title, _TITLE_Y, theme.SIZE_BODY, dim=True)
    _centered(canvas, snapshot.sentence, _SENTENCE_Y, theme.SIZE_NAME)
    for side, card in enumerate(snapshot.cards):
        _draw_card(canvas, side, card)
    _draw_middle(canvas, snapshot)
    for index, button in enumerate(snapshot.buttons):
        draw_button(canvas, _button_area(index, len(snapshot.buttons)), button)
    _centered(canvas, snapshot.replay, _REPLAY_Y, theme.SIZE_SMALL, dim=True)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, ResultsSnapshot)
    for index in range(len(snapshot.buttons)):
        yield Target(BUTTON, index), _button_area(index, len(snapshot.buttons))


def _button_area(index: int, count: int) -> Area:
    pitch = _BUTTON.width + _BUTTON_GAP
    left = _MIDDLE - (count * pitch - _BUTTON_GAP) / 2
    return Area(left + index * pitch, _BUTTON.y, _BUTTON.width, _BUTTON.height)


def _centered(canvas: Canvas, text: str, y: float, size: int, dim: bool = False) -> None:
    color = theme.TEXT_DIM if dim else theme.TEXT
    line(canvas, text, _MIDDLE, y, _ROOM, size, color, anchor="center")


def _draw_middle(canvas: Canvas, snapshot: ResultsSnapshot) -> None:
    _centered(canvas, snapshot.duet, _DUET_Y, theme.SIZE_NAME, dim=True)
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
    _draw_together(canvas, snapshot.together)
    if not snapshot.together.segments:
        box = _FIGURE
        draw_butterfly(canvas, snapshot.butterfly, box.x, box.y, box.width, box.height)


def _draw_together(canvas: Canvas, panel: TogetherPanel) -> None:
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


def _draw_card(canvas: Canvas, side: int, card: PlayerCard) -> None:
    """Names and labels outside, numbers inside: P2's side is P1's mirrored."""
    area, color = _CARDS[side], player_color(side + 1)
    inner = area.inset(_PAD)
    is_mirrored = side == 1
    outer_x, inner_x = (inner.right, inner.x) if is_mirrored else (inner.x, inner.right)
    outer: Anchor = "right" if is_mirrored else "left"
    opposite: Anchor = "left" if is_mirrored else "right"
    canvas.panel(area.x, area.y, area.width, area.height, border=color)
    canvas.text(
        card.name,
        outer_x,
        area.y + _NAME_Y,
        theme.SIZE_NAME,
        color,
        anchor=outer,
        max_width=inner.width,
    )
    line(
        canvas,
        card.choices,
        outer_x,
        area.y + _CHOICES_Y,
        inner.width,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor=outer,
    )
    line(
        canvas,
        card.score,
        outer_x,
        area.y + _SCORE_Y,
        _SCORE_ROOM,
        theme.SIZE_TITLE,
        anchor=outer,
        weight="black",
    )
    line(
        canvas,
        card.word,
        inner_x,
        area.y + _SCORE_Y + 12,
        inner.width - _SCORE_ROOM - 16,
        theme.SIZE_SMALL,
        color,
        anchor=opposite,
    )
    _draw_grades(
        canvas, side, Area(inner.x, area.y + _GRADES_Y, inner.width, _GRADES_HEIGHT), card.grades
    )
    for index, each in enumerate(card.lines):
        y = area.y + _LINES_Y + index * _LINE_STEP
        line(
            canvas,
            each.label,
            outer_x,
            y,
            inner.width * 0.6,
            theme.SIZE_SMALL,
            theme.TEXT_DIM,
            anchor=outer,
        )
        line(
            canvas,
            each.value,
            inner_x,
            y,
            inner.width * 0.4,
            theme.SIZE_SMALL,
            anchor=opposite,
            tabular=True,
        )


def _draw_grades(canvas: Canvas, side: int, bar: Area, grades: tuple[int, ...]) -> None:
    """What was hit as one bar from outside, the better the brighter; what was missed is empty."""
    canvas.rounded(bar.x, bar.y, bar.width, bar.height, theme.HAIRLINE, radius=8, alpha=24)
    total = sum(grades)
    start = 0.0
    for count, alpha in zip(grades, _GRADE_ALPHAS, strict=False):
        if not count:
            continue
        width = bar.width * count / total
        shown = max(4.0, width - (_GRADES_GAP if count < total else 0))
        left = bar.x + start if side == 0 else bar.right - start - shown
        canvas.rounded(
            left, bar.y, shown, bar.height, player_color(side + 1), radius=8, alpha=alpha
        )
        start += width
