"""The alignment: a recording's waveform with the song's bars on it, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.view import theme
from game.view.canvas import WIDTH, Canvas
from game.view.widgets.area import Area, Target
from game.view.widgets.button import Button, draw_button
from game.view.widgets.frame import Frame, draw_frame
from game.view.widgets.lines import line
from game.view.widgets.text_box import draw_text_box
from game.view.widgets.waves import Waves, draw_waves, plot_area

BUTTON = "button"
WAVES = "waves"

_HEADING_Y = 60
_SENTENCE = Area(160, 100, WIDTH - 320, 48)
_WARNING = Area(160, 146, WIDTH - 320, 44)
_WAVES = Area(64, 192, WIDTH - 128, 432)
_FACTS_Y = 664
_TASK = Area(160, 696, WIDTH - 320, 76)
_BUTTON = Area(64, 792, 242, 72)
_BUTTON_GAP = 16.3


@dataclass(frozen=True, slots=True)
class AlignmentSnapshot:
    heading: str
    sentence: str
    """How sure it is, and what to do."""

    is_unsure: bool
    """Whether the sentence is a warning."""

    warning: str
    """What may be wrong with the file, or ""."""

    waves: Waves
    facts: tuple[str, ...]
    """Up to four, beside each other."""

    task: str
    """What is in hand, or what to tap."""

    buttons: tuple[Button, ...]
    """Seven; the chosen one is the one that Enter presses."""

    frame: Frame


def draw(canvas: Canvas, snapshot: object) -> None:
    """Draw the whole screen."""
    assert isinstance(snapshot, AlignmentSnapshot)
    canvas.background()
    line(
        canvas,
        snapshot.heading,
        WIDTH / 2,
        _HEADING_Y,
        WIDTH - 2 * theme.EDGE,
        theme.SIZE_SCORE,
        anchor="center",
        weight="black",
    )
    color = theme.P1_CORAL if snapshot.is_unsure else theme.TOGETHER_MINT
    draw_text_box(canvas, snapshot.sentence, _SENTENCE, color=color)
    if snapshot.warning:
        draw_text_box(canvas, snapshot.warning, _WARNING, color=theme.P1_CORAL)
    draw_waves(canvas, _WAVES, snapshot.waves)
    _draw_facts(canvas, snapshot.facts)
    draw_text_box(canvas, snapshot.task, _TASK, size=theme.SIZE_BODY, color=theme.TEXT)
    for index, button in enumerate(snapshot.buttons):
        draw_button(canvas, _button_area(index), button)
    draw_frame(canvas, snapshot.frame)


def places(snapshot: object) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    assert isinstance(snapshot, AlignmentSnapshot)
    yield Target(WAVES), plot_area(_WAVES)
    for index in range(len(snapshot.buttons)):
        yield Target(BUTTON, index), _button_area(index)


def share_at(x: float) -> float:
    """Where on the waveform a place of the mouse is: 0 at its left end to 1 at its right."""
    plot = plot_area(_WAVES)
    return max(0.0, min(1.0, (x - plot.x) / plot.width))


def _draw_facts(canvas: Canvas, facts: tuple[str, ...]) -> None:
    """Over the width; the first one, a file's name, has twice the room of each other."""
    room = _WAVES.width / (len(facts) + 1)
    left = _WAVES.x
    for index, fact in enumerate(facts):
        width = room if index else 2 * room
        x = left + width / 2
        left += width
        line(
            canvas,
            fact,
            x,
            _FACTS_Y,
            width - 24,
            theme.SIZE_SMALL,
            theme.TEXT_DIM,
            anchor="center",
            tabular=True,
        )


def _button_area(index: int) -> Area:
    step = _BUTTON.width + _BUTTON_GAP
    return Area(_BUTTON.x + index * step, _BUTTON.y, _BUTTON.width, _BUTTON.height)
