"""The shelf: pairs of signed sticks, two in a row, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas
from game.view.sticks.pair import draw_crossed
from game.view.sticks.signature import Signature
from game.view.widgets.area import Area, Target
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line, paragraph

PAIR = "pair"
COLUMNS = 2
ROWS = 3

_HEADING_Y = 88
_TOP = 144
_CARD = Area(theme.EDGE, _TOP, (WIDTH - 2 * theme.EDGE - 24) / 2, 264)
_GAP = 16
_BETWEEN = 24
_STICKS_LENGTH = 800
_STICKS_DROP = 96
_TITLE_DROP = 190
_FACTS_DROP = 228
_BAR_WIDTH = 8
_SURE = Area(WIDTH / 2 - 560, HEIGHT / 2 - 96, 1120, 192)


@dataclass(frozen=True, slots=True)
class Card:
    """One pair."""

    signatures: tuple[Signature, Signature]
    """P1's, then P2's."""

    title: str
    facts: str


@dataclass(frozen=True, slots=True)
class ShelfSnapshot:
    heading: str
    count: str
    cards: tuple[Card, ...]
    """Those that are to be seen, row by row."""

    chosen: int
    """Index among them."""

    row: int
    """Of the whole shelf, the first that is to be seen."""

    rows: int
    """Of the whole shelf."""

    frame: Frame
    empty: tuple[str, str] = ("", "")
    """What an empty shelf says, and what to do."""

    sure: tuple[str, str] = ("", "")
    """A question that waits for an answer, and how to give it."""


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, ShelfSnapshot)
    canvas.background()
    room = WIDTH - 2 * theme.EDGE
    edge, dim = theme.EDGE, theme.TEXT_DIM
    line(canvas, snapshot.heading, edge, _HEADING_Y, room * 0.6, theme.SIZE_TITLE, weight="black")
    line(canvas, snapshot.count, WIDTH - edge, _HEADING_Y, room * 0.35, color=dim, anchor="right")
    for index, card in enumerate(snapshot.cards):
        _draw_card(canvas, _card_area(index), card, index == snapshot.chosen)
    if not snapshot.cards:
        _draw_empty(canvas, *snapshot.empty)
    _draw_bar(canvas, snapshot)
    if snapshot.sure[0]:
        _draw_question(canvas, *snapshot.sure)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, ShelfSnapshot)
    for index in range(len(snapshot.cards)):
        yield Target(PAIR, index), _card_area(index)


def _card_area(index: int) -> Area:
    row, column = divmod(index, COLUMNS)
    place = _CARD.below(row, _GAP)
    return Area(place.x + column * (place.width + _BETWEEN), place.y, place.width, place.height)


def _draw_card(canvas: Canvas, area: Area, card: Card, is_chosen: bool) -> None:
    border = theme.TOGETHER_MINT if is_chosen else None
    canvas.panel(area.x, area.y, area.width, area.height, border=border)
    draw_crossed(canvas, card.signatures, area.center_x, area.y + _STICKS_DROP, _STICKS_LENGTH)
    room = area.width - 8 * theme.GRID
    x, dim = area.center_x, theme.TEXT_DIM
    line(canvas, card.title, x, area.y + _TITLE_DROP, room, anchor="center")
    line(canvas, card.facts, x, area.y + _FACTS_DROP, room, theme.SIZE_SMALL, dim, anchor="center")


def _draw_empty(canvas: Canvas, words: str, hint: str) -> None:
    middle = WIDTH / 2
    bare = (Signature(), Signature())
    draw_crossed(canvas, bare, middle, 400, 900)
    line(canvas, words, middle, 600, 1200, theme.SIZE_TITLE, anchor="center", weight="black")
    paragraph(canvas, hint, middle, 660, 1000, theme.SIZE_BODY, anchor="center")


def _draw_bar(canvas: Canvas, snapshot: ShelfSnapshot) -> None:
    """How much of the shelf is above and below."""
    if snapshot.rows <= ROWS:
        return
    height = ROWS * (_CARD.height + _GAP) - _GAP
    x = WIDTH - theme.EDGE / 2 - _BAR_WIDTH / 2
    half = _BAR_WIDTH / 2
    canvas.rounded(x, _TOP, _BAR_WIDTH, height, theme.HAIRLINE, radius=half, alpha=24)
    length = max(48, height * ROWS / snapshot.rows)
    top = _TOP + (height - length) * snapshot.row / (snapshot.rows - ROWS)
    canvas.rounded(x, top, _BAR_WIDTH, length, theme.TEXT_DIM, radius=half)


def _draw_question(canvas: Canvas, words: str, hint: str) -> None:
    canvas.dim(150)
    area = _SURE
    canvas.panel(area.x, area.y, area.width, area.height, alpha=255, border=theme.P1_CORAL)
    room = area.width - 64
    size = theme.SIZE_SCORE
    x, y, dim = area.center_x, area.center_y, theme.TEXT_DIM
    line(canvas, words, x, y - 32, room, size, anchor="center", weight="black")
    line(canvas, hint, x, y + 40, room, theme.SIZE_BODY, dim, anchor="center")
