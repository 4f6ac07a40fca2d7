"""What lies over the editor: the findings, the keys, and what it asks."""

from __future__ import annotations

from collections.abc import Iterator

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas
from game.view.screens.editor import geometry
from game.view.screens.editor.snapshot import Findings, Help, Overlay, Prompt, Question
from game.view.widgets.area import Area, Target
from game.view.widgets.button import draw_button
from game.view.widgets.field import draw_field
from game.view.widgets.lines import line, paragraph
from game.view.widgets.scrollbar import draw_scrollbar

BUTTON = "button"
FINDING = "finding"
FIELD = "field"

_DIM_ALPHA = 120
_SOLID = 255
_BOX = Area(WIDTH / 2 - 560, 320, 1120, 400)
_FIELD = Area(_BOX.x + 56, 480, _BOX.width - 112, 72)
_BUTTON = Area(_BOX.x + 56, 592, 320, 72)
_BUTTON_STEP = 344
_HELP = Area(64, 48, WIDTH - 128, HEIGHT - 96)
_HELP_COLUMNS = 3
_HELP_TOP = 112
_HELP_LINE = 40
_KEY_WIDTH = 224
_WARNING = (0xFF, 0xB4, 0x54)


def draw_findings(canvas: Canvas, findings: Findings) -> None:
    """The list; it lies over the right end of the lines."""
    area = geometry.FINDINGS
    canvas.panel(area.x, area.y, area.width, area.height, alpha=_SOLID)
    line(canvas, findings.title, area.x + 24, area.y + 32, area.width - 48, theme.SIZE_BODY)
    for index, finding in enumerate(findings.lines):
        place = geometry.finding_area(index)
        if finding.is_chosen:
            canvas.rounded(
                place.x, place.y, place.width, place.height, theme.HAIRLINE, radius=8, alpha=30
            )
        color = theme.P1_CORAL if finding.is_error else _WARNING
        line(canvas, finding.place, place.x + 12, place.y + 18, place.width - 40, 22, color)
        room = place.width - 40
        paragraph(
            canvas, finding.text, place.x + 12, place.y + 34, room, 20, theme.TEXT, max_lines=2
        )
    draw_scrollbar(
        canvas,
        area.inset(8, 64),
        findings.first,
        len(findings.lines),
        findings.total,
    )


def draw_overlay(canvas: Canvas, overlay: Overlay) -> None:
    """Keys, or a question; what is under it is dimmed."""
    canvas.dim(_DIM_ALPHA)
    if isinstance(overlay, Help):
        _draw_help(canvas, overlay)
        return
    canvas.panel(_BOX.x, _BOX.y, _BOX.width, _BOX.height, alpha=_SOLID, radius=32)
    room = _BOX.width - 112
    x, middle = _BOX.x + 56, WIDTH / 2
    line(
        canvas,
        overlay.title,
        middle,
        _BOX.y + 64,
        room,
        theme.SIZE_NAME,
        anchor="center",
        weight="black",
    )
    if isinstance(overlay, Prompt):
        draw_field(canvas, _FIELD, overlay.field)
        paragraph(canvas, overlay.hint, x, _FIELD.bottom + 24, room, max_lines=3)
        return
    paragraph(canvas, overlay.text, middle, _BOX.y + 112, room, anchor="center", max_lines=4)
    for index, button in enumerate(overlay.buttons):
        draw_button(canvas, _button_area(index, len(overlay.buttons)), button)


def places(overlay: Overlay | None, findings: Findings | None) -> Iterator[tuple[Target, Area]]:
    """What lies where for the mouse."""
    if isinstance(overlay, Question):
        for index in range(len(overlay.buttons)):
            yield Target(BUTTON, index), _button_area(index, len(overlay.buttons))
    elif isinstance(overlay, Prompt):
        yield Target(FIELD), _FIELD
    elif overlay is None and findings is not None:
        yield Target("findings"), geometry.FINDINGS
        for index in range(len(findings.lines)):
            yield Target(FINDING, index), geometry.finding_area(index)


def _button_area(index: int, count: int) -> Area:
    left = WIDTH / 2 - (count * _BUTTON_STEP - 24) / 2
    return Area(left + index * _BUTTON_STEP, _BUTTON.y, _BUTTON.width, _BUTTON.height)


def _draw_help(canvas: Canvas, shown: Help) -> None:
    canvas.panel(_HELP.x, _HELP.y, _HELP.width, _HELP.height, alpha=_SOLID, radius=32)
    line(
        canvas,
        shown.title,
        _HELP.x + 48,
        _HELP.y + 56,
        _HELP.width - 96,
        theme.SIZE_NAME,
        weight="black",
    )
    count = -(-len(shown.entries) // _HELP_COLUMNS)
    width = (_HELP.width - 96) / _HELP_COLUMNS
    step = min(_HELP_LINE, (_HELP.height - _HELP_TOP - 24) / max(1, count))
    for index, (keys, text) in enumerate(shown.entries):
        column, row = divmod(index, count)
        x, y = _HELP.x + 48 + column * width, _HELP.y + _HELP_TOP + (row + 0.5) * step
        line(canvas, keys, x, y, _KEY_WIDTH - 16, 21, theme.TOGETHER_MINT)
        line(canvas, text, x + _KEY_WIDTH, y, width - _KEY_WIDTH - 24, 21)
