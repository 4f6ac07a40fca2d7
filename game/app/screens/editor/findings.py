"""What the lint has to say, as a list that leads to the place."""

from __future__ import annotations

from game.app.screens.editor.sheet import issue_bars
from game.app.screens.editor.work import Work
from game.charts.document import Document
from game.charts.issues import Issue
from game.view.screens.editor import geometry
from game.view.screens.editor.snapshot import FindingLine, Findings
from game.view.strings import Strings

_NS_PER_MS = 1_000_000
_REST_NS = 300 * _NS_PER_MS
"""How long nothing changes before the chart is looked through again."""


class FindingList:
    """Looked through anew a moment after each edit."""

    def __init__(self, work: Work, strings: Strings) -> None:
        self._work = work
        self._strings = strings
        self.issues: tuple[Issue, ...] = ()
        self.is_open = False
        self.chosen = 0
        self._first = 0
        self._of: Document | None = None
        self._seen: Document | None = None
        self._due_ns = 0

    def tick(self, now_ns: int) -> None:
        """Look through the text if it has rested."""
        document = self._work.document
        if document is self._of:
            return
        if document is not self._seen:
            self._seen = document
            self._due_ns = now_ns + (_REST_NS if self._of is not None else 0)
        if now_ns >= self._due_ns:
            self._of = document
            self.issues = tuple(document.issues())
            self.choose(self.chosen)

    def wake_ns(self) -> int | None:
        return None if self._work.document is self._of else self._due_ns

    def choose(self, index: int) -> None:
        shown = geometry.FINDINGS_SHOWN
        self.chosen = max(0, min(len(self.issues) - 1, index))
        self._first = max(self.chosen - shown + 1, min(self._first, self.chosen))
        self._first = max(0, min(self._first, max(0, len(self.issues) - shown)))

    def scroll(self, steps: int) -> None:
        most = max(0, len(self.issues) - geometry.FINDINGS_SHOWN)
        self._first = max(0, min(most, self._first - steps))

    def choose_line(self, line: int) -> None:
        """The one that is shown on a line."""
        self.choose(self._first + line)

    def bar(self) -> int | None:
        """The bar of the chosen finding, to jump to."""
        if not self.issues:
            return None
        (bar,) = issue_bars(self._work, self.issues[self.chosen : self.chosen + 1])
        return bar

    def shown(self) -> Findings | None:
        """As the view draws them; None while the list is closed."""
        if not self.is_open:
            return None
        count, say = len(self.issues), self._strings
        key = {0: "editor.no_findings", 1: "editor.findings_one"}.get(count, "editor.findings")
        last = self._first + geometry.FINDINGS_SHOWN
        issues = self.issues[self._first : last]
        places = issue_bars(self._work, issues)
        lines = tuple(
            FindingLine(
                self._place(issue, bar),
                issue.message + (f" · {issue.hint}" if issue.hint else ""),
                issue.severity == "error",
                self._first + index == self.chosen,
            )
            for index, (issue, bar) in enumerate(zip(issues, places, strict=True))
        )
        return Findings(say(key, count=count), lines, self._first, count)

    def _place(self, issue: Issue, bar: int | None) -> str:
        if bar is None:
            return self._strings("editor.finding_head", line=issue.line)
        return self._strings("editor.finding_place", line=issue.line, bar=bar + 1)
