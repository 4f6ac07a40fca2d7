"""The story of a pair: its plays in a list, its totals, and how it went over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.focus import draw_focus
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.rows import Row, draw_row, value_area
from game.view.widgets.scrollbar import draw_scrollbar
from game.view.widgets.story_plot import StoryPlot, draw_story_plot
from game.view.widgets.text_box import draw_text_box

CHOICE = "choice"
PLAY = "play"
SAVE = "save"
ROWS = 8
"""How many plays are to be seen at once."""

_LEFT = theme.EDGE
_WIDTH = 768
_HEADING_Y = 88
_CHOICE = Area(_LEFT, 136, _WIDTH, 56)
_CHOICE_GAP = 8
_PLAY = Area(_LEFT, 272, _WIDTH - 16, 80)
_PLAY_GAP = 8
_LIST = Area(_LEFT, 272, _WIDTH, ROWS * (80 + _PLAY_GAP) - _PLAY_GAP)
_PAD = 24
_NUMBERS_WIDTH = 224
_RIGHT = Area(880, 52, 976, 912)
_TILE_HEIGHT = 120
_TILE_GAP = 16
_SENTENCE = Area(880, 188, 976, 60)
_PLOTS = (Area(880, 308, 976, 168), Area(880, 560, 976, 128), Area(880, 772, 976, 88))
_DATES_Y = 892
_SAVE = Area(1376, 920, 480, 56)
_NOTE = Area(880, 920, 464, 56)
_EMPTY = Area(WIDTH / 2 - 560, 336, 1120, 336)


@dataclass(frozen=True, slots=True)
class PlayRow:
    """One play of the list."""

    title: str
    date: str
    score: str
    together: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """One number of the story."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Pages:
    """What there is to tell of one pair."""

    choices: tuple[Row, ...]
    """With whom, and which song."""

    rows: tuple[PlayRow, ...]
    first: int
    total: int
    """Which part of the list the rows are."""

    tiles: tuple[Tile, ...]
    sentence: str
    plots: tuple[StoryPlot, ...]
    """Three."""

    dates: tuple[str, str]
    """Of the first and the last play."""

    note: str
    save: Button


@dataclass(frozen=True, slots=True)
class StorySnapshot:
    heading: str
    pages: Pages | None
    """None where nobody has played together yet."""

    empty: str
    empty_hint: str
    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, StorySnapshot)
    canvas.background()
    canvas.text(snapshot.heading, _LEFT, _HEADING_Y, theme.SIZE_TITLE, weight="black")
    if snapshot.pages is None:
        _draw_empty(canvas, snapshot)
    else:
        _draw_list(canvas, snapshot.pages)
        _draw_numbers(canvas, snapshot.pages)
        _draw_plots(canvas, snapshot.pages)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, StorySnapshot)
    if snapshot.pages is None:
        return
    for index in range(len(snapshot.pages.choices)):
        yield Target(CHOICE, index), _choice_area(index)
    for index in range(len(snapshot.pages.rows)):
        yield Target(PLAY, index), _PLAY.below(index, _PLAY_GAP)
    yield Target(SAVE), _SAVE


def step_at(index: int, x: float) -> int:
    """Which way a click on a choice steps: left of its value's middle back, right of it on."""
    return 1 if x >= value_area(_choice_area(index)).center_x else -1


def _choice_area(index: int) -> Area:
    return _CHOICE.below(index, _CHOICE_GAP)


def _draw_empty(canvas: Canvas, snapshot: StorySnapshot) -> None:
    canvas.panel(_EMPTY.x, _EMPTY.y, _EMPTY.width, _EMPTY.height)
    inner = _EMPTY.inset(_PAD * 2)
    title = Area(inner.x, inner.y + 64, inner.width, 80)
    draw_text_box(canvas, snapshot.empty, title, theme.SIZE_NAME, theme.TEXT)
    text = Area(inner.x, inner.y + 160, inner.width, 144)
    draw_text_box(canvas, snapshot.empty_hint, text, theme.SIZE_BODY)


def _draw_list(canvas: Canvas, pages: Pages) -> None:
    for index, choice in enumerate(pages.choices):
        draw_row(canvas, _choice_area(index), choice)
    for index, row in enumerate(pages.rows):
        _draw_play(canvas, _PLAY.below(index, _PLAY_GAP), row)
    draw_scrollbar(canvas, _LIST, pages.first, ROWS, pages.total)


def _draw_play(canvas: Canvas, area: Area, row: PlayRow) -> None:
    if row.is_chosen:
        draw_focus(canvas, area)
    else:
        canvas.rounded(area.x, area.y, area.width, area.height, theme.PANEL, radius=12, alpha=110)
    upper, lower = area.center_y - 18, area.center_y + 20
    room = area.width - 3 * _PAD - _NUMBERS_WIDTH
    canvas.text(row.title, area.x + _PAD, upper, theme.SIZE_SMALL, max_width=room)
    line(canvas, row.date, area.x + _PAD, lower, room, theme.SIZE_SMALL, theme.TEXT_DIM)
    for text, y, color in (
        (row.score, upper, theme.TEXT),
        (row.together, lower, theme.TOGETHER_MINT),
    ):
        line(
            canvas,
            text,
            area.right - _PAD,
            y,
            _NUMBERS_WIDTH,
            theme.SIZE_SMALL,
            color,
            anchor="right",
            tabular=True,
        )


def _draw_numbers(canvas: Canvas, pages: Pages) -> None:
    count = max(1, len(pages.tiles))
    width = (_RIGHT.width - (count - 1) * _TILE_GAP) / count
    for index, tile in enumerate(pages.tiles):
        x = _RIGHT.x + index * (width + _TILE_GAP)
        canvas.panel(x, _RIGHT.y, width, _TILE_HEIGHT)
        middle, room = x + width / 2, width - 2 * theme.GRID
        line(
            canvas,
            tile.number,
            middle,
            _RIGHT.y + 36,
            room,
            theme.SIZE_SCORE,
            anchor="center",
            weight="black",
        )
        line(
            canvas,
            tile.label,
            middle,
            _RIGHT.y + 92,
            room,
            theme.SIZE_SMALL,
            theme.TEXT_DIM,
            anchor="center",
        )
    draw_text_box(canvas, pages.sentence, _SENTENCE, color=theme.TEXT)


def _draw_plots(canvas: Canvas, pages: Pages) -> None:
    for area, plot in zip(_PLOTS, pages.plots, strict=True):
        draw_story_plot(canvas, area, plot)
    room, size, dim = _RIGHT.width / 2 - 80, theme.SIZE_SMALL, theme.TEXT_DIM
    first, last = pages.dates
    line(canvas, first, _RIGHT.x + 112, _DATES_Y, room, size, dim)
    line(canvas, last, _RIGHT.right, _DATES_Y, room, size, dim, anchor="right")
    line(canvas, pages.note, _NOTE.x, _NOTE.center_y, _NOTE.width, size, dim)
    draw_button(canvas, _SAVE, pages.save)
