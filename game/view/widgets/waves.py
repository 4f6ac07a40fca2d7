"""A recording's waveform with what lies on it: bars, pins, the place that is played."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.view import shapes, theme
from game.view.canvas import Canvas
from game.view.shapes import premultiplied
from game.view.widgets.area import Area

if TYPE_CHECKING:
    from game.alignment.waveform import Waveform

_WAVE = (150, 160, 205)
_PAD = 16
_HEAD = 76
"""Room above the waveform for names and numbers."""

_LABEL_GAP = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """An upright line over the waveform."""

    share: float
    """Where, 0 at the left end to 1 at the right."""

    label: str = ""
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Waves:
    """A stretch of a recording."""

    waveform: Waveform
    from_us: float
    to_us: float
    pulses: tuple[Mark, ...] = ()
    bars: tuple[Mark, ...] = ()
    sections: tuple[Mark, ...] = ()
    pins: tuple[Mark, ...] = ()
    """Strong where one is in hand."""

    cursor: float | None = None
    playhead: float | None = None


def draw_waves(canvas: Canvas, area: Area, waves: Waves) -> None:
    """Fill the area."""
    canvas.panel(area.x, area.y, area.width, area.height)
    plot = plot_area(area)
    _draw_wave(canvas, plot, waves)
    for mark in waves.pulses:
        _upright(canvas, plot, mark.share, theme.HAIRLINE, 40, 2)
    for mark in waves.bars:
        _upright(canvas, plot, mark.share, theme.TEXT, 170, 2)
    for mark in waves.sections:
        _upright(canvas, plot, mark.share, theme.TEXT, 255, 3)
    for mark in waves.pins:
        _draw_pin(canvas, plot, mark)
    _draw_labels(canvas, plot, waves.bars, area.y + 54, theme.TEXT_DIM, anchored=False)
    _draw_labels(canvas, plot, waves.sections, area.y + 24, theme.TEXT, anchored=True)
    if waves.cursor is not None:
        _draw_cursor(canvas, plot, waves.cursor)
    if waves.playhead is not None:
        _upright(canvas, plot, waves.playhead, theme.P1_CORAL, 255, 4)


def plot_area(area: Area) -> Area:
    """Where the waveform itself lies."""
    return Area(area.x + _PAD, area.y + _HEAD, area.width - 2 * _PAD, area.height - _HEAD - _PAD)


def _draw_wave(canvas: Canvas, plot: Area, waves: Waves) -> None:
    box = canvas.rect_px(plot.x, plot.y, plot.width, plot.height)
    key = (id(waves.waveform), waves.from_us, waves.to_us, box.size)
    image = canvas.keep("waves", key, lambda: _image(waves, *box.size))
    canvas.stamp(image, box.topleft)


def _image(waves: Waves, width_px: int, height_px: int) -> pygame.Surface:
    image = shapes.blank(width_px, height_px)
    color, middle = premultiplied(_WAVE), height_px / 2
    peaks = waves.waveform.peaks(waves.from_us, waves.to_us, width_px)
    for x, peak in enumerate(peaks):
        half = max(0.5, peak / 255 * (middle - 1))
        top, bottom = round(middle - half), round(middle + half)
        pygame.draw.line(image, color, (x, top), (x, max(top, bottom - 1)))
    return image


def _upright(
    canvas: Canvas,
    plot: Area,
    share: float,
    color: theme.Color,
    alpha: int,
    width: float,
) -> None:
    x = plot.x + share * plot.width
    canvas.line(x, plot.y, x, plot.bottom, color, alpha=alpha, width=width)


def _draw_pin(canvas: Canvas, plot: Area, mark: Mark) -> None:
    """A mint head on the line; the one in hand is larger, and its line is mint as well."""
    x = plot.x + mark.share * plot.width
    if mark.is_strong:
        _upright(canvas, plot, mark.share, theme.TOGETHER_MINT, 255, 4)
    canvas.disc(
        x,
        plot.bottom,
        14 if mark.is_strong else 9,
        theme.TOGETHER_MINT,
        border=theme.PANEL,
    )


def _draw_cursor(canvas: Canvas, plot: Area, share: float) -> None:
    x = plot.x + share * plot.width
    for y, drop in ((plot.y, 1), (plot.bottom, -1)):
        canvas.line(x, y, x, y + drop * 24, theme.P2_AZURE, alpha=255, width=6)


def _draw_labels(
    canvas: Canvas,
    plot: Area,
    marks: tuple[Mark, ...],
    y: float,
    color: theme.Color,
    *,
    anchored: bool,
) -> None:
    """Each beside its line; one that has no room is left out."""
    free_from = plot.x
    for mark in marks:
        x = plot.x + mark.share * plot.width
        width = canvas.text_width(mark.label, theme.SIZE_SMALL)
        left = x if anchored else x - width / 2
        if not mark.label or left < free_from or left + width > plot.right:
            continue
        canvas.text(mark.label, left, y, theme.SIZE_SMALL, color)
        free_from = left + width + _LABEL_GAP
