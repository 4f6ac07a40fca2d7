"""The lines of a chart: what kind each one is, and where its comment stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_COMMENT = re.compile(r"(?:^|(?<=\s))//")


class LineKind(StrEnum):
    """What a line looks like, judged by itself alone."""

    BLANK = "blank"
    COMMENT = "comment"
    MAGIC = "magic"
    """`#duet 1`, or whatever else begins with `#`."""

    HEADER = "header"
    """`key: value`"""

    SECTION = "section"
    """`== Name ==`"""

    RULER = "ruler"
    """Bars without a label."""

    LANE = "lane"
    """A label, then bars."""

    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one line, from `start` up to but not including `end`, both from 0."""

    start: int
    end: int

    @property
    def column(self) -> int:
        """The first character's column, from 1, as messages name it."""
        return self.start + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, nothing left out."""

    number: int
    """From 1."""

    text: str
    """Without its newline."""

    newline: str
    """`\\n` or `\\r\\n`; empty for a last line that has none."""

    kind: LineKind
    content: str
    """What the line says: the text before its comment, without the spaces at its end."""

    comment: Span | None
    """From its `//` to the end of the line."""


def split_lines(text: str) -> tuple[Line, ...]:
    """Every line of a text; their texts and newlines, joined, are the text again."""
    pieces = text.split("\n")
    last = pieces.pop()
    lines = [_line(number, piece, "\n") for number, piece in enumerate(pieces, 1)]
    if last:
        lines.append(_line(len(pieces) + 1, last, ""))
    return tuple(lines)


def _line(number: int, text: str, newline: str) -> Line:
    if newline and text.endswith("\r"):
        text, newline = text[:-1], "\r\n"
    match = _COMMENT.search(text)
    comment = Span(match.start(), len(text)) if match else None
    content = text[: match.start()].rstrip() if match else text.rstrip()
    return Line(number, text, newline, _kind(content, comment is not None), content, comment)


def _kind(content: str, has_comment: bool) -> LineKind:
    told = content.lstrip()
    if not told:
        return LineKind.COMMENT if has_comment else LineKind.BLANK
    if told.startswith("#"):
        return LineKind.MAGIC
    if told.startswith("=="):
        return LineKind.SECTION
    bar, colon = told.find("|"), told.find(":")
    if colon >= 0 and (bar < 0 or colon < bar):
        return LineKind.HEADER
    if bar < 0:
        return LineKind.UNKNOWN
    return LineKind.RULER if bar == 0 else LineKind.LANE
