"""What is written over one highway: name, score, lead, cue, the count-in."""

from __future__ import annotations

from game.view import theme
from game.view.canvas import WIDTH, Anchor, Canvas
from game.view.highway.geometry import CENTRE
from game.view.highway.seat import SeatView
from game.view.widgets.lines import line, line_height, wrapped

_SCORE_Y = 88
_WIDEST_SCORE = "1,000,000"
_NAME_Y = 84
_CAPTION_STEP = 38
_CAPTION_WIDTH = 190
"""Less than the room at the highway's far end."""

_LEAD_STEP = 88
_LEAD_HEIGHT = 36
_GAP = 24
_CUE_Y = 990
_CUE_HEIGHT = 52
_CUE_WIDTH = 700
_NOTE_WIDTH = 560
_NOTE_Y = 330
_COUNT_Y = 500
_COUNT_SIZE = 220


def outer(player: int, distance: float) -> float:
    """A place that far from the player's own edge of the screen."""
    return distance if player == 1 else WIDTH - distance


def stretch(canvas: Canvas) -> float:
    """How much more room lines of large text need one under the other."""
    return max(1.0, canvas.theme.text_scale_pct / 100)


def draw_name(canvas: Canvas, view: SeatView) -> None:
    """The name in the player's colour, and the line under it."""
    x = outer(view.player, theme.EDGE)
    anchor: Anchor = "left" if view.player == 1 else "right"
    score_width = canvas.text_width(_WIDEST_SCORE, theme.SIZE_SCORE, "black")
    room = CENTRE - theme.EDGE - score_width / 2 - _GAP
    color = theme.player_color(view.player)
    line(canvas, view.name, x, _NAME_Y, room, theme.SIZE_NAME, color, anchor=anchor)
    y, room = _NAME_Y + _CAPTION_STEP * stretch(canvas), _CAPTION_WIDTH
    line(canvas, view.caption, x, y, room, theme.SIZE_SMALL, theme.TEXT_DIM, anchor=anchor)


def draw_score(canvas: Canvas, view: SeatView) -> None:
    """The score, over the middle of the highway."""
    canvas.text(
        f"{view.seat.score:,}",
        outer(view.player, CENTRE),
        _SCORE_Y,
        theme.SIZE_SCORE,
        anchor="center",
        weight="black",
        tabular=True,
    )


def draw_lead(canvas: Canvas, player: int, word: str) -> None:
    """A lit word under the name of whoever leads alone."""
    grown = stretch(canvas)
    y, height = _NAME_Y + _LEAD_STEP * grown, _LEAD_HEIGHT * grown
    width = canvas.text_width(word, theme.SIZE_SMALL) + height
    middle = outer(player, theme.EDGE + width / 2)
    color = theme.player_color(player)
    canvas.rounded(middle - width / 2, y - height / 2, width, height, color, radius=height / 2)
    canvas.text(word, middle, y, theme.SIZE_SMALL, theme.PANEL, anchor="center")


def draw_cue(canvas: Canvas, player: int, text: str) -> None:
    """A word of the chart for this player, under the highway."""
    x, height = outer(player, CENTRE), _CUE_HEIGHT * stretch(canvas)
    width = min(_CUE_WIDTH, canvas.text_width(text, theme.SIZE_BODY) + 64)
    color = theme.player_color(player)
    box = (x - width / 2, _CUE_Y - height / 2, width, height)
    canvas.panel(*box, border=color, radius=height / 2)
    line(canvas, text, x, _CUE_Y, width - 48, anchor="center")


def draw_note(canvas: Canvas, player: int, text: str) -> None:
    """A sentence for this player, on the highway under the judgements."""
    x, size = outer(player, CENTRE), theme.SIZE_SMALL
    shown = wrapped(canvas, text, _NOTE_WIDTH - 64, size, max_lines=2)
    step = line_height(canvas, size)
    width = max(canvas.text_width(each, size) for each in shown) + 64
    height = len(shown) * step + 24
    top = _NOTE_Y - height / 2
    color = theme.player_color(player)
    canvas.panel(x - width / 2, top, width, height, border=color, radius=height / 3)
    for index, each in enumerate(shown):
        canvas.text(each, x, top + 12 + (index + 0.5) * step, size, anchor="center")


def draw_count(canvas: Canvas, player: int, number: int) -> None:
    """The number of a count-in."""
    x = outer(player, CENTRE)
    for y, ink in ((_COUNT_Y + 6, theme.PANEL), (_COUNT_Y, theme.TEXT)):
        canvas.text(str(number), x, y, _COUNT_SIZE, ink, anchor="center", weight="black")
