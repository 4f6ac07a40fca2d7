"""The lines of notes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from game.view import theme
from game.view.canvas import Canvas
from game.view.screens.editor import geometry
from game.view.screens.editor.geometry import row_area, x_of
from game.view.screens.editor.note_images import stamp_note
from game.view.screens.editor.snapshot import NoteMark, Still
from game.view.theme import player_color
from game.view.widgets.area import Area
from game.view.widgets.lines import line

_NOTE_SHARE = 0.78
_ROLL_SHARE = 0.34
_LARGEST_NOTE = 36.0
_STRIPE_ALPHA = 12
_CLOSEST_LINES = 7
"""Lines that are closer than this are not drawn."""

_FOCUS_ALPHA = 30
_HALF_ALPHA = 24
"""Of a line of both players: the first one's half above."""


def draw_lanes(canvas: Canvas, still: Still) -> None:
    """Names, lines, the grid, and every note in sight."""
    groups = tuple(row.begins_group for row in still.sheet.rows)
    areas = [row_area(index, groups) for index in range(len(groups))]
    for index, area in enumerate(areas):
        _draw_row(canvas, still, index, area)
    if areas:
        _draw_grid(canvas, still, areas[-1].bottom)
    for note in _seen(still):
        _draw_note(canvas, still, note, areas[note.row])


def _draw_row(canvas: Canvas, still: Still, index: int, area: Area) -> None:
    row = still.sheet.rows[index]
    color = player_color(row.player) if row.player else theme.TEXT
    is_focused = index == still.focus_row
    alpha = _FOCUS_ALPHA if is_focused else _STRIPE_ALPHA * (1 + index % 2)
    if row.player:
        canvas.rounded(24, area.y, area.right - 24, area.height - 2, color, radius=4, alpha=alpha)
    else:
        half = area.height / 2 - 1
        for player, top in ((1, area.y), (2, area.y + half)):
            tint = player_color(player)
            canvas.rounded(24, top, area.right - 24, half, tint, radius=2, alpha=_HALF_ALPHA)
    size = max(18, min(theme.SIZE_SMALL, round(area.height * 0.62)))
    room = geometry.LEFT - 48
    ink = theme.TEXT if is_focused else color
    line(canvas, row.text, 36, area.center_y, room, size, ink)


def _draw_grid(canvas: Canvas, still: Still, bottom: float) -> None:
    top = geometry.LANES.y
    for times_us, alpha, width in (
        (still.grid_us, 14, 1),
        (still.sheet.pulses_us, 34, 2),
        (still.sheet.bars_us, 96, 2),
    ):
        right_us = geometry.us_of(geometry.RIGHT, still.left_us, still.us_per_unit)
        first, last = bisect_left(times_us, still.left_us), bisect_left(times_us, right_us)
        if (last - first) * _CLOSEST_LINES > geometry.LANES.width:
            continue
        for at_us in times_us[first:last]:
            x = x_of(at_us, still.left_us, still.us_per_unit)
            canvas.line(x, top, x, bottom, theme.HAIRLINE, alpha=alpha, width=width)


def _seen(still: Still) -> Sequence[NoteMark]:
    """The notes in sight, rolls that began before included."""
    notes = still.sheet.notes
    first_us = still.left_us - still.sheet.longest_us
    right_us = geometry.us_of(geometry.RIGHT, still.left_us, still.us_per_unit)
    first = bisect_left(notes, first_us, key=lambda note: note.at_us)
    last = bisect_left(notes, right_us, key=lambda note: note.at_us)
    return [note for note in notes[first:last] if note.end_us >= still.left_us]


def _draw_note(canvas: Canvas, still: Still, note: NoteMark, area: Area) -> None:
    x = x_of(note.at_us, still.left_us, still.us_per_unit)
    height = area.height / 2 if note.half else area.height
    y = area.center_y + note.half * area.height / 4
    if note.end_us > note.at_us:
        left, end = max(x, geometry.LEFT), x_of(note.end_us, still.left_us, still.us_per_unit)
        end = min(end, geometry.RIGHT)
        thick = height * _ROLL_SHARE
        canvas.rounded(
            left, y - thick / 2, max(2, end - left), thick, note.look.color, radius=3, alpha=150
        )
    if x < geometry.LEFT - 1:
        return
    if (note.row, note.at_us) in still.selected:
        canvas.disc(
            x, y, min(height, _LARGEST_NOTE * 1.3) * 0.5, theme.TEXT, alpha=70, border=theme.TEXT
        )
    unit = min(_LARGEST_NOTE, height * _NOTE_SHARE)
    stamp_note(canvas, note.look, x, y, unit, note.is_proposed)
