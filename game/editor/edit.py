"""What an edit is: a frozen value that makes one document out of another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.charts.document import Document
from game.charts.syntax.decoding import encode
from game.errors import GameError


class EditRefusedError(GameError):
    """What was asked for cannot be written as a chart; the document stays as it is."""


class Edit(Protocol):
    """One step of a person's work."""

    def apply(self, document: Document) -> Document:
        """The document with the step done.

        Raises:
            EditRefusedError: it cannot be done here.
        """


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits as one step, done in their order."""

    edits: tuple[Edit, ...]

    def apply(self, document: Document) -> Document:
        for edit in self.edits:
            document = edit.apply(document)
        return document


@dataclass(frozen=True, slots=True)
class TextChange:
    """Lines in the place of others, with their newlines: what every edit comes to in the end."""

    first: int
    """Index of the first line that changes, from 0."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    @classmethod
    def between(cls, old: Document, new: Document) -> TextChange:
        """What makes the new document out of the old one, as short as one block can be."""
        before, after = raw_lines(old), raw_lines(new)
        shorter = min(len(before), len(after))
        start = 0
        while start < shorter and before[start] == after[start]:
            start += 1
        end = 0
        while end < shorter - start and before[-1 - end] == after[-1 - end]:
            end += 1
        return cls(start, before[start : len(before) - end], after[start : len(after) - end])

    def apply(self, document: Document) -> Document:
        lines = raw_lines(document)
        end = self.first + len(self.before)
        if lines[self.first : end] != self.before:
            raise EditRefusedError("the text has changed since: this step no longer fits it")
        return with_text(document, "".join((*lines[: self.first], *self.after, *lines[end:])))

    def undo(self) -> TextChange:
        """The edit that takes this one back, to the byte."""
        return TextChange(self.first, self.after, self.before)


def raw_lines(document: Document) -> tuple[str, ...]:
    """The lines with their newlines."""
    return tuple(line.text + line.newline for line in document.lines)


def with_text(document: Document, text: str) -> Document:
    """A document of the same file with another text."""
    return Document.parse(encode(text, document.has_bom), document.path)
