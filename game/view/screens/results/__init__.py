"""The results: how the duet went, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.screens.results.score_page import draw_score_page
from game.view.screens.results.snapshot import (
    Details,
    HandOverLine,
    PlayerCard,
    ResultLine,
    ResultsSnapshot,
    SongPage,
    TimingCard,
    TimingPage,
    TogetherPanel,
)
from game.view.screens.results.song_page import draw_song_page
from game.view.screens.results.timing_page import draw_timing_page
from game.view.widgets.area import Area, Target
from game.view.widgets.button import draw_button, draw_chip
from game.view.widgets.button_rows import button_areas
from game.view.widgets.frame import draw_frame
from game.view.widgets.lines import line

__all__ = [
    "BUTTON",
    "TAB",
    "Details",
    "HandOverLine",
    "PlayerCard",
    "ResultLine",
    "ResultsSnapshot",
    "SongPage",
    "TimingCard",
    "TimingPage",
    "TogetherPanel",
    "draw",
    "draw_page",
    "places",
]

BUTTON = "button"
TAB = "tab"

_MIDDLE = WIDTH / 2
_ROOM = WIDTH - 2 * theme.EDGE
_TABS = Area(_MIDDLE - 480, 24, 960, 48)
_TITLE_Y = 100
_BUTTONS = Area(64, 800, _ROOM, 144)
_REPLAY_Y = 976


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, ResultsSnapshot)
    canvas.background()
    for area, tab in zip(button_areas(len(snapshot.tabs), _TABS), snapshot.tabs, strict=True):
        draw_chip(canvas, area, tab)
    draw_page(canvas, snapshot)
    if snapshot.details is None:
        areas = button_areas(len(snapshot.buttons), _BUTTONS)
        for area, button in zip(areas, snapshot.buttons, strict=True):
            draw_button(canvas, area, button)
        _centered(canvas, snapshot.replay, _REPLAY_Y)
    draw_frame(canvas, snapshot.frame)


def draw_page(canvas: Canvas, snapshot: ResultsSnapshot) -> None:
    """Draw what the page says, without the ways to go on from it."""
    _centered(canvas, snapshot.title, _TITLE_Y)
    if snapshot.details is None:
        draw_score_page(canvas, snapshot)
    elif isinstance(snapshot.details, TimingPage):
        draw_timing_page(canvas, snapshot.details)
    else:
        draw_song_page(canvas, snapshot.details)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, ResultsSnapshot)
    for index, area in enumerate(button_areas(len(snapshot.tabs), _TABS)):
        yield Target(TAB, index), area
    if snapshot.details is None:
        for index, area in enumerate(button_areas(len(snapshot.buttons), _BUTTONS)):
            yield Target(BUTTON, index), area


def _centered(canvas: Canvas, text: str, y: float) -> None:
    line(canvas, text, _MIDDLE, y, _ROOM, theme.SIZE_SMALL, theme.TEXT_DIM, anchor="center")
