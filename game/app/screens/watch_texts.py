"""The words of `watch`: what is wrong with the text, what is new in it, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from game.app.watch.chart_on_disk import ChartOnDisk
from game.app.watch.shown_faults import MOST, faults_of, place, unreadable
from game.app.watch.wishes import Wishes
from game.charts.document import Document
from game.charts.issues import Issue
from game.view.screens.watch import FaultView
from game.view.strings import Strings
from game.view.widgets.frame import Hint

_NO_BARS = Issue(0, 0, "error", "the chart has no bars", "write one, such as P1 kick |o---|")


class WatchTexts:
    """Holds what there is to say of the text on disk."""

    def __init__(self, strings: Strings, file: str) -> None:
        self._strings = strings
        self._file = file
        self._errors = 0
        self._faults: tuple[FaultView, ...] = ()
        self._warnings: Sequence[Issue] = ()
        self._unread: Document | None = None
        """The text whose warnings are still to be looked for."""

        self._changed = range(0)

    def take(self, document: Document, changed: range) -> None:
        """Another text is there, with these new bars. Finding its warnings can wait a frame."""
        self._changed = changed
        self._warnings, self._unread = (), document
        errors: Sequence[Issue] = sorted((*document.faults, *document.reading.errors))
        score = document.reading.score
        if not errors and score is not None and not score.chart.bars:
            errors = (_NO_BARS,)
        self._errors = len(errors)
        self._faults = tuple(faults_of(document, errors, self._strings))

    def look_for_warnings(self) -> None:
        """Once for each text."""
        if self._unread is not None:
            issues = self._unread.issues()
            self._warnings = [issue for issue in issues if issue.severity == "warning"]
            self._unread = None

    def heading(self, file: ChartOnDisk, *, is_first: bool) -> str:
        """What stands over the faults; "" without any."""
        suffix = "_first" if is_first else ""
        if file.is_gone:
            return self._strings(f"watch.gone{suffix}", file=self._file)
        count = 1 if file.fault else self._errors
        if not count:
            return self._strings("watch.waiting") if is_first else ""
        if is_first:
            return self._strings("watch.faults_first", count=count)
        return self._strings("watch.faults_one" if count == 1 else "watch.faults", count=count)

    def faults(self, file: ChartOnDisk) -> tuple[FaultView, ...]:
        if file.is_gone:
            return ()
        return (unreadable(file.fault, self._strings),) if file.fault else self._faults

    def more(self, file: ChartOnDisk) -> str:
        """How many faults are not shown."""
        left = self._errors - MOST
        return self._strings("watch.more", count=left) if left > 0 and not file.fault else ""

    def note(self, notice: str, is_held: bool, is_waiting: bool) -> str:
        """The most important of all that can be said in a line."""
        if notice:
            return notice
        if is_held:
            return self._strings("watch.held")
        if is_waiting:
            return self._strings("watch.preparing")
        return self._warned() or self._new()

    def hints(self, wishes: Wishes, is_held: bool) -> tuple[Hint, ...]:
        keys = (
            (("←", "→"), "section"),
            (("↑", "↓"), "speed"),
            (("Enter",), "go" if is_held else "hold"),
            (("Tab",), "loop" if wishes.plays_whole else "whole"),
            (("F2", "F3"), "hands"),
            (("F4",), "metronome"),
            (("F5",), "level"),
            (("Esc",), "leave"),
        )
        return tuple(Hint(caps, self._strings(f"watch.hint_{key}")) for caps, key in keys)

    def _warned(self) -> str:
        if not self._warnings:
            return ""
        first, count = self._warnings[0], len(self._warnings)
        key = "watch.warning_one" if count == 1 else "watch.warnings"
        where = place(first, self._strings)
        return self._strings(key, count=count, place=where, message=first.message)

    def _new(self) -> str:
        if not self._changed:
            return ""
        first, last = self._changed.start + 1, self._changed.stop
        key = "watch.changed_one" if first == last else "watch.changed"
        return self._strings(key, first=first, last=last)
