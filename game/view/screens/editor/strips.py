"""What lies above the lines of notes: sections, bars, what holds, and the sound."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import pygame

from game.view import shapes, theme
from game.view.canvas import Canvas
from game.view.screens.editor import geometry
from game.view.screens.editor.geometry import x_of
from game.view.screens.editor.snapshot import Mark, Still
from game.view.shapes import premultiplied
from game.view.theme import Color
from game.view.widgets.area import Area
from game.view.widgets.lines import line

_LEAST_BAR = 56
"""Between two numbers of bars."""

_FAULT: Color = (0xFF, 0xB4, 0x54)
_WAVE: Color = (0x8C, 0x96, 0xC8)


def draw_strips(canvas: Canvas, still: Still) -> None:
    """Everything above the notes."""
    for area in (geometry.SECTIONS, geometry.RULER, geometry.HOLDS):
        canvas.rounded(24, area.y, area.right - 24, area.height - 2, theme.PANEL, radius=4)
    _draw_marks(canvas, still, geometry.SECTIONS, still.sheet.sections, theme.TOGETHER_MINT)
    _draw_ruler(canvas, still)
    _draw_marks(canvas, still, geometry.HOLDS, still.sheet.holds, theme.TEXT_DIM)
    _draw_wave(canvas, still)


def _draw_marks(
    canvas: Canvas, still: Still, area: Area, marks: tuple[Mark, ...], color: Color
) -> None:
    """Words, each cut where the next one begins."""
    for index, mark in enumerate(marks):
        x = x_of(mark.at_us, still.left_us, still.us_per_unit)
        end = area.right
        if index + 1 < len(marks):
            end = min(end, x_of(marks[index + 1].at_us, still.left_us, still.us_per_unit))
        left = max(x, area.x)
        if end - left < 24:
            continue
        if x >= area.x:
            canvas.line(x, area.y, x, area.bottom - 2, color, alpha=180, width=2)
        size = theme.SIZE_SMALL - 2
        line(canvas, mark.text, left + 8, area.center_y, end - left - 12, size, color)


def _draw_ruler(canvas: Canvas, still: Still) -> None:
    bars_us, area = still.sheet.bars_us, geometry.RULER
    right_us = geometry.us_of(area.right, still.left_us, still.us_per_unit)
    first = bisect_left(bars_us, still.left_us)
    shown = bisect_right(bars_us, right_us) - first
    every = 1
    while shown > 1 and area.width / max(1, shown) * every < _LEAST_BAR:
        every *= 2
    for index in range(first, min(len(bars_us) - 1, first + shown)):
        x = x_of(bars_us[index], still.left_us, still.us_per_unit)
        canvas.line(x, area.y, x, area.bottom - 2, theme.HAIRLINE, alpha=120)
        if index % every == 0 and x < area.right - 40:
            text = str(index + 1)
            canvas.text(text, x + 6, area.center_y, 20, theme.TEXT_DIM, tabular=True)
    for at_us, is_error in still.sheet.faults:
        if still.left_us <= at_us <= right_us:
            x = x_of(at_us, still.left_us, still.us_per_unit)
            color = theme.P1_CORAL if is_error else _FAULT
            canvas.disc(x, area.bottom - 8, 5, color)


def _draw_wave(canvas: Canvas, still: Still) -> None:
    area, wave = geometry.WAVE, still.wave
    middle = area.center_y
    canvas.line(area.x, middle, area.right, middle, theme.HAIRLINE, alpha=30)
    if wave is None or not wave.peaks:
        return
    box = canvas.rect_px(area.x, area.y, area.width, area.height)
    image = shapes.blank(box.width, box.height)
    us_per_px = still.us_per_unit / canvas.scale
    color = premultiplied(_WAVE, 190)
    for x_px in range(box.width):
        first = int((still.left_us + x_px * us_per_px - wave.start_us) / wave.step_us)
        last = max(first + 1, first + int(us_per_px / wave.step_us))
        if first < 0 or first >= len(wave.peaks):
            continue
        height_px = round(max(wave.peaks[first:last]) * box.height / 2)
        image.fill(color, (x_px, box.height // 2 - height_px, 1, 2 * height_px + 1))
    canvas.surface.blit(image, box.topleft, special_flags=pygame.BLEND_PREMULTIPLIED)
