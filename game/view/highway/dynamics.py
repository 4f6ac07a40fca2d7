"""The sign over a ghost that was played soft or an accent that was played loud, as scores have it.

Small, and gone as soon as the judgement: it praises and asks for nothing.
"""

from __future__ import annotations

from game.charts.pieces import Stroke
from game.view import theme
from game.view.canvas import Canvas
from game.view.highway.judgement import strength
from game.view.highway.seat import SeatView
from game.view.highway.side import Now, Side

ACCENT = ">"
GHOST = "( )"
_RISE = 80
"""From the hit line up to the sign: clear of a hit's ring."""


def draw_dynamics(canvas: Canvas, side: Side, view: SeatView, now: Now) -> None:
    """Draw the signs of the latest hits that were as written."""
    for verdict in view.seat.recent:
        if verdict.note is None or verdict.note not in view.seat.as_written:
            continue
        alpha = round(255 * strength(now.age_ms(verdict.at_us)))
        if alpha:
            is_ghost = view.timeline.notes[verdict.note].stroke is Stroke.GHOST
            x, y = canvas.position(side.note_px(verdict.note, 1.0))
            sign = GHOST if is_ghost else ACCENT
            canvas.text(sign, x, y - _RISE, theme.SIZE_COMBO, anchor="center", weight="black",
                        alpha=alpha)  # fmt: skip
