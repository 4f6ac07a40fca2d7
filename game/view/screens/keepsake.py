"""A picture to share: two signed sticks, whose they are, and after which song they were swapped."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas
from game.view.sticks.pair import draw_crossed
from game.view.sticks.signature import Signature
from game.view.widgets.lines import line

_HEADING_Y = 172
_HEADING_SIZE = 88
_SONG_Y = 276
_STICKS_Y = 574
_STICKS_LENGTH = 1620
_FACTS_Y = 868
_NAME_Y = 1004
_ROOM = WIDTH - 4 * theme.EDGE


@dataclass(frozen=True, slots=True)
class Keepsake:
    heading: str
    song: str
    facts: str
    game: str
    """Its name, small at the foot."""

    signatures: tuple[Signature, Signature]
    """P1's, then P2's."""


def draw(canvas: Canvas, keepsake: Keepsake) -> None:
    """Draw the whole picture."""
    canvas.background()
    middle = WIDTH / 2
    edge = theme.EDGE / 2
    canvas.rounded(
        edge,
        edge,
        WIDTH - 2 * edge,
        HEIGHT - 2 * edge,
        theme.PANEL,
        radius=40,
        alpha=70,
        border=theme.HAIRLINE,
        border_alpha=theme.HAIRLINE_ALPHA,
    )
    line(
        canvas,
        keepsake.heading,
        middle,
        _HEADING_Y,
        _ROOM,
        _HEADING_SIZE,
        anchor="center",
        weight="black",
    )
    line(canvas, keepsake.song, middle, _SONG_Y, _ROOM, 40, theme.TEXT_DIM, anchor="center")
    draw_crossed(canvas, keepsake.signatures, middle, _STICKS_Y, _STICKS_LENGTH)
    mint = theme.TOGETHER_MINT
    line(canvas, keepsake.facts, middle, _FACTS_Y, _ROOM, theme.SIZE_SCORE, mint, anchor="center")
    line(canvas, keepsake.game, middle, _NAME_Y, _ROOM, color=theme.TEXT_DIM, anchor="center")
