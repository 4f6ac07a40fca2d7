"""Two players' errors over a song: where they drifted, and where they found each other again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.view import shapes, theme
from game.view.canvas import Canvas
from game.view.shapes import premultiplied
from game.view.theme import player_color
from game.view.widgets.area import Area

_SHARPER = 2
"""How much larger the curves are painted before they are averaged down."""

_LINE = 4.0
_STRIPE = 3
_DOT = 2.5
_DOT_ALPHA = 80
_BETWEEN_ALPHA = 40
_AXIS_ALPHA = 140
_BAR_SHARE = 0.7
_LEAST_BAR = 4.0
_FAR_ALPHA = 150

Curve = tuple[float | None, ...]
"""Values in ms at even steps through the song; None where nothing was hit."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class CurvesFigure:
    """Errors and gaps; late is positive."""

    curves_ms: tuple[Curve, ...]
    """One for each player."""

    dots: tuple[tuple[Point, ...], ...]
    """For each player (share of the song, error in ms) of every hit."""

    reach_ms: float
    """The error at the lower edge; at the upper one as much, early."""

    gaps_ms: Curve
    """The typical distance of the two in even stretches of the song."""

    gap_reach_ms: float
    close_ms: float
    """A gap up to this can hardly be heard."""

    sections: tuple[tuple[float, str], ...]
    """(share of the song, name) of each section."""


def draw_curves(canvas: Canvas, figure: CurvesFigure, area: Area) -> None:
    """Early above the middle, late below it, and the gap as light between the two."""
    box = canvas.rect_px(area.x, area.y, area.width, area.height)
    canvas.line(area.x, area.center_y, area.right, area.center_y, theme.TEXT_DIM, alpha=_AXIS_ALPHA)
    image = canvas.cached(
        ("error curves", figure, box.size), lambda: _image(figure, box.size, canvas.scale)
    )
    canvas.stamp(image, box.topleft)


def draw_gaps(canvas: Canvas, figure: CurvesFigure, area: Area) -> None:
    """The distance of the two as bars; those that can hardly be heard are mint."""
    step = area.width / max(1, len(figure.gaps_ms))
    for index, gap_ms in enumerate(figure.gaps_ms):
        if gap_ms is None:
            continue
        height = max(_LEAST_BAR, area.height * min(1.0, gap_ms / figure.gap_reach_ms))
        is_close = gap_ms <= figure.close_ms
        canvas.rounded(
            area.x + index * step,
            area.bottom - height,
            step * _BAR_SHARE,
            height,
            theme.TOGETHER_MINT if is_close else theme.TEXT_DIM,
            radius=4,
            alpha=255 if is_close else _FAR_ALPHA,
        )
    canvas.line(area.x, area.bottom, area.right, area.bottom)


def draw_sections(canvas: Canvas, figure: CurvesFigure, area: Area, names_y: float) -> None:
    """A hairline where each section starts, and the names for which there is room."""
    free = area.x
    for share, name in figure.sections:
        x = area.x + share * area.width
        canvas.line(x, area.y, x, area.bottom)
        right = x + canvas.text_width(name, theme.SIZE_SMALL)
        if x >= free and right <= area.right:
            canvas.text(name, x, names_y, theme.SIZE_SMALL, theme.TEXT_DIM)
            free = right + 2 * theme.GRID


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where errors lie in the painted picture, in its pixels."""

    width: int
    height: int
    reach_ms: float
    margin: float
    """Room for half of a line on the upper and lower edge."""

    def point(self, share: float, error_ms: float) -> Point:
        """What lies beyond the reach stands on the edge."""
        error = max(-1.0, min(1.0, error_ms / self.reach_ms))
        return share * self.width, self.height / 2 + error * (self.height / 2 - self.margin)

    def points(self, curve: Curve) -> list[Point | None]:
        count = max(1, len(curve) - 1)
        return [
            None if error_ms is None else self.point(index / count, error_ms)
            for index, error_ms in enumerate(curve)
        ]


def _image(figure: CurvesFigure, size_px: tuple[int, int], scale: float) -> pygame.Surface:
    times = scale * _SHARPER
    width, height = size_px[0] * _SHARPER, size_px[1] * _SHARPER
    master = shapes.blank(width, height)
    plane = _Plane(width, height, figure.reach_ms, _LINE * times)
    lines = [plane.points(curve) for curve in figure.curves_ms]
    light = premultiplied(theme.HAIRLINE, _BETWEEN_ALPHA)
    for (one, other), (one_after, other_after) in pairwise(zip(*lines, strict=True)):
        if one and other and one_after and other_after:
            pygame.draw.polygon(master, light, (one, one_after, other_after, other))
    for side, dots in enumerate(figure.dots):
        color = premultiplied(player_color(side + 1), _DOT_ALPHA)
        for dot in dots:
            pygame.draw.circle(master, color, plane.point(*dot), max(1.0, _DOT * times))
    for side, start, end in _strokes(lines):
        color = premultiplied(player_color(side + 1))
        pygame.draw.line(master, color, start, end, max(2, round(_LINE * times)))
        for place in (start, end):
            pygame.draw.circle(master, color, place, max(1.0, _LINE * times / 2))
    return shapes.shrunk(master, size_px)


def _strokes(lines: Sequence[Sequence[Point | None]]) -> Iterator[tuple[int, Point, Point]]:
    """Each point of each side with the next; a curve is open where nothing was hit.

    The sides take turns to lie on top, so that curves that are the same show as stripes of both.
    """
    sides = range(len(lines))
    for index, steps in enumerate(zip(*map(pairwise, lines), strict=True)):
        for side in sides if index // _STRIPE % 2 else reversed(sides):
            start, end = steps[side]
            if start and end:
                yield side, start, end
