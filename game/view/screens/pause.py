"""Pause: the play stands still under it, dimmed to half; where in the song, and what to do now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.view import theme
from game.view.butterfly import draw_butterfly
from game.view.canvas import WIDTH, Canvas
from game.view.highway.moment import moment_of
from game.view.screens import play
from game.view.screens.play_middle import place_text
from game.view.screens.play_snapshot import PlaySnapshot
from game.view.strings import Strings
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line

_DIM_ALPHA = 128
_PANEL_ALPHA = 244
_PANEL = Area(WIDTH / 2 - 320, 120, 640, 776)
_TITLE_Y = 192
_FIGURE = Area(_PANEL.x + 56, 248, _PANEL.width - 112, 104)
_PLACE_Y = 392
_BUTTONS = Area(_PANEL.x + 56, 440, _PANEL.width - 112, 416)
_BUTTON_GAP = 24
_TIGHT_GAP = 12
_ROOMY = 4
"""More buttons than these stand closer to each other."""

_MESSAGE = Area(WIDTH / 2 - 640, 918, 1280, 66)


@dataclass(frozen=True, slots=True)
class PauseSnapshot:
    """The frame at which the play stands, and the choice."""

    play: PlaySnapshot
    buttons: tuple[str, ...]
    chosen: int
    """Index of a button."""

    is_asked: bool = False
    """Leaving was asked for once, and waits for the second press."""

    message: str = ""
    """Why the song stands still, if nobody wanted it to."""

    frame: Frame = field(default_factory=Frame)
    """What stands at the foot."""


def draw(canvas: Canvas, snapshot: PauseSnapshot, strings: Strings) -> None:
    """Draw the whole screen."""
    play.draw(canvas, snapshot.play, strings)
    canvas.dim(_DIM_ALPHA)
    canvas.panel(_PANEL.x, _PANEL.y, _PANEL.width, _PANEL.height, alpha=_PANEL_ALPHA, radius=32)
    title = strings("pause.title")
    canvas.text(title, WIDTH / 2, _TITLE_Y, theme.SIZE_TITLE, anchor="center", weight="black")
    _draw_place(canvas, snapshot.play, strings)
    for index, text in enumerate(snapshot.buttons):
        area = _button_area(index, len(snapshot.buttons))
        draw_button(canvas, area, Button(text, is_focused=index == snapshot.chosen))
    if snapshot.message:
        _draw_message(canvas, snapshot.message)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: PauseSnapshot) -> Iterable[tuple[Target, Area]]:
    """The buttons, from the top."""
    count = len(snapshot.buttons)
    return [(Target("choice", index), _button_area(index, count)) for index in range(count)]


def _button_area(index: int, count: int) -> Area:
    gap = _BUTTON_GAP if count <= _ROOMY else _TIGHT_GAP
    height = (_BUTTONS.height - (count - 1) * gap) / count
    return Area(_BUTTONS.x, _BUTTONS.y, _BUTTONS.width, height).below(index, gap)


def _draw_message(canvas: Canvas, message: str) -> None:
    area = _MESSAGE
    canvas.panel(
        area.x, area.y, area.width, area.height, alpha=_PANEL_ALPHA, border=theme.TOGETHER_MINT
    )
    room = area.width - 4 * theme.GRID
    line(canvas, message, area.center_x, area.center_y, room, anchor="center")


def _draw_place(canvas: Canvas, snapshot: PlaySnapshot, strings: Strings) -> None:
    moment = moment_of(snapshot.seats[0].timeline, snapshot.visual_us)
    box = (_FIGURE.x, _FIGURE.y, _FIGURE.width, _FIGURE.height)
    draw_butterfly(canvas, snapshot.butterfly, *box, progress=moment.progress)
    place = place_text(moment, strings)
    width = _FIGURE.width
    canvas.text(place, WIDTH / 2, _PLACE_Y, color=theme.TEXT_DIM, anchor="center", max_width=width)
