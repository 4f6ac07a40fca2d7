"""Timing: what is known of each player's hits, and the tests that find it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.screens.tap_test import draw_heading
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.text_box import draw_text_box

BUTTON = "button"

_CARDS = (Area(64, 256, 616, 592), Area(1240, 256, 616, 592))
_PAD = 40
_NAME_Y = 56
_TESTS_Y = 96
_TEST_HEIGHT = 192
_LABEL_Y = 32
_VALUE_Y = 92
_DETAIL_Y = 152
_VALUE_SIZE = 50
_SONGS_Y = 496
_BUTTON = Area(WIDTH / 2 - 240, 256, 480, 80)
_BUTTON_GAP = 48


@dataclass(frozen=True, slots=True)
class TestLine:
    """What one test has found."""

    label: str
    value: str
    detail: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class PlayerTiming:
    """One player's side."""

    name: str
    tests: tuple[TestLine, ...]
    songs: str
    """What songs have moved, or ""."""


@dataclass(frozen=True, slots=True)
class TimingSnapshot:
    heading: str
    sentence: str
    players: tuple[PlayerTiming, ...]
    buttons: tuple[Button, ...]
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, TimingSnapshot)
    canvas.background()
    draw_heading(canvas, snapshot.heading, snapshot.sentence)
    for side, player in enumerate(snapshot.players):
        _draw_card(canvas, side, player)
    for index, button in enumerate(snapshot.buttons):
        draw_button(canvas, _BUTTON.below(index, _BUTTON_GAP), button)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, TimingSnapshot)
    for index in range(len(snapshot.buttons)):
        yield Target(BUTTON, index), _BUTTON.below(index, _BUTTON_GAP)


def _draw_card(canvas: Canvas, side: int, player: PlayerTiming) -> None:
    area, color = _CARDS[side], player_color(side + 1)
    inner, middle = area.inset(_PAD), area.center_x
    is_known = any(test.is_known for test in player.tests)
    canvas.panel(area.x, area.y, area.width, area.height, border=color if is_known else None)
    y = area.y + _NAME_Y
    line(canvas, player.name, middle, y, inner.width, theme.SIZE_NAME, color, anchor="center")
    for index, test in enumerate(player.tests):
        top = area.y + _TESTS_Y + index * _TEST_HEIGHT
        _draw_test(canvas, inner, top, test)
    songs = Area(inner.x, area.y + _SONGS_Y, inner.width, area.height - _SONGS_Y)
    draw_text_box(canvas, player.songs, songs, color=theme.TOGETHER_MINT)


def _draw_test(canvas: Canvas, inner: Area, top: float, test: TestLine) -> None:
    middle, dim = inner.center_x, theme.TEXT_DIM
    quiet = (theme.SIZE_NAME, dim)
    canvas.line(inner.x, top, inner.right, top)
    for text, y, size, color in (
        (test.label, _LABEL_Y, theme.SIZE_SMALL, dim),
        (test.value, _VALUE_Y, *((_VALUE_SIZE, theme.TEXT) if test.is_known else quiet)),
        (test.detail, _DETAIL_Y, theme.SIZE_SMALL, dim),
    ):
        line(canvas, text, middle, top + y, inner.width, size, color, anchor="center")
