"""Practice while it is played: the highways, and between them how it goes from time to time."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas
from game.view.hold_ring import draw_hold_ring
from game.view.screens import play
from game.view.screens.play_snapshot import PlaySnapshot
from game.view.strings import Strings
from game.view.widgets.area import Area
from game.view.widgets.lines import line
from game.view.widgets.pass_bars import PassBar, draw_pass_bars

_MIDDLE = WIDTH / 2
_PASSES = Area(_MIDDLE - 132, 232, 264, 48)
_HINT_YS = (948, 984)
_HINT_WIDTH = 176
_RING_Y = 542
_FOOT = Area(theme.EDGE + 256, HEIGHT - 60, WIDTH - 2 * theme.EDGE - 512, 40)


@dataclass(frozen=True, slots=True)
class PracticePlaySnapshot:
    play: PlaySnapshot
    passes: tuple[PassBar, ...]
    hints: tuple[str, ...]
    """Two short lines: which keys do what."""

    foot: str
    """How the latest time round went, or what the song waits for."""

    held: float = 0.0
    """How far a roll is that leads back to the choices, 0 to 1."""


def draw(canvas: Canvas, snapshot: PracticePlaySnapshot, strings: Strings) -> None:
    """Draw one frame."""
    play.draw(canvas, snapshot.play, strings)
    draw_pass_bars(canvas, _PASSES, snapshot.passes)
    for text, y in zip(snapshot.hints, _HINT_YS, strict=False):
        line(
            canvas, text, _MIDDLE, y, _HINT_WIDTH, theme.SIZE_SMALL, theme.TEXT_DIM, anchor="center"
        )
    if snapshot.held:
        text = strings("practice.leaving")
        draw_hold_ring(canvas, _MIDDLE, _RING_Y, snapshot.held, text)
    if snapshot.foot:
        line(
            canvas,
            snapshot.foot,
            _FOOT.center_x,
            _FOOT.center_y,
            _FOOT.width,
            theme.SIZE_SMALL,
            anchor="center",
        )
