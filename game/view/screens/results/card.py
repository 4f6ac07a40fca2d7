"""One player's side of the results."""

from __future__ import annotations

from game.view import theme
from game.view.canvas import Anchor, Canvas
from game.view.screens.results.snapshot import PlayerCard
from game.view.theme import player_color
from game.view.widgets.area import Area
from game.view.widgets.lines import line

_PAD = 40
_NAME_Y = 52
_CHOICES_Y = 96
_SCORE_Y = 160
_SCORE_ROOM = 328
_GRADES_Y = 204
_GRADES_HEIGHT = 16
_GRADES_GAP = 4
_GRADE_ALPHAS = (255, 150, 84)
_LINES_Y = 256
_LINE_STEP = 40


def draw_card(canvas: Canvas, side: int, area: Area, card: PlayerCard) -> None:
    """Names and labels outside, numbers inside: P2's side is P1's mirrored."""
    color = player_color(side + 1)
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
