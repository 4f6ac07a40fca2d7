"""The second page of the results: how early or late each player was, drum by drum."""

from __future__ import annotations

from game.view import theme
from game.view.canvas import WIDTH, Anchor, Canvas
from game.view.screens.results.histogram import draw_histogram
from game.view.screens.results.snapshot import ResultLine, TimingCard, TimingPage
from game.view.theme import Color, player_color
from game.view.widgets.area import Area
from game.view.widgets.lines import fitting_size, line

_CARDS = (Area(64, 136, 880, 792), Area(976, 136, 880, 792))
_PAD = 40
_NAME_Y = 48
_FIGURE_Y = 96
_FIGURE_HEIGHT = 168
"""With all lanes that a layout has at most; with fewer the figure takes their room."""

_MOST_ROWS = 8
_ROW_STEP = 36

# From where the figure ends.
_EDGES = 24
_FACTS = 80
_FACT_STEP = 40
_USUAL_FACTS = 4
_HEAD = 184
_RULE = 206
_ROWS = 232
_COLUMNS = (180, 128, 176, 140, 88, 88)
"""Widths: drum, hits, mean, spread, early, late."""

_COLUMN_GAP = 16
_NOTE_Y = 960


def draw_timing_page(canvas: Canvas, page: TimingPage) -> None:
    """Two cards and a note."""
    rows = max(len(card.rows) for card in page.cards)
    facts = max(len(card.facts) for card in page.cards)
    more = max(0, facts - _USUAL_FACTS) // 2 * _FACT_STEP
    height = _FIGURE_HEIGHT + (_MOST_ROWS - rows) * _ROW_STEP - more
    for side, card in enumerate(page.cards):
        _draw_card(canvas, side, card, height, more)
    room = WIDTH - 2 * theme.EDGE
    size, dim = theme.SIZE_SMALL, theme.TEXT_DIM
    line(canvas, page.note, WIDTH / 2, _NOTE_Y, room, size, dim, anchor="center")


def _draw_card(canvas: Canvas, side: int, card: TimingCard, height: int, more: int) -> None:
    """The name stands outside, as everywhere; early is left on both, for time is no mirror.

    The figure is `height` high, and `more` is how much higher than usual the facts are.
    """
    area, color = _CARDS[side], player_color(side + 1)
    inner = area.inset(_PAD)
    canvas.panel(area.x, area.y, area.width, area.height, border=color)
    outer: Anchor = "right" if side else "left"
    x, y = (inner.right if side else inner.x), area.y + _NAME_Y
    canvas.text(card.name, x, y, theme.SIZE_NAME, color, anchor=outer, max_width=inner.width)
    figure = Area(inner.x, area.y + _FIGURE_Y, inner.width, height)
    _draw_figure(canvas, card, figure, color)
    _draw_edges(canvas, card, inner, figure.bottom + _EDGES)
    _draw_facts(canvas, card.facts, inner, figure.bottom + _FACTS)
    top, size = figure.bottom + more, _table_size(canvas, card)
    _draw_row(canvas, card.header, inner.x, top + _HEAD, size, theme.TEXT_DIM)
    canvas.line(inner.x, top + _RULE, inner.right, top + _RULE)
    for index, row in enumerate(card.rows):
        y = top + _ROWS + index * _ROW_STEP
        _draw_row(canvas, row, inner.x, y, size, theme.TEXT)


def _draw_figure(canvas: Canvas, card: TimingCard, area: Area, color: Color) -> None:
    draw_histogram(canvas, card.figure, area, color)
    if card.empty:
        # Beside the middle line, which goes through the whole figure.
        room = area.width / 2 - 2 * _PAD
        x = area.x + area.width / 4
        line(
            canvas, card.empty, x, area.center_y, room, theme.SIZE_SMALL, theme.TEXT_DIM,
            anchor="center",
        )  # fmt: skip


def _draw_edges(canvas: Canvas, card: TimingCard, inner: Area, y: float) -> None:
    early, late = card.edges
    room, size, dim = inner.width / 2 - _PAD, theme.SIZE_SMALL, theme.TEXT_DIM
    line(canvas, early, inner.x, y, room, size, dim)
    line(canvas, late, inner.right, y, room, size, dim, anchor="right")


def _draw_facts(canvas: Canvas, facts: tuple[ResultLine, ...], inner: Area, y: float) -> None:
    """Label and value side by side, two in a row."""
    width = (inner.width - 2 * _PAD) / 2
    for index, fact in enumerate(facts):
        left = inner.x + (index % 2) * (width + 2 * _PAD)
        fact_y = y + (index // 2) * _FACT_STEP
        size = theme.SIZE_SMALL
        line(canvas, fact.label, left, fact_y, width / 2, size, theme.TEXT_DIM)
        line(canvas, fact.value, left + width, fact_y, width / 2, size, anchor="right")


def _table_size(canvas: Canvas, card: TimingCard) -> int:
    """One size for all cells: the largest in which each fits its column."""
    return min(
        fitting_size(canvas, cell, width - _COLUMN_GAP, theme.SIZE_SMALL)
        for cells in (card.header, *card.rows)
        for cell, width in zip(cells, _COLUMNS, strict=True)
    )


def _draw_row(
    canvas: Canvas, cells: tuple[str, ...], left: float, y: float, size: int, color: Color
) -> None:
    """The first cell to the left, all others to the right of their columns."""
    for index, (cell, width) in enumerate(zip(cells, _COLUMNS, strict=True)):
        anchor: Anchor = "right" if index else "left"
        x, room = (left + width if index else left), width - _COLUMN_GAP
        line(canvas, cell, x, y, room, size, color, anchor=anchor, tabular=True)
        left += width
