"""Signing: two sticks to write on, and how they change hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.sticks.pair import Place, swapping
from game.view.sticks.signature import Signature
from game.view.sticks.stick import draw_stick, signed_area, stick_area
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.button_rows import button_areas
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line

STICK = "stick"
BUTTON = "button"

_LENGTH = 1440
_PLACES = (Place(WIDTH / 2, 404), Place(WIDTH / 2, 676))
_HEADING_Y = 104
_SENTENCE_Y = 180
_LABEL_RISE = 92
_BUTTONS = Area(WIDTH / 2 - 760, 832, 1520, 96)
_FOCUS_PAD = 20
_CARET = 3


@dataclass(frozen=True, slots=True)
class SignedStick:
    label: str
    """Whose it is, and what to do."""

    signature: Signature
    is_focused: bool = False
    is_typed: bool = False
    """Whether a caret shows that letters go here."""


@dataclass(frozen=True, slots=True)
class SigningSnapshot:
    heading: str
    sentence: str
    sticks: tuple[SignedStick, ...]
    """P1's, then P2's."""

    buttons: tuple[Button, ...]
    frame: Frame
    swapped: float = 0.0
    """How far the sticks have changed hands: 0 to 1."""


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, SigningSnapshot)
    canvas.background()
    middle, room = WIDTH / 2, WIDTH - 2 * theme.EDGE
    size = theme.SIZE_TITLE
    line(canvas, snapshot.heading, middle, _HEADING_Y, room, size, anchor="center", weight="black")
    line(
        canvas, snapshot.sentence, middle, _SENTENCE_Y, room, color=theme.TEXT_DIM, anchor="center"
    )
    for player, (stick, place) in enumerate(zip(snapshot.sticks, _PLACES, strict=True), start=1):
        _draw_hand(canvas, player, stick, place)
    places = swapping(*_PLACES, snapshot.swapped, _LENGTH)
    for player, (stick, at) in enumerate(zip(snapshot.sticks, places, strict=True), start=1):
        x, y, angle = at.x, at.y, at.angle
        draw_stick(canvas, player, stick.signature, x, y, _LENGTH, angle, is_moving=True)
        if stick.is_typed:
            _draw_caret(canvas, player, stick.signature)
    for area, button in zip(_button_areas(snapshot), snapshot.buttons, strict=True):
        draw_button(canvas, area, button)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, SigningSnapshot)
    for index in range(len(snapshot.sticks)):
        yield Target(STICK, index), pen_area(index)
    for index, area in enumerate(_button_areas(snapshot)):
        yield Target(BUTTON, index), area


def pen_area(index: int) -> Area:
    """Where a stick is drawn on."""
    return signed_area(_stick_area(index), index + 1)


def _stick_area(index: int) -> Area:
    place = _PLACES[index]
    return stick_area(place.x, place.y, _LENGTH)


def _button_areas(snapshot: SigningSnapshot) -> tuple[Area, ...]:
    return button_areas(len(snapshot.buttons), _BUTTONS)


def _draw_hand(canvas: Canvas, player: int, stick: SignedStick, place: Place) -> None:
    """Whose place this is; lit while they write."""
    area = _stick_area(player - 1)
    color = player_color(player)
    if stick.is_focused:
        pad = _FOCUS_PAD
        box = (area.x - pad, area.y - pad, area.width + 2 * pad, area.height + 2 * pad)
        canvas.rounded(
            *box, theme.PANEL, radius=area.height / 2 + pad, alpha=150, border=color, border_width=3
        )
    y = place.y - _LABEL_RISE
    line(canvas, stick.label, WIDTH / 2, y, area.width, theme.SIZE_NAME, color, anchor="center")


def _draw_caret(canvas: Canvas, player: int, signature: Signature) -> None:
    """Under the signature: letters of every size have room above it."""
    area = pen_area(player - 1)
    width = area.width * (0.5 if signature.text or signature.is_drawn else 0.3)
    top = area.bottom - 2 * _CARET
    canvas.rounded(
        area.center_x - width / 2, top, width, _CARET, theme.TOGETHER_MINT, radius=1, alpha=220
    )
