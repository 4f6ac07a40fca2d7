"""The Together meter: five segments that say how well the two play together."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import Canvas
from game.view.theme import Color

SEGMENTS = 5
_FADE_STEPS = 8
"""Each step is a picture of its own, kept once it has been made."""

_EMPTY: Color = (44, 47, 66)
_GAP = 14


@dataclass(frozen=True, slots=True)
class TogetherView:
    """What the meter shows."""

    segments: float
    """How many of the five are lit, 0 to 5; a fraction lights the lower part of one."""

    caption: str
    """The typical gap, such as "14 ms"."""

    fade: float = 0.0
    """How far the light has gone because nothing is known of late, 0 to 1."""


def draw_meter(
    canvas: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    together: TogetherView | None,
    *,
    is_level: bool = False,
) -> None:
    """Draw the segments into a box, from the lower end up, or level from the left.

    Without a value all of them are empty.
    """
    lit = together.segments if together else 0.0
    alpha = _alpha(together.fade) if together else 0
    long = (width if is_level else height) - _GAP * (SEGMENTS - 1)
    step = long / SEGMENTS
    for index in range(SEGMENTS):
        share = max(0.0, min(1.0, lit - index))
        if is_level:
            place = (x + index * (step + _GAP), y, step, height)
        else:
            place = (x, y + height - (index + 1) * step - index * _GAP, width, step)
        _draw_segment(canvas, place, share, alpha, is_level)


def _alpha(fade: float) -> int:
    return 255 * round(_FADE_STEPS * (1 - fade)) // _FADE_STEPS


def _draw_segment(
    canvas: Canvas,
    place: tuple[float, float, float, float],
    share: float,
    alpha: int,
    is_level: bool,
) -> None:
    x, y, width, height = place
    canvas.rounded(
        x,
        y,
        width,
        height,
        _EMPTY,
        radius=10,
        alpha=200,
        border=theme.HAIRLINE,
        border_alpha=theme.HAIRLINE_ALPHA,
    )
    if share <= 0.02 or not alpha:
        return
    if is_level:
        width = max(20, width * share)
    else:
        y, height = y + height - max(20, height * share), max(20, height * share)
    canvas.rounded(x, y, width, height, theme.TOGETHER_MINT, radius=10, alpha=alpha)
