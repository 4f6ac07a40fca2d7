"""The keys of both players, to be changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Anchor, Canvas
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button, draw_chip
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.kit import Key, draw_kit, key_areas
from game.view.widgets.lines import fitting_size, line

LAYOUT = "layout"
KEYS = ("keys of P1", "keys of P2")
RESET = "reset"

_HEADING_Y = 88
_CHIP = Area(WIDTH / 2 - 336, 152, 216, 56)
_CHIP_GAP = 12
_PANELS = (Area(64, 248, 864, 456), Area(992, 248, 864, 456))
_PAD = 40
_NAME_Y = 56
_KIT_TOP = 96
_WORD_Y = 776
_RESET = Area(WIDTH / 2 - 256, 848, 512, 80)


@dataclass(frozen=True, slots=True)
class KeysSnapshot:
    heading: str
    layouts: tuple[Button, ...]
    players: tuple[str, ...]
    kits: tuple[tuple[Key, ...], ...]
    word: str
    """What to do next, or what has just happened."""

    is_waiting: bool
    """For a key to be pressed."""

    reset: Button
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, KeysSnapshot)
    canvas.background()
    middle = WIDTH / 2
    canvas.text(
        snapshot.heading, middle, _HEADING_Y, theme.SIZE_TITLE, anchor="center", weight="black"
    )
    for index, chip in enumerate(snapshot.layouts):
        draw_chip(canvas, _chip_area(index), chip)
    for side, (name, keys) in enumerate(zip(snapshot.players, snapshot.kits, strict=True)):
        _draw_side(canvas, side, name, keys)
    size = fitting_size(canvas, snapshot.word, WIDTH - 2 * theme.EDGE, theme.SIZE_NAME)
    color = theme.TOGETHER_MINT if snapshot.is_waiting else theme.TEXT
    canvas.text(snapshot.word, middle, _WORD_Y, size, color, anchor="center")
    draw_button(canvas, _RESET, snapshot.reset)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, KeysSnapshot)
    for index in range(len(snapshot.layouts)):
        yield Target(LAYOUT, index), _chip_area(index)
    for side, keys in enumerate(snapshot.kits):
        for index, area in key_areas(_kit_area(side), keys):
            yield Target(KEYS[side], index), area
    yield Target(RESET), _RESET


def _chip_area(index: int) -> Area:
    return Area(_CHIP.x + index * (_CHIP.width + _CHIP_GAP), _CHIP.y, _CHIP.width, _CHIP.height)


def _kit_area(side: int) -> Area:
    panel = _PANELS[side]
    height = panel.height - _KIT_TOP - _PAD
    return Area(panel.x + _PAD, panel.y + _KIT_TOP, panel.width - 2 * _PAD, height)


def _draw_side(canvas: Canvas, side: int, name: str, keys: tuple[Key, ...]) -> None:
    panel, color = _PANELS[side], player_color(side + 1)
    canvas.panel(panel.x, panel.y, panel.width, panel.height, border=color)
    x = panel.right - _PAD if side == 1 else panel.x + _PAD
    anchor: Anchor = "right" if side == 1 else "left"
    line(canvas, name, x, panel.y + _NAME_Y, 400, theme.SIZE_NAME, color, anchor=anchor)
    draw_kit(canvas, _kit_area(side), keys, color)
