"""A step of the lesson while it is played: the highways, and between them one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas
from game.view.highway.headline import stretch
from game.view.hold_ring import draw_hold_ring
from game.view.screens import play
from game.view.screens.play_middle import draw_together
from game.view.screens.play_snapshot import PlaySnapshot
from game.view.strings import Strings
from game.view.widgets.area import Area
from game.view.widgets.lines import line, line_height, wrapped

_MIDDLE = WIDTH / 2
_SENTENCE = Area(_MIDDLE - 232, 112, 464, 172)
_RING_Y = 542
_HINT_Y = 956
_HINT_STEP = 36
_HINT_WIDTH = 176
_FOOT = Area(_MIDDLE - 480, HEIGHT - 44, 960, 40)


@dataclass(frozen=True, slots=True)
class LessonPlaySnapshot:
    play: PlaySnapshot
    sentence: str
    """The idea."""

    hints: tuple[str, ...]
    """Two short lines: which keys do what."""

    foot: str
    """How this time round goes; "" in the first one."""

    skip: str = ""
    """How drums lead on; shown where there is no foot."""

    has_meter: bool = True
    """Whether the players are shown how well they are together."""


def draw(canvas: Canvas, snapshot: LessonPlaySnapshot, strings: Strings) -> None:
    """Draw one frame."""
    play.draw_highways(canvas, snapshot.play, strings)
    _draw_sentence(canvas, snapshot.sentence)
    if snapshot.has_meter:
        draw_together(canvas, snapshot.play.together, strings)
    size = theme.SIZE_SMALL
    for index, text in enumerate(snapshot.hints):
        y = _HINT_Y + index * _HINT_STEP * stretch(canvas)
        line(canvas, text, _MIDDLE, y, _HINT_WIDTH, size, theme.TEXT_DIM, anchor="center")
    color = theme.TOGETHER_MINT if snapshot.foot else theme.TEXT_DIM
    foot, at = snapshot.foot or snapshot.skip, (_MIDDLE, _FOOT.center_y, _FOOT.width)
    line(canvas, foot, *at, size, color, anchor="center")
    if snapshot.play.held:
        draw_hold_ring(canvas, _MIDDLE, _RING_Y, snapshot.play.held, strings("lesson.go_on"))


def _draw_sentence(canvas: Canvas, text: str) -> None:
    """As large as its place allows, and in the middle of it."""
    size = theme.SIZE_NAME
    lines = wrapped(canvas, text, _SENTENCE.width, size)
    while size > theme.SIZE_SMALL // 2 and (
        len(lines) * line_height(canvas, size) > _SENTENCE.height
    ):
        size -= 2
        lines = wrapped(canvas, text, _SENTENCE.width, size)
    step = line_height(canvas, size)
    top = _SENTENCE.center_y - len(lines) * step / 2
    for index, each in enumerate(lines):
        canvas.text(each, _MIDDLE, top + (index + 0.5) * step, size, anchor="center")
