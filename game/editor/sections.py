"""Edits of sections and pins."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.charts.document import Document
from game.charts.reader.headings import Heading
from game.charts.syntax.lines import LineKind
from game.charts.writing.words import section_line
from game.editor.edit import EditRefusedError
from game.editor.repeats import write_out_across
from game.editor.splitting import first_line_of, split_before


@dataclass(frozen=True, slots=True)
class SetSection:
    """A section from a bar on; None takes the section line away. A pin that is there stays."""

    bar: int
    name: str | None

    def apply(self, document: Document) -> Document:
        heading = heading_at(document, self.bar)
        if self.name is None:
            return document if heading is None else _without(document, heading)
        if heading is not None:
            return _rewritten(document, heading, self.name, heading.pin_s)
        return _inserted(document, self.bar, section_line(self.name, None))


@dataclass(frozen=True, slots=True)
class SetPin:
    """Pins the section that starts at a bar to a second of the audio; None takes the pin away."""

    bar: int
    pin_s: Fraction | None

    def apply(self, document: Document) -> Document:
        heading = heading_at(document, self.bar)
        if heading is None:
            raise EditRefusedError(
                f"no section starts at bar {self.bar + 1}", "name a section here first"
            )
        return _rewritten(document, heading, heading.name, self.pin_s)


def heading_at(document: Document, bar: int) -> Heading | None:
    """The section line of the section that starts at a bar."""
    score = document.reading.score
    headings = score.sheet.headings if score else []
    return next((heading for heading in headings if heading.bar == bar), None)


def _rewritten(document: Document, heading: Heading, name: str, pin_s: Fraction | None) -> Document:
    line = document.lines[heading.line - 1]
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    rest = line.text[len(line.content) :]
    text = indent + section_line(name, pin_s) + rest
    return document.replace_lines(line.number, line.number, [text])


def _without(document: Document, heading: Heading) -> Document:
    """Without the line; the systems around it stay apart, and its comment stays."""
    number = heading.line
    line = document.lines[number - 1]
    kept = [line.text[line.comment.start :]] if line.comment else []
    above = document.lines[number - 2].kind if number > 1 else LineKind.BLANK
    below = document.lines[number].kind if number < len(document.lines) else LineKind.BLANK
    if LineKind.BLANK not in (above, below):
        kept = ["", *kept]
    return document.replace_lines(number, number, kept)


def _inserted(document: Document, bar: int, text: str) -> Document:
    document = write_out_across(document, lambda source, own: source < bar <= own)
    document = split_before(document, bar)
    number = first_line_of(document, bar)
    return document.replace_lines(number, number - 1, [text])
