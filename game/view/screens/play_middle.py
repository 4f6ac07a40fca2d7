"""What stands between the two highways: the song, its figure, the place in it, Together."""

from __future__ import annotations

from game.view import theme
from game.view.butterfly import draw_butterfly
from game.view.canvas import WIDTH, Canvas
from game.view.highway.headline import stretch
from game.view.highway.moment import Moment
from game.view.hold_ring import draw_hold_ring
from game.view.meter import TogetherView, draw_meter
from game.view.screens.play_snapshot import PlaySnapshot
from game.view.strings import Strings
from game.view.widgets.lines import line

MIDDLE = WIDTH / 2
_TITLE_Y = 80
_TITLE_WIDTH = 540
_TITLE_GAP = 24
_FIGURE = (MIDDLE - 240, 110, 480, 64)
_PLACE_Y = 204
_METER = (MIDDLE - 30, 300, 60, 484)
_LABEL_Y = 868
_CAPTION_STEP = 36
_HINT_Y = 990
_RING_Y = 542
_MESSAGE_Y = 1036
_GAP_WIDTH = 200
"""Of the gap between the highways where it is narrowest."""


def draw_title(canvas: Canvas, title: str, bpm_text: str) -> None:
    """Title and tempo on one line, together in the middle."""
    size = theme.SIZE_SMALL
    tail = canvas.text_width(bpm_text, size) + _TITLE_GAP if bpm_text else 0.0
    room = _TITLE_WIDTH - tail
    width = canvas.text_width(title, theme.SIZE_BODY, max_width=room)
    left = MIDDLE - (width + tail) / 2
    canvas.text(title, left, _TITLE_Y, max_width=room)
    canvas.text(bpm_text, left + width + _TITLE_GAP, _TITLE_Y + 2, size, theme.TEXT_DIM)


def draw_middle(canvas: Canvas, snapshot: PlaySnapshot, moment: Moment, strings: Strings) -> None:
    """Draw all of it but the title."""
    draw_butterfly(canvas, snapshot.butterfly, *_FIGURE, progress=moment.progress)
    place, size, dim = place_text(moment, strings), theme.SIZE_SMALL, theme.TEXT_DIM
    line(canvas, place, MIDDLE, _PLACE_Y, 500, size, dim, anchor="center")
    draw_together(canvas, snapshot.together, strings)
    line(canvas, snapshot.hint, MIDDLE, _HINT_Y, _GAP_WIDTH, size, dim, anchor="center")
    if snapshot.held:
        draw_hold_ring(canvas, MIDDLE, _RING_Y, snapshot.held, strings("pause.title"))
    for message in snapshot.messages[-1:]:
        line(canvas, message, MIDDLE, _MESSAGE_Y, WIDTH - 2 * theme.EDGE, size, anchor="center")


def place_text(moment: Moment, strings: Strings) -> str:
    """Section and bar; nothing before the first bar."""
    if not moment.bar:
        return ""
    key = "play.place" if moment.section else "play.bar"
    return strings(key, section=moment.section, bar=moment.bar)


def draw_together(canvas: Canvas, together: TogetherView | None, strings: Strings) -> None:
    """The meter, and its words below."""
    draw_meter(canvas, *_METER, together)
    color = theme.TEXT_DIM if together is None else theme.TOGETHER_MINT
    word, size, dim = strings("play.together"), theme.SIZE_SMALL, theme.TEXT_DIM
    line(canvas, word, MIDDLE, _LABEL_Y, _GAP_WIDTH, color=color, anchor="center")
    if together is not None:
        y = _LABEL_Y + _CAPTION_STEP * stretch(canvas)
        line(canvas, together.caption, MIDDLE, y, _GAP_WIDTH, size, dim, anchor="center")
