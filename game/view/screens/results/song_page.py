"""The third page of the results: both players over the song, and their hand-overs."""

from __future__ import annotations

from game.view import theme
from game.view.canvas import Canvas
from game.view.screens.results.curves import draw_curves, draw_gaps, draw_sections
from game.view.screens.results.snapshot import HandOverLine, SongPage
from game.view.theme import player_color
from game.view.widgets.area import Area
from game.view.widgets.lines import fitting_size, line

_PANEL = Area(64, 136, 1792, 840)
_INNER = _PANEL.inset(40)
_NAMES_Y = 180
_SECTIONS_Y = 228
_GUTTER = 168
"""For what stands beside a figure."""

_TOP = 256
_CURVES_HEIGHT = 288
_GAPS_HEIGHT = 88
_BETWEEN = 24
_MORE_HEIGHT = 208
"""What the curves get where there are no hand-overs."""

_HEADING_Y = 708
_LIST_Y = 756
_LIST_STEP = 42
_COLUMNS = 3
_ROWS = 4
_COLUMN_GAP = 48
_BAR_WIDTH = 112
_ENTRY_WIDTH = 160
_ALONE_Y = 892
_NOTE_Y = 944


def draw_song_page(canvas: Canvas, page: SongPage) -> None:
    """Names, curves, gaps, hand-overs, and what Together means."""
    canvas.panel(_PANEL.x, _PANEL.y, _PANEL.width, _PANEL.height)
    _draw_names(canvas, page)
    _draw_figures(canvas, page)
    _draw_hand_overs(canvas, page)
    middle, size, dim = _INNER.center_x, theme.SIZE_SMALL, theme.TEXT_DIM
    line(canvas, page.note, middle, _NOTE_Y, _INNER.width, size, dim, anchor="center")


def _draw_names(canvas: Canvas, page: SongPage) -> None:
    room = _INNER.width / 2 - 40
    first, second = page.names
    canvas.text(first, _INNER.x, _NAMES_Y, theme.SIZE_BODY, player_color(1), max_width=room)
    canvas.text(
        second, _INNER.right, _NAMES_Y, theme.SIZE_BODY, player_color(2), anchor="right",
        max_width=room,
    )  # fmt: skip


def _draw_figures(canvas: Canvas, page: SongPage) -> None:
    left, width = _INNER.x + _GUTTER, _INNER.width - _GUTTER
    height = _CURVES_HEIGHT + (0 if page.hand_overs else _MORE_HEIGHT)
    curves = Area(left, _TOP, width, height)
    gaps = Area(left, curves.bottom + _BETWEEN, width, _GAPS_HEIGHT)
    whole = Area(left, _TOP, width, gaps.bottom - _TOP)
    draw_sections(canvas, page.figure, whole, _SECTIONS_Y)
    draw_curves(canvas, page.figure, curves)
    draw_gaps(canvas, page.figure, gaps)
    size, dim, room = theme.SIZE_SMALL, theme.TEXT_DIM, _GUTTER - 16
    for text, y in (
        (page.early, curves.y + 20),
        (page.late, curves.bottom - 20),
        (page.gap, gaps.y + 24),
        (page.gap_reach, gaps.y + 64),
    ):
        line(canvas, text, _INNER.x, y, room, size, dim)
    if page.empty:
        y = curves.y + curves.height / 4
        line(canvas, page.empty, curves.center_x, y, width, theme.SIZE_BODY, dim, anchor="center")


def _draw_hand_overs(canvas: Canvas, page: SongPage) -> None:
    size, dim = theme.SIZE_SMALL, theme.TEXT_DIM
    if not page.hand_overs:
        middle = _INNER.center_x
        line(canvas, page.heading, middle, _ALONE_Y, _INNER.width, size, dim, anchor="center")
        return
    room = _INNER.width / 2 - 16
    line(canvas, page.heading, _INNER.x, _HEADING_Y, room, theme.SIZE_BODY)
    line(canvas, page.summary, _INNER.right, _HEADING_Y, room, size, dim, anchor="right")
    shown = page.hand_overs
    if page.more:
        shown = shown[: _COLUMNS * _ROWS - 1]
    entry_size = min(fitting_size(canvas, each.entry, _ENTRY_WIDTH, size) for each in shown)
    for index, each in enumerate(shown):
        _draw_hand_over(canvas, each, _place(index), entry_size)
    if page.more:
        place = _place(len(shown))
        line(canvas, page.more, place.x, place.y, place.width, size, dim)


def _place(index: int) -> Area:
    """Column by column, downwards."""
    width = (_INNER.width - (_COLUMNS - 1) * _COLUMN_GAP) / _COLUMNS
    column, row = divmod(index, _ROWS)
    return Area(_INNER.x + column * (width + _COLUMN_GAP), _LIST_Y + row * _LIST_STEP, width, 0)


def _draw_hand_over(canvas: Canvas, each: HandOverLine, place: Area, entry_size: int) -> None:
    size = theme.SIZE_SMALL
    line(canvas, each.bar, place.x, place.y, _BAR_WIDTH - 8, size, theme.TEXT_DIM)
    room = place.width - _BAR_WIDTH - _ENTRY_WIDTH - 16
    canvas.text(
        each.name, place.x + _BAR_WIDTH, place.y, size, player_color(each.side + 1), max_width=room
    )
    line(canvas, each.entry, place.right, place.y, _ENTRY_WIDTH, entry_size, anchor="right")
