"""Draws the editor: what stands still is painted once and copied, the rest lies over it."""

from __future__ import annotations

import pygame

from game.view import theme
from game.view.canvas import Canvas
from game.view.screens.editor import geometry
from game.view.screens.editor.geometry import x_of
from game.view.screens.editor.lanes import draw_lanes
from game.view.screens.editor.overlays import draw_findings, draw_overlay
from game.view.screens.editor.snapshot import EditorSnapshot, Still
from game.view.screens.editor.strips import draw_strips
from game.view.screens.editor.top import draw_top
from game.view.theme import Color
from game.view.widgets.frame import draw_frame
from game.view.widgets.lines import line

_RECORDING: Color = (0xFF, 0x5A, 0x64)
_MESSAGE_X = 1180
_MESSAGE_ROOM = 560


def draw(canvas: Canvas, snapshot: EditorSnapshot) -> None:
    """Draw the whole screen."""
    key = (canvas.surface.get_size(), canvas.theme, snapshot.still)
    ground = canvas.keep("editor", key, lambda: _painted(canvas, snapshot.still))
    canvas.surface.blit(ground, (0, 0))
    still = snapshot.still
    if snapshot.range_us is not None:
        _draw_range(canvas, still, snapshot.range_us)
    _draw_upright(canvas, still, snapshot.cursor_us, theme.TOGETHER_MINT)
    if snapshot.playhead_us is not None:
        color = _RECORDING if snapshot.is_recording else theme.TEXT
        _draw_upright(canvas, still, snapshot.playhead_us, color)
    if snapshot.rubber is not None:
        canvas.rounded(*snapshot.rubber, theme.TEXT, radius=4, alpha=30, border=theme.TEXT)
    if still.findings is not None:
        draw_findings(canvas, still.findings)
    shown = snapshot.message or snapshot.where
    ink = theme.TOGETHER_MINT if snapshot.message else theme.TEXT
    line(canvas, shown, _MESSAGE_X, geometry.TITLE_Y, _MESSAGE_ROOM, 24, ink, anchor="center")
    draw_frame(canvas, snapshot.frame)
    if snapshot.overlay is not None:
        draw_overlay(canvas, snapshot.overlay)


def _painted(canvas: Canvas, still: Still) -> pygame.Surface:
    surface = pygame.Surface(canvas.surface.get_size(), 0, canvas.surface)
    ground = canvas.onto(surface)
    ground.background(glow=False)
    draw_top(ground, still)
    draw_strips(ground, still)
    draw_lanes(ground, still)
    return surface


def _draw_upright(canvas: Canvas, still: Still, at_us: int, color: Color) -> None:
    x = x_of(at_us, still.left_us, still.us_per_unit)
    if geometry.LEFT <= x <= geometry.RIGHT:
        canvas.line(x, geometry.RULER.y, x, geometry.LANES.bottom, color, alpha=255, width=3)


def _draw_range(canvas: Canvas, still: Still, range_us: tuple[int, int]) -> None:
    left, right = (
        min(geometry.RIGHT, max(geometry.LEFT, x_of(at_us, still.left_us, still.us_per_unit)))
        for at_us in range_us
    )
    if right > left:
        top = geometry.RULER.y
        height = geometry.LANES.bottom - top
        canvas.rounded(left, top, right - left, height, theme.TEXT, radius=2, alpha=22)
