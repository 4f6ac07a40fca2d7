"""Text that keeps to its place: lines that shrink before they are cut, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.view import theme
from game.view.canvas import Anchor, Canvas, Weight
from game.view.theme import Color

_LEAST_SHARE = 0.66
_LINE_HEIGHT = 1.4
_BREAKS = re.compile(
    r"\s*[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]|\s*[^\s\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]+"
)
"""Words, and single characters of scripts that may break anywhere, with the space before them."""


def line(
    canvas: Canvas,
    text: str,
    x: float,
    y: float,
    max_width: float,
    size: int = theme.SIZE_BODY,
    color: Color = theme.TEXT,
    *,
    anchor: Anchor = "left",
    weight: Weight = "bold",
    tabular: bool = False,
) -> float:
    """Draw one line; one that is too wide is set smaller before it ends in an ellipsis."""
    return canvas.text(
        text,
        x,
        y,
        fitting_size(canvas, text, max_width, size, weight),
        color,
        anchor=anchor,
        weight=weight,
        max_width=max_width,
        tabular=tabular,
    )


def fitting_size(
    canvas: Canvas, text: str, max_width: float, size: int, weight: Weight = "bold"
) -> int:
    """The largest size up to `size` in which the text fits, but not much smaller."""
    least = round(size * _LEAST_SHARE)
    while size > least and canvas.text_width(text, size, weight) > max_width:
        size -= 1
    return size


def wrapped(
    canvas: Canvas,
    text: str,
    max_width: float,
    size: int,
    max_lines: int = 99,
    weight: Weight = "bold",
) -> tuple[str, ...]:
    """The text as lines of at most `max_width`; what is over ends up in the last one."""

    starts, lines = [0], [""]
    for found in _BREAKS.finditer(text):
        piece = found.group()
        if canvas.text_width(lines[-1] + piece, size, weight) <= max_width:
            lines[-1] += piece
            continue
        word = piece.lstrip()
        for start, part in _parts(canvas, word, max_width, size, weight):
            starts.append(found.end() - len(word) + start)
            lines.append(part)
    if not lines[0]:
        starts, lines = starts[1:], lines[1:]
    if len(lines) > max_lines:
        lines[max_lines - 1 :] = [text[starts[max_lines - 1] :]]
    return tuple(lines)


def _parts(
    canvas: Canvas, word: str, max_width: float, size: int, weight: Weight
) -> Iterator[tuple[int, str]]:
    """Where each part of a word begins that is too long for one line, and the part."""
    start = 0
    for end in range(1, len(word) + 1):
        is_last = end == len(word)
        if is_last or canvas.text_width(word[start : end + 1], size, weight) > max_width:
            yield start, word[start:end]
            start = end


def paragraph(
    canvas: Canvas,
    text: str,
    x: float,
    y: float,
    max_width: float,
    size: int = theme.SIZE_SMALL,
    color: Color = theme.TEXT_DIM,
    *,
    anchor: Anchor = "left",
    max_lines: int = 99,
) -> float:
    """Draw lines from `y` (the top) on; returns where they end."""
    step = line_height(canvas, size)
    for shown in wrapped(canvas, text, max_width, size, max_lines):
        canvas.text(shown, x, y + step / 2, size, color, anchor=anchor, max_width=max_width)
        y += step
    return y


def line_height(canvas: Canvas, size: int) -> float:
    """From line to line."""
    return size * _LINE_HEIGHT * max(100, canvas.theme.text_scale_pct) / 100
