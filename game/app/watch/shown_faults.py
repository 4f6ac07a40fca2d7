"""The faults of a text, as they are shown over the chart: place, sentence, and the line itself."""

from __future__ import annotations

from collections.abc import Sequence

from game.charts.document import Document
from game.charts.issues import Issue
from game.errors import ChartError
from game.view.screens.watch import FaultView
from game.view.strings import Strings

MOST = 3
_AROUND = 48
"""Characters of a long line on either side of the fault."""


def faults_of(document: Document, issues: Sequence[Issue], strings: Strings) -> list[FaultView]:
    """The first few of them."""
    return [_fault(document, issue, strings) for issue in issues[:MOST]]


def unreadable(error: ChartError, strings: Strings) -> FaultView:
    """A file that cannot be read at all."""
    return FaultView(strings("watch.in_file"), error.message, error.hint)


def place(issue: Issue, strings: Strings) -> str:
    """Line and column, as far as there are any."""
    if not issue.line:
        return strings("watch.in_file")
    key = "watch.at" if issue.column else "watch.at_line"
    return strings(key, line=issue.line, column=issue.column)


def _fault(document: Document, issue: Issue, strings: Strings) -> FaultView:
    lines = document.lines
    text = lines[issue.line - 1].text if 0 < issue.line <= len(lines) else ""
    before, marked, after = _split(text, issue.column)
    return FaultView(place(issue, strings), issue.message, issue.hint, before, marked, after)


def _split(text: str, column: int) -> tuple[str, str, str]:
    """The text before the column, the character there, and what follows; cut if it is long."""
    plain = text.replace("\t", " ")
    if not column:
        return plain[: 2 * _AROUND], "", ""
    at = min(column - 1, len(plain))
    before, marked, after = plain[:at], plain[at : at + 1] or " ", plain[at + 1 :]
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND]}…"
    return before, marked, after
