"""The title: the name, and two drum heads with their keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.drum_head import draw_drum_head
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.kit import Key, draw_kit, key_areas
from game.view.widgets.lines import line

BUTTON = "button"
KEYS = ("keys of P1", "keys of P2")

_NAME_SIZE = 168
_NAME_ROOM = 1056
_NAME_Y = 200
_MOTTO_Y = 328
_HEAD_X = 416
_HEAD_Y = 568
_HEAD_RADIUS = 216
_KIT_TOP = 816
_KIT_SIZE = (480, 144)
_PLAY = Area(WIDTH / 2 - 208, 464, 416, 96)
_OTHERS = Area(WIDTH / 2 - 208, 576, 416, 360)
_HIGHEST = 72
_GAP = 16


@dataclass(frozen=True, slots=True)
class Drum:
    """One player's side."""

    label: str
    glow: float
    """How bright the last stroke shines: 0 to 1."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class TitleSnapshot:
    name: str
    motto: str
    drums: tuple[Drum, ...]
    buttons: tuple[Button, ...]
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, TitleSnapshot)
    canvas.background()
    middle = WIDTH / 2
    line(
        canvas,
        snapshot.name,
        middle,
        _NAME_Y,
        _NAME_ROOM,
        _NAME_SIZE,
        anchor="center",
        weight="black",
    )
    line(canvas, snapshot.motto, middle, _MOTTO_Y, 1200, color=theme.TEXT_DIM, anchor="center")
    for player, (drum, x) in enumerate(zip(snapshot.drums, _head_xs(), strict=True), start=1):
        color = player_color(player)
        draw_drum_head(canvas, x, _HEAD_Y, _HEAD_RADIUS, color, drum.label, drum.glow)
        draw_kit(canvas, _kit_area(x), drum.keys, color)
    for index, button in enumerate(snapshot.buttons):
        draw_button(canvas, _button_area(index, len(snapshot.buttons)), button)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, TitleSnapshot)
    for index in range(len(snapshot.buttons)):
        yield Target(BUTTON, index), _button_area(index, len(snapshot.buttons))
    for name, drum, x in zip(KEYS, snapshot.drums, _head_xs(), strict=True):
        for index, area in key_areas(_kit_area(x), drum.keys):
            yield Target(name, index), area


def _head_xs() -> tuple[float, float]:
    return _HEAD_X, WIDTH - _HEAD_X


def _kit_area(x: float) -> Area:
    width, height = _KIT_SIZE
    return Area(x - width / 2, _KIT_TOP, width, height)


def _button_area(index: int, count: int) -> Area:
    """Playing first and largest; the others below share their room."""
    if index == 0:
        return _PLAY
    others = count - 1
    gap = _GAP if others * (_HIGHEST + _GAP) - _GAP <= _OTHERS.height else _GAP / 2
    height = min(_HIGHEST, (_OTHERS.height + gap) / others - gap)
    return Area(_OTHERS.x, _OTHERS.y, _OTHERS.width, height).below(index - 1, gap)
