"""Rows of settings: a label, and a value that is stepped through or slid along."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.view import theme
from game.view.canvas import Canvas
from game.view.theme import Color
from game.view.widgets.area import Area
from game.view.widgets.focus import draw_focus
from game.view.widgets.lines import line

ROW_PAD = 24
"""From the end of a row to its label."""

_ARROW = 10
_ARROW_ROOM = 40
_LABEL_SHARE = 0.42
_TRACK_SHARE = 0.32
_KNOB_RADIUS = 14


@dataclass(frozen=True, slots=True)
class Row:
    """One line of choices."""

    label: str
    value: str
    is_focused: bool = False
    dots: int | None = None
    """A level, drawn as five dots beside the value."""

    share_pct: int | None = None
    """How far a slider stands; None for a row without one."""

    has_less: bool = True
    has_more: bool = True
    is_stepped: bool = True
    """Whether there is anything to step through, and so arrows."""


def draw_row(
    canvas: Canvas,
    area: Area,
    row: Row,
    *,
    mirrored: bool = False,
    colors: tuple[Color, Color] = (theme.P1_CORAL, theme.P2_AZURE),
    dot_color: Color = theme.TEXT,
) -> None:
    """Label outside, value inside; `mirrored` swaps the sides."""
    if row.is_focused:
        draw_focus(canvas, area, *colors)
    label_x = area.right - ROW_PAD if mirrored else area.x + ROW_PAD
    line(
        canvas,
        row.label,
        label_x,
        area.center_y,
        area.width * _LABEL_SHARE - ROW_PAD,
        theme.SIZE_SMALL,
        theme.TEXT if row.is_focused else theme.TEXT_DIM,
        anchor="right" if mirrored else "left",
    )
    place = value_area(area, mirrored)
    if row.is_focused and row.is_stepped:
        _draw_arrow(canvas, place.x + _ARROW_ROOM / 2, area.center_y, -1, row.has_less)
        _draw_arrow(canvas, place.right - _ARROW_ROOM / 2, area.center_y, 1, row.has_more)
    inner = place.inset(_ARROW_ROOM)
    if row.share_pct is not None:
        _draw_slider(canvas, track_area(area), row)
        inner = Area(track_area(area).right, inner.y, 0, inner.height)
        number_x = place.right - _ARROW_ROOM
        room = number_x - inner.x - ROW_PAD
        line(
            canvas,
            row.value,
            number_x,
            area.center_y,
            room,
            theme.SIZE_SMALL,
            anchor="right",
            tabular=True,
        )
    elif row.dots is not None:
        _draw_level(canvas, inner, row, dot_color)
    elif not row.is_stepped:
        canvas.text(
            row.value,
            inner.center_x,
            area.center_y,
            theme.SIZE_SMALL,
            anchor="center",
            max_width=inner.width,
        )
    else:
        line(
            canvas,
            row.value,
            inner.center_x,
            area.center_y,
            inner.width,
            theme.SIZE_SMALL,
            anchor="center",
        )


def value_area(area: Area, mirrored: bool = False) -> Area:
    """Where a row's value stands between its arrows."""
    width = area.width * (1 - _LABEL_SHARE)
    return Area(area.x if mirrored else area.right - width, area.y, width, area.height)


def arrow_at(place: Area, x: float) -> bool:
    """Whether one of the arrows of a value's place is at `x`."""
    return _ARROW_ROOM > x - place.x >= 0 or _ARROW_ROOM >= place.right - x > 0


def track_area(area: Area) -> Area:
    """Where a slider's track lies, as high as the row."""
    place = value_area(area)
    return Area(place.x + _ARROW_ROOM + ROW_PAD, area.y, area.width * _TRACK_SHARE, area.height)


def _draw_level(canvas: Canvas, inner: Area, row: Row, color: Color) -> None:
    dots_width = 112
    gap = 16
    room = inner.width - dots_width - gap
    text_width = min(room, canvas.text_width(row.value, theme.SIZE_SMALL))
    x = inner.center_x - (dots_width + gap + text_width) / 2
    canvas.dots(row.dots or 0, x, inner.center_y, color)
    line(canvas, row.value, x + dots_width + gap, inner.center_y, room, theme.SIZE_SMALL)


def _draw_slider(canvas: Canvas, track: Area, row: Row) -> None:
    share = (row.share_pct or 0) / 100
    y = track.center_y
    canvas.rounded(
        track.x, y - 4, track.width, 8, theme.HAIRLINE, radius=4, alpha=theme.HAIRLINE_ALPHA
    )
    if share > 0:
        canvas.rounded(track.x, y - 4, max(8, track.width * share), 8, theme.TEXT_DIM, radius=4)
    color = theme.TEXT if row.is_focused else theme.TEXT_DIM
    canvas.disc(track.x + track.width * share, y, _KNOB_RADIUS, color)


def _draw_arrow(canvas: Canvas, x: float, y: float, direction: int, is_open: bool) -> None:
    color = theme.TEXT if is_open else (70, 74, 96)
    half = _ARROW * 0.6
    points = [
        (canvas.x_px(x - direction * half), canvas.y_px(y - _ARROW)),
        (canvas.x_px(x + direction * half), canvas.y_px(y)),
        (canvas.x_px(x - direction * half), canvas.y_px(y + _ARROW)),
    ]
    pygame.draw.aalines(canvas.surface, color, False, points)
    pygame.draw.polygon(canvas.surface, color, points)
