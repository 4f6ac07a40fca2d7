"""Notes in ink: the shapes of play, with an outline instead of light."""

from __future__ import annotations

from game.charts.model import Note
from game.charts.pieces import Stroke
from game.view.color import mixed
from game.view.palette import HOLLOW_SHAPES, NoteLook, Shape, note_look
from game.view.sheet import paper
from game.view.sheet.pen import Pen, Point
from game.view.theme import Color

_REACH = 0.58
"""From a diamond's middle to its corner, as a share of a disc's diameter."""

_BAR = (0.5, 0.27)
"""Half the width and half the height of a kick."""

_OUTLINE = 0.1
_GHOST_PALE = 0.35
_TWIN_SIZE = 0.5
_TWINS: tuple[Point, ...] = ((-0.68, 0.58), (-0.2, 0.8))
"""Where graces stand: ahead of the note and below it."""

_HALO = 0.26
_HALO_GAP = 0.13
_WEDGE = (0.42, 0.2)
_WEDGE_RISE = 0.32


def draw_note(pen: Pen, note: Note, x: float, y: float, size: float) -> None:
    """A note around (x, y); `size` is the diameter of a usual disc."""
    look = note_look(note, "standard")
    fill = paper.piece_ink(note.piece)
    if note.stroke is Stroke.GHOST:
        fill = mixed(paper.PAPER, fill, _GHOST_PALE)
    body = size * look.size
    if look.is_shared:
        _shape(pen, look, (x, y), body, paper.TOGETHER, size * _HALO)
        _shape(pen, look, (x, y), body, paper.PAPER, size * _HALO_GAP)
    for dx, dy in _TWINS[: look.graces]:
        _body(pen, look, (x + dx * size, y + dy * size), size * _TWIN_SIZE, fill)
    _body(pen, look, (x, y), body, fill)
    if note.stroke is Stroke.GHOST:
        for sign, side in (("(", -1), (")", 1)):
            pen.text(sign, x + side * size * 0.5, y - 1, size * 1.05, anchor="center")
    if look.is_accent:
        _accent(pen, x, y - _height(look, body) - size * _WEDGE_RISE, size)


def _body(pen: Pen, look: NoteLook, centre: Point, size: float, fill: Color) -> None:
    outline = size * _OUTLINE
    _shape(pen, look, centre, size, paper.INK, 0)
    _shape(pen, look, centre, size, fill, -outline)
    if look.shape in HOLLOW_SHAPES:
        _shape(pen, look, centre, size * 0.62, paper.INK, 0)
        _shape(pen, look, centre, size * 0.62, paper.PAPER, -outline)
    elif look.shape is Shape.DOMED:
        pen.disc(*centre, size * 0.21, paper.INK)
        if not look.has_dot:
            pen.disc(*centre, size * 0.13, paper.PAPER)
    elif look.has_dot:
        pen.disc(*centre, size * 0.14, paper.INK)
    elif look.rings > 1:
        _shape(pen, look, centre, size * 0.6, paper.INK, 0)
        _shape(pen, look, centre, size * 0.6, fill, -outline)


def _shape(pen: Pen, look: NoteLook, centre: Point, size: float, color: Color, grow: float) -> None:
    """The outline of a note, filled; `grow` larger on each side."""
    x, y = centre
    if look.shape is Shape.BAR:
        half, rise = size * _BAR[0] + grow, size * _BAR[1] + grow
        pen.box(x - half, y - rise, 2 * half, 2 * rise, color, radius=rise * 0.5)
    elif look.shape in (Shape.DISC, Shape.RIM):
        pen.disc(x, y, size / 2 + grow, color)
    else:
        reach = max(0.0, size * _REACH + grow * 1.4)
        rise = reach * (0.6 if look.shape is Shape.FLAT else 1.0)
        pen.polygon([(x, y - rise), (x + reach, y), (x, y + rise), (x - reach, y)], color)


def _height(look: NoteLook, size: float) -> float:
    """From a note's middle to its upper end."""
    if look.shape is Shape.BAR:
        return size * _BAR[1]
    return size * (0.5 if look.shape in (Shape.DISC, Shape.RIM) else _REACH)


def _accent(pen: Pen, x: float, y: float, size: float) -> None:
    half, rise = size * _WEDGE[0], size * _WEDGE[1]
    for side in (-1, 1):
        pen.line((x - half, y + side * rise), (x + half, y), paper.INK, size * 0.11)
