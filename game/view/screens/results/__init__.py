"""The results: how the duet went, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.screens.results.score_page import draw_score_page
from game.view.screens.results.snapshot import (
    PlayerCard,
    ResultLine,
    ResultsSnapshot,
    TogetherPanel,
)
from game.view.widgets.area import Area, Target
from game.view.widgets.button import draw_button
from game.view.widgets.button_rows import button_areas
from game.view.widgets.frame import draw_frame
from game.view.widgets.lines import line

__all__ = [
    "BUTTON",
    "PlayerCard",
    "ResultLine",
    "ResultsSnapshot",
    "TogetherPanel",
    "draw",
    "places",
]

BUTTON = "button"

_BUTTONS = Area(64, 800, WIDTH - 128, 144)
_REPLAY_Y = 976


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, ResultsSnapshot)
    canvas.background()
    draw_score_page(canvas, snapshot)
    areas = button_areas(len(snapshot.buttons), _BUTTONS)
    for area, button in zip(areas, snapshot.buttons, strict=True):
        draw_button(canvas, area, button)
    line(
        canvas,
        snapshot.replay,
        WIDTH / 2,
        _REPLAY_Y,
        WIDTH - 2 * theme.EDGE,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="center",
    )
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, ResultsSnapshot)
    for index, area in enumerate(button_areas(len(snapshot.buttons), _BUTTONS)):
        yield Target(BUTTON, index), area
