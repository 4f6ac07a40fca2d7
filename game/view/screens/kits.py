"""A kit: its drums light up as they are hit, what they do stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.widgets.area import Area, Target
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.kit import Key, draw_kit, key_areas
from game.view.widgets.lines import line, paragraph
from game.view.widgets.rows import ROW_PAD, Row, draw_row, value_area

DRUM = "drum"
ROW = "row"
HITS = 6
"""How many of the latest hits are shown."""

_HEADING_Y = 88
_LEFT = Area(64, 152, 864, 808)
_RIGHT = Area(992, 152, 864, 808)
_PAD = 40
_DRUMS = Area(_LEFT.x + _PAD, _LEFT.y + 32, _LEFT.width - 2 * _PAD, 448)
_HIT = Area(_LEFT.x + _PAD, _LEFT.y + 512, _LEFT.width - 2 * _PAD, 44)
_BAR_X = _HIT.x + 296
_BAR_WIDTH = 160
_MOST = 127
_ROW = Area(_RIGHT.x + _PAD - ROW_PAD, _RIGHT.y + 32, _RIGHT.width - 2 * (_PAD - ROW_PAD), 56)
_ROW_GAP = 4
_WORD_Y = _RIGHT.y + 600


@dataclass(frozen=True, slots=True)
class HitLine:
    """One of the latest hits."""

    drum: str
    note: str
    velocity: int
    """1-127."""

    outcome: str
    is_passed: bool


@dataclass(frozen=True, slots=True)
class KitsSnapshot:
    heading: str
    drums: tuple[Key, ...]
    hits: tuple[HitLine, ...]
    """The latest first."""

    rows: tuple[Row, ...]
    word: str
    """What to do, or what the chosen row means."""

    is_waiting: bool
    """For pads to be hit."""

    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, KitsSnapshot)
    canvas.background()
    room = WIDTH - 2 * theme.EDGE
    line(canvas, snapshot.heading, WIDTH / 2, _HEADING_Y, room, theme.SIZE_TITLE,
         anchor="center", weight="black")  # fmt: skip
    for panel in (_LEFT, _RIGHT):
        canvas.panel(panel.x, panel.y, panel.width, panel.height)
    draw_kit(canvas, _DRUMS, snapshot.drums, theme.TOGETHER_MINT)
    for index, hit in enumerate(snapshot.hits):
        _draw_hit(canvas, _HIT.below(index, 0), hit)
    for index, row in enumerate(snapshot.rows):
        draw_row(canvas, _row_area(index), row, colors=(theme.TEXT_DIM, theme.TEXT_DIM))
    color = theme.TOGETHER_MINT if snapshot.is_waiting else theme.TEXT_DIM
    x, width = _RIGHT.x + _PAD, _RIGHT.width - 2 * _PAD
    paragraph(canvas, snapshot.word, x, _WORD_Y, width, theme.SIZE_BODY, color, max_lines=4)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, KitsSnapshot)
    for index, area in key_areas(_DRUMS, snapshot.drums):
        yield Target(DRUM, index), area
    for index in range(len(snapshot.rows)):
        yield Target(ROW, index), _row_area(index)


def step_at(row: int, x: float) -> int:
    """Which way a click on a row steps: left of its value's middle back, right of it on."""
    return 1 if x >= value_area(_row_area(row)).center_x else -1


def _row_area(index: int) -> Area:
    return _ROW.below(index, _ROW_GAP)


def _draw_hit(canvas: Canvas, area: Area, hit: HitLine) -> None:
    """Drum, note, a bar for the velocity, and what became of it."""
    y, size = area.center_y, theme.SIZE_SMALL
    ink = theme.TEXT if hit.is_passed else theme.TEXT_DIM
    line(canvas, hit.drum, area.x, y, 176, size, ink)
    canvas.text(hit.note, area.x + 264, y, size, theme.TEXT_DIM, anchor="right", tabular=True)
    canvas.rounded(_BAR_X, y - 6, _BAR_WIDTH, 12, theme.HAIRLINE, radius=6, alpha=24)
    width = max(12, _BAR_WIDTH * hit.velocity / _MOST)
    color = theme.TOGETHER_MINT if hit.is_passed else theme.TEXT_DIM
    canvas.rounded(_BAR_X, y - 6, width, 12, color, radius=6)
    end = _BAR_X + _BAR_WIDTH
    canvas.text(str(hit.velocity), end + 72, y, size, ink, anchor="right", tabular=True)
    line(canvas, hit.outcome, area.right, y, area.right - end - 96, size, ink, anchor="right")
