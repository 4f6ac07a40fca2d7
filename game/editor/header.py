"""Edits of the header."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.document import Document
from game.charts.syntax.lines import LineKind
from game.charts.writing.words import header_text

_BODY = (LineKind.SECTION, LineKind.RULER, LineKind.LANE)


@dataclass(frozen=True, slots=True)
class SetHeader:
    """A key's value; None takes its line away."""

    key: str
    value: str | None

    def apply(self, document: Document) -> Document:
        last = 1
        for line in document.lines:
            if line.kind in _BODY:
                break
            if line.kind is not LineKind.HEADER:
                continue
            last = line.number
            before, _, after = line.content.partition(":")
            if before.strip() != self.key:
                continue
            if self.value is None:
                return document.replace_lines(line.number, line.number, [])
            gap = after[: len(after) - len(after.lstrip())] or " "
            rest = line.text[len(line.content) :]
            text = f"{before}:{gap}{header_text(self.value)}{rest}"
            return document.replace_lines(line.number, line.number, [text])
        if self.value is None:
            return document
        text = f"{self.key}: {header_text(self.value)}"
        return document.replace_lines(last + 1, last, [text])
