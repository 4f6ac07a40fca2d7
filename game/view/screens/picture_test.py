"""The picture test: two highways as in play, with a note on every beat and nothing to be heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.highway.field import paint_caps, paint_field
from game.view.highway.geometry import CENTRE
from game.view.highway.seat import SeatView
from game.view.highway.side import Now, Sheets, Side
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.text_box import draw_text_box

_MIDDLE = WIDTH / 2
_HEADING_Y = 232
_TASK = Area(_MIDDLE - 196, 272, 392, 208)
_NAME_Y = 72
_WORD_Y = 120
_BAR = Area(0, 152, 400, 12)
_STILL_BEAT = 0.45


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one player is."""

    name: str
    word: str
    is_done: bool
    share: float


@dataclass(frozen=True, slots=True)
class PictureTestSnapshot:
    heading: str
    task: str
    now: Now
    seats: tuple[SeatView, ...]
    progress: tuple[Progress, ...]
    frame: Frame


class _Stage:
    """Everything that stays the same from frame to frame."""

    def __init__(self, canvas: Canvas, snapshot: PictureTestSnapshot) -> None:
        sheets = Sheets(canvas)
        self.sides = tuple(Side(canvas, view, sheets) for view in snapshot.seats)
        self.still = pygame.Surface(canvas.surface.get_size()).convert(canvas.surface)
        still = canvas.onto(self.still)
        still.background()
        for side in self.sides:
            paint_field(still, side.highway, side.lanes, side.color)
            paint_caps(still, side.highway, side.lanes, side.labels, side.color)


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, PictureTestSnapshot)
    key = (
        canvas.surface.get_size(),
        canvas.theme,
        *((view.lanes, view.timeline) for view in snapshot.seats),
    )
    stage = canvas.keep("picture test", key, lambda: _Stage(canvas, snapshot))
    canvas.surface.blit(stage.still, (0, 0))
    for side, view in zip(stage.sides, snapshot.seats, strict=True):
        side.draw_floor(canvas, view, snapshot.now, _STILL_BEAT)
        side.draw_notes(canvas, view, snapshot.now)
        side.draw_hits(canvas, view, snapshot.now)
    for player, progress in enumerate(snapshot.progress, start=1):
        _draw_progress(canvas, player, progress)
    line(
        canvas,
        snapshot.heading,
        _MIDDLE,
        _HEADING_Y,
        _TASK.width,
        theme.SIZE_SCORE,
        anchor="center",
        weight="black",
    )
    draw_text_box(canvas, snapshot.task, _TASK)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """Nothing here is for the mouse."""
    return iter(())


def _draw_progress(canvas: Canvas, player: int, progress: Progress) -> None:
    x = CENTRE if player == 1 else WIDTH - CENTRE
    color = player_color(player)
    line(canvas, progress.name, x, _NAME_Y, 600, theme.SIZE_NAME, color, anchor="center")
    ink = theme.TOGETHER_MINT if progress.is_done or not progress.share else theme.TEXT
    line(canvas, progress.word, x, _WORD_Y, 600, theme.SIZE_BODY, ink, anchor="center")
    if not progress.share:
        return
    left = x - _BAR.width / 2
    canvas.rounded(left, _BAR.y, _BAR.width, _BAR.height, theme.HAIRLINE, radius=6, alpha=24)
    shown = max(_BAR.height, _BAR.width * min(1.0, progress.share))
    canvas.rounded(left, _BAR.y, shown, _BAR.height, color, radius=6)
