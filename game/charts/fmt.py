"""The canonical layout of a `.duet` document.

Only spaces, blank lines at the end and the kind of newline change. Whatever is faulty stays as it
is, so that the author finds it where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.charts.document import Document
from game.charts.formatting.meters import system_meters
from game.charts.formatting.rows import display_width, formatted_rows, with_comment
from game.charts.syntax.decoding import encode
from game.charts.syntax.lines import LineKind

_KEY = re.compile(r"\s*(?P<key>[^\s:]+)\s*:\s*(?!\s|//)(?P<value>.*)")
"""Lets no space stand in front of `//`, which would begin a comment."""

_BODY = (LineKind.SECTION, LineKind.RULER, LineKind.LANE)


def format_document(document: Document) -> Document:
    """The same document in canonical layout; formatting it once more changes nothing.

    Header values stand in one column, labels and bars in columns of their own, beats under each
    other. A file that is not readable at all is given back unchanged.
    """
    if not document.is_readable:
        return document
    texts = list(_without_needless_blanks(_formatted_lines(document)))
    joined = "".join(text + document.newline for text in texts)
    return Document.parse(encode(joined, document.has_bom), document.path)


def _formatted_lines(document: Document) -> Iterator[str]:
    rows: dict[int, str] = {}
    for system, meters in system_meters(document):
        rows.update(formatted_rows(system, meters))
    header = _header_lines(document)
    for line in document.lines:
        if line.number in rows:
            yield rows[line.number]
        elif line.number in header:
            yield header[line.number]
        elif line.kind is LineKind.SECTION:
            yield with_comment(_section(line.content), line)
        else:
            yield line.text.rstrip()


def _header_lines(document: Document) -> dict[int, str]:
    """The header by line number, its values in one column."""
    matches: dict[int, re.Match[str]] = {}
    for line in document.lines:
        if line.kind in _BODY:
            break
        match = _KEY.fullmatch(line.content)
        if line.kind is LineKind.HEADER and match:
            matches[line.number] = match
    width = max((display_width(match["key"]) for match in matches.values()), default=0)
    return {
        line.number: with_comment(_header(matches[line.number], width), line)
        for line in document.lines
        if line.number in matches
    }


def _header(match: re.Match[str], key_width: int) -> str:
    """`key:`, then the value two spaces behind the longest key."""
    key, value = match["key"], match["value"].strip()
    gap = " " * (key_width - display_width(key) + 2)
    return f"{key}:{gap}{value}".rstrip()


def _section(content: str) -> str:
    told = content.strip()
    name = told[2:-2].strip()
    is_plain = told.startswith("==") and told.endswith("==") and not name.startswith(("=", "//"))
    return f"== {name} ==" if name and is_plain else content


def _without_needless_blanks(texts: Iterator[str]) -> Iterator[str]:
    """At most one blank line in a row, none at the end."""
    is_after_blank = False
    for text in texts:
        if text:
            if is_after_blank:
                yield ""
            yield text
        is_after_blank = not text
