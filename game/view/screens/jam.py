"""Free jam: each player's drums on their side; clock, metronome and recorder in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.theme import player_color
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.cymbal import draw_cymbal
from game.view.widgets.drum_head import draw_drum_head
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.rows import Row, draw_row, value_area

RECORD = "record"
ROW = "row"
HEADS = ("drums of P1", "drums of P2")

_HEADING_Y = 88
_SIDES = (Area(64, 152, 624, 808), Area(1232, 152, 624, 808))
_MIDDLE = Area(720, 152, 480, 808)
_NAME_Y = 56
_DEVICE_Y = 104
_CAP = 48
_CAP_GAP = 40
_CLOCK_Y = _MIDDLE.y + 96
_CLOCK_SIZE = 112
_STATE_Y = _MIDDLE.y + 192
_PULSES_Y = _MIDDLE.y + 264
_PULSE_STEP = 56
_RECORD = Area(_MIDDLE.x + 40, _MIDDLE.y + 328, _MIDDLE.width - 80, 88)
_ROW = Area(_MIDDLE.x + 16, _MIDDLE.y + 448, _MIDDLE.width - 32, 60)
_ROW_GAP = 8
_RED = (255, 84, 84)

_LIGHT = 0.7
"""Of the brightest, so that what stands on a small drum can still be read."""

_CLICKED = 0.7
"""Half the side of the square in which a click strikes a drum, by its radius."""

_Place = tuple[float, float, float]
"""Middle from the left and from the top of a side, and radius."""

_HEAD_ROWS: dict[int, tuple[tuple[_Place, ...], ...]] = {
    2: (((184, 360, 136), (440, 520, 136)),),
    4: (((128, 320, 104), (250, 592, 104), (374, 320, 104), (496, 592, 104)),),
    8: tuple(
        tuple((90 + 148 * column, 280 + 288 * row + 40 * (column % 2), 68) for column in range(4))
        for row in range(2)
    ),
}
"""P1's, by how many there are: rows, each from the left."""


@dataclass(frozen=True, slots=True)
class Head:
    """One drum of a player."""

    label: str
    cap: str
    """What stands on its key; "" for a drum without one."""

    is_cymbal: bool
    glow: float
    """How bright its last stroke shines: 0 to 1."""


@dataclass(frozen=True, slots=True)
class Side:
    name: str
    devices: str
    heads: tuple[Head, ...]
    """Two, four or eight."""


@dataclass(frozen=True, slots=True)
class JamSnapshot:
    heading: str
    sides: tuple[Side, ...]
    clock: str
    state: str
    is_recording: bool
    pulses: int
    """Of the metronome's bar."""

    pulse: int | None
    """The one that sounded last, from 0; None while the metronome is silent."""

    record: Button
    rows: tuple[Row, ...]
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, JamSnapshot)
    canvas.background()
    room = WIDTH - 2 * theme.EDGE
    line(canvas, snapshot.heading, WIDTH / 2, _HEADING_Y, room, theme.SIZE_TITLE,
         anchor="center", weight="black")  # fmt: skip
    for player, (side, area) in enumerate(zip(snapshot.sides, _SIDES, strict=True), start=1):
        _draw_side(canvas, area, side, player)
    border = _RED if snapshot.is_recording else None
    canvas.panel(_MIDDLE.x, _MIDDLE.y, _MIDDLE.width, _MIDDLE.height, border=border)
    _draw_clock(canvas, snapshot)
    _draw_pulses(canvas, snapshot)
    draw_button(canvas, _RECORD, snapshot.record)
    for index, row in enumerate(snapshot.rows):
        draw_row(canvas, _row_area(index), row)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, JamSnapshot)
    yield Target(RECORD), _RECORD
    for index in range(len(snapshot.rows)):
        yield Target(ROW, index), _row_area(index)
    for name, side, area in zip(HEADS, snapshot.sides, _SIDES, strict=True):
        mirrored = name == HEADS[-1]
        for index, (x, y, radius) in enumerate(_head_places(len(side.heads), mirrored)):
            reach = _CLICKED * radius
            yield Target(name, index), Area(area.x + x, area.y + y, 0, 0).inset(-reach, -reach)


def step_at(row: int, x: float) -> int:
    """Which way a click on a row steps: left of its value's middle back, right of it on."""
    return 1 if x >= value_area(_row_area(row)).center_x else -1


def _row_area(index: int) -> Area:
    return _ROW.below(index, _ROW_GAP)


def _head_places(count: int, mirrored: bool) -> Iterator[_Place]:
    """Where a player's drums stand in their side; P2's are mirrored."""
    for row in _HEAD_ROWS[count]:
        if mirrored:
            yield from ((_SIDES[1].width - x, y, radius) for x, y, radius in reversed(row))
        else:
            yield from row


def _draw_side(canvas: Canvas, area: Area, side: Side, player: int) -> None:
    color, room = player_color(player), area.width - 64
    canvas.panel(area.x, area.y, area.width, area.height, border=color)
    line(canvas, side.name, area.center_x, area.y + _NAME_Y, room, theme.SIZE_NAME, color,
         anchor="center", weight="black")  # fmt: skip
    line(canvas, side.devices, area.center_x, area.y + _DEVICE_Y, room, theme.SIZE_SMALL,
         theme.TEXT_DIM, anchor="center")  # fmt: skip
    places = _head_places(len(side.heads), mirrored=player != 1)
    for head, (x, y, radius) in zip(side.heads, places, strict=True):
        draw_head = draw_cymbal if head.is_cymbal else draw_drum_head
        draw_head(canvas, area.x + x, area.y + y, radius, color, head.label, _LIGHT * head.glow)
        if head.cap:
            below = area.y + y + radius + _CAP_GAP
            canvas.keycap(area.x + x, below, _CAP, head.cap, color, head.glow > 0)


def _draw_clock(canvas: Canvas, snapshot: JamSnapshot) -> None:
    x = _MIDDLE.center_x
    ink = _RED if snapshot.is_recording else theme.TEXT
    canvas.text(snapshot.clock, x, _CLOCK_Y, _CLOCK_SIZE, ink, anchor="center", weight="black",
                tabular=True)  # fmt: skip
    line(canvas, snapshot.state, x, _STATE_Y, _MIDDLE.width - 32, theme.SIZE_SMALL,
         theme.TEXT if snapshot.is_recording else theme.TEXT_DIM, anchor="center")  # fmt: skip


def _draw_pulses(canvas: Canvas, snapshot: JamSnapshot) -> None:
    """A row of dots, one a pulse; the downbeat is the larger one."""
    left = _MIDDLE.center_x - (snapshot.pulses - 1) / 2 * _PULSE_STEP
    for pulse in range(snapshot.pulses):
        radius, x = 16 if pulse == 0 else 10, left + pulse * _PULSE_STEP
        if pulse == snapshot.pulse:
            canvas.disc(x, _PULSES_Y, radius, theme.TOGETHER_MINT)
        else:
            canvas.disc(x, _PULSES_Y, radius, theme.HAIRLINE, alpha=theme.HAIRLINE_ALPHA)
