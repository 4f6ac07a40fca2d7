"""Curves over the plays of a pair, oldest on the left: one value a play, with gaps where none is
known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.view import theme
from game.view.canvas import Canvas
from game.view.theme import Color
from game.view.widgets.area import Area
from game.view.widgets.lines import line

TICK_ROOM = 112
"""On the left of the plot, for what its height means."""

_HEADING_RISE = 42
_LEGEND_GAP = 32
_NAME_GAP = 16
_HEADING_SHARE = 0.3
_CURVE_WIDTH = 4
_RIM = 1
_DOT_RADIUS = 5
_MOST_DOTS = 48
_BAND_ALPHA = 52
_WHISKER_WIDTH = 6

Values = tuple[float | None, ...]
"""A share of the plot's height for each play, 0 at its foot; None where nothing is known."""


@dataclass(frozen=True, slots=True)
class Curve:
    values: Values
    color: Color


@dataclass(frozen=True, slots=True)
class Tick:
    """A level of the plot, and what it stands for."""

    share: float
    text: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What a curve says of one play."""

    value: str
    color: Color
    name: str = ""
    """Whose it is; stands before it, cut where there is no room."""


@dataclass(frozen=True, slots=True)
class StoryPlot:
    heading: str
    ticks: tuple[Tick, ...]
    curves: tuple[Curve, ...]
    legends: tuple[Legend, ...]
    lows: Values = ()
    highs: Values = ()
    """The ends of the first curve's intervals; empty for a plot without."""

    chosen: int | None = None
    """The point that is pointed out."""


def draw_story_plot(canvas: Canvas, area: Area, plot: StoryPlot) -> None:
    """Fill the area; heading and legends stand above it."""
    _draw_heading(canvas, area, plot)
    inner = plot_area(area)
    for tick in plot.ticks:
        y = _y(inner, tick.share)
        canvas.line(inner.x, y, inner.right, y, alpha=26)
        room = TICK_ROOM - 16
        line(
            canvas,
            tick.text,
            inner.x - 16,
            y,
            room,
            theme.SIZE_SMALL,
            theme.TEXT_DIM,
            anchor="right",
            tabular=True,
        )
    if plot.chosen is not None:
        x = point_x(inner, plot.chosen, _count(plot))
        canvas.line(x, inner.y, x, inner.bottom, theme.TEXT, alpha=110)
    if plot.lows:
        _draw_band(canvas, inner, plot.lows, plot.highs, plot.curves[0].color)
    for index, curve in enumerate(plot.curves):
        # What lies under another curve of the same height is still seen at its rims.
        _draw_curve(canvas, inner, curve, _RIM * (len(plot.curves) - 1 - index))
        value = curve.values[plot.chosen] if plot.chosen is not None else None
        if plot.chosen is not None and value is not None:
            x = point_x(inner, plot.chosen, len(curve.values))
            canvas.disc(x, _y(inner, value), 2 * _DOT_RADIUS, curve.color, border=theme.TEXT)


def plot_area(area: Area) -> Area:
    """Where the curves lie in a plot's place."""
    return Area(area.x + TICK_ROOM, area.y, area.width - TICK_ROOM, area.height)


def point_x(inner: Area, index: int, count: int) -> float:
    """Where a point stands: each has a column of the same width."""
    return inner.x + (index + 0.5) * inner.width / max(1, count)


def _draw_heading(canvas: Canvas, area: Area, plot: StoryPlot) -> None:
    y, room = area.y - _HEADING_RISE, area.width * _HEADING_SHARE
    line(canvas, plot.heading, area.x, y, room - _LEGEND_GAP, theme.SIZE_SMALL, theme.TEXT_DIM)
    width = (area.width - room) / max(1, len(plot.legends))
    for index, legend in enumerate(reversed(plot.legends)):
        right = area.right - index * width
        size, color = theme.SIZE_SMALL, legend.color
        taken = line(canvas, legend.value, right, y, width, size, color, anchor="right")
        if legend.name:
            x = right - taken - _NAME_GAP
            left = width - taken - _NAME_GAP - _LEGEND_GAP
            canvas.text(legend.name, x, y, size, color, anchor="right", max_width=left)


def _draw_curve(canvas: Canvas, inner: Area, curve: Curve, rim: float) -> None:
    has_dots = len(curve.values) <= _MOST_DOTS
    width_px = max(2, canvas.length_px(_CURVE_WIDTH + 2 * rim))
    for stretch in _stretches(curve.values):
        points = [
            _point_px(canvas, inner, index, value, len(curve.values)) for index, value in stretch
        ]
        if len(points) > 1:
            _draw_stretch(canvas, points, curve.color, width_px)
        if has_dots or len(points) == 1:
            for index, value in stretch:
                x = point_x(inner, index, len(curve.values))
                canvas.disc(x, _y(inner, value), _DOT_RADIUS + rim, curve.color)


def _draw_stretch(
    canvas: Canvas, points: Sequence[tuple[int, int]], color: Color, width_px: int
) -> None:
    """Antialiased on both rims, whatever way it slants."""
    for shift in range(width_px):
        down = shift - width_px // 2
        pygame.draw.aalines(canvas.surface, color, False, [(x, y + down) for x, y in points])


def _draw_band(canvas: Canvas, inner: Area, lows: Values, highs: Values, color: Color) -> None:
    """Under the curve; an interval without neighbours is an upright bar."""
    place = canvas.rect_px(inner.x, inner.y, inner.width, inner.height)
    image = pygame.Surface(place.size, pygame.SRCALPHA)
    for stretch in _stretches(lows):
        if len(stretch) == 1:
            _draw_whisker(canvas, inner, stretch[0][0], lows, highs, color)
            continue
        upper = [
            _point_px(canvas, inner, index, highs[index] or 0, len(highs)) for index, _ in stretch
        ]
        lower = [_point_px(canvas, inner, index, low, len(lows)) for index, low in stretch]
        outline = [(x - place.x, y - place.y) for x, y in (*upper, *reversed(lower))]
        pygame.draw.polygon(image, (*color, _BAND_ALPHA), outline)
    canvas.surface.blit(image, place)


def _draw_whisker(
    canvas: Canvas, inner: Area, index: int, lows: Values, highs: Values, color: Color
) -> None:
    top, bottom = _y(inner, highs[index] or 0), _y(inner, lows[index] or 0)
    canvas.rounded(
        point_x(inner, index, len(lows)) - _WHISKER_WIDTH / 2,
        top,
        _WHISKER_WIDTH,
        max(_WHISKER_WIDTH, bottom - top),
        color,
        radius=_WHISKER_WIDTH / 2,
        alpha=2 * _BAND_ALPHA,
    )


def _stretches(values: Values) -> Iterator[list[tuple[int, float]]]:
    """What is known without a gap in between."""
    stretch: list[tuple[int, float]] = []
    for index, value in enumerate(values):
        if value is not None:
            stretch.append((index, value))
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _count(plot: StoryPlot) -> int:
    return len(plot.curves[0].values)


def _y(inner: Area, share: float) -> float:
    return inner.bottom - max(0.0, min(1.0, share)) * inner.height


def _point_px(canvas: Canvas, inner: Area, index: int, share: float, count: int) -> tuple[int, int]:
    return canvas.x_px(point_x(inner, index, count)), canvas.y_px(_y(inner, share))
