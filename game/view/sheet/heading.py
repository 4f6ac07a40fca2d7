"""What stands above and below the systems of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.timing.units import US_PER_S
from game.view.fonts import Weight
from game.view.sheet import paper
from game.view.sheet.excerpt import Excerpt
from game.view.sheet.pen import Pen
from game.view.sheet.words import WidthOf, wrapped
from game.view.strings import Strings
from game.view.theme import Color

_TITLE_ROOM = 0.9
"""The heavy weight of a title is wider than what its room is measured with."""

_BETWEEN = "   ·   "
_BELOW = 40.0


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: int
    color: Color
    height: float


def heading_lines(excerpt: Excerpt, strings: Strings, width_of: WidthOf) -> tuple[_Line, ...]:
    """Title, whose it is, for which recording, and what is shown of it."""
    meta = excerpt.chart.meta
    room = paper.WIDTH - 2 * paper.MARGIN
    lines: list[_Line] = [
        _Line(text, paper.SIZE_TITLE, paper.INK, paper.SIZE_TITLE * 1.25)
        for text in wrapped(meta.title, paper.SIZE_TITLE, room * _TITLE_ROOM, width_of)
    ]
    other_titles = _BETWEEN.join(title for title in meta.titles.values() if title)
    for text, size, color in (
        (other_titles, 24, paper.INK),
        (meta.artist, 20, paper.INK),
        (strings("sheet.recording", recording=meta.recording) if meta.recording else "", 17, _DIM),
        (_BETWEEN.join(_facts(excerpt, strings)), 17, _DIM),
    ):
        lines += [
            _Line(line, size, color, size * 1.5) for line in wrapped(text, size, room, width_of)
        ]
    return tuple(lines)


_DIM = paper.INK_DIM


def heading_height(lines: tuple[_Line, ...]) -> float:
    return sum(line.height for line in lines) + _BELOW


def draw_heading(pen: Pen, lines: tuple[_Line, ...]) -> None:
    y = float(paper.TOP)
    for line in lines:
        is_title = line.size == paper.SIZE_TITLE
        weight: Weight = "black" if is_title else "bold"
        middle = y + line.height / 2
        pen.text(line.text, paper.MARGIN, middle, line.size, line.color, weight=weight)
        y += line.height
    pen.box(paper.MARGIN, y + 6, paper.RIGHT - paper.MARGIN, 3, paper.INK)


def draw_running_heading(pen: Pen, title: str) -> None:
    """The song's title above all pages but the first."""
    room = paper.RIGHT - paper.MARGIN
    y = paper.TOP + 4
    pen.text(title, paper.MARGIN, y, paper.SIZE_BODY, paper.INK_DIM, max_width=room)
    pen.box(paper.MARGIN, y + 14, room, 1.5, paper.INK_DIM)


def _facts(excerpt: Excerpt, strings: Strings) -> Iterator[str]:
    chart = excerpt.chart
    count = len(chart.bars)
    if excerpt.is_whole:
        yield strings("sheet.bars" if count != 1 else "sheet.bar", count=count)
        seconds = round(chart.tempo_map.us(chart.end_beat) / US_PER_S)
        yield f"{seconds // 60}:{seconds % 60:02}"
    else:
        first, last = excerpt.indices.start + 1, excerpt.indices.stop
        key = "sheet.one_of" if first == last else "sheet.some_of"
        yield strings(key, first=first, last=last, count=count)
    name = strings(f"levels.level_{excerpt.level}")
    yield strings("sheet.level", level=excerpt.level, name=name)
    if chart.meta.charter:
        yield strings("sheet.charter", charter=chart.meta.charter)
