"""Keeps the work: saved when asked, beside the file every few seconds, and after a crash."""

from __future__ import annotations

import logging
from pathlib import Path

from game.app.files.chart_file import ChartFile
from game.app.screens.editor.work import Work
from game.charts.document import Document
from game.errors import FileFaultError

_log = logging.getLogger(__name__)

_NS_PER_S = 1_000_000_000
_KEPT_AFTER_NS = 3 * _NS_PER_S
_LOOKED_EVERY_NS = 1 * _NS_PER_S


class Saving:
    """What of the work is where on disk."""

    def __init__(self, file: ChartFile, work: Work) -> None:
        self.file = file
        self._work = work
        self._kept: Document | None = None
        """What the side file holds."""

        self._changed_ns: int | None = None
        self._look_ns = 0
        self._is_given_up = False
        self._saved: tuple[Document, bool] | None = None

    @property
    def is_saved(self) -> bool:
        """Whether the file holds the work as it is."""
        document = self._work.document
        if self._saved is None or self._saved[0] is not document:
            self._saved = (document, self.file.is_saved(document))
        return self._saved[1]

    def save(self) -> str:
        """Write the file; returns why it could not be, or ""."""
        try:
            self.file.save(self._work.document)
        except FileFaultError as error:
            return str(error)
        _log.info("saved %s", self.file.path)
        self._saved = None
        self._changed_ns = self._kept = None
        return ""

    def tick(self, now_ns: int) -> str:
        """Keep unsaved work beside the file when it is due; returns a fault, or ""."""
        if self.is_saved or self._work.document is self._kept:
            self._changed_ns = None
            return ""
        if self._changed_ns is None:
            self._changed_ns = now_ns
        return self.keep() if now_ns >= self._changed_ns + _KEPT_AFTER_NS else ""

    def keep(self) -> str:
        """Write the side file now, if there is anything to lose."""
        if self.is_saved or self._is_given_up:
            return ""
        self._changed_ns, self._kept = None, self._work.document
        try:
            self.file.keep_unsaved(self._work.document)
        except FileFaultError as error:
            return str(error)
        _log.info("kept unsaved work in %s", self.file.aside)
        return ""

    def rescue(self) -> Path | None:
        """After a crash: where the unsaved work is; None if there is none."""
        if self.is_saved or self.keep():
            return None
        return self.file.aside

    def has_changed_outside(self, now_ns: int) -> bool:
        """Whether another program has written the file; looked at once a second."""
        if now_ns < self._look_ns:
            return False
        self._look_ns = now_ns + _LOOKED_EVERY_NS
        return self.file.has_changed_outside()

    def forget(self) -> None:
        """What was kept beside the file is not wanted."""
        self.file.forget_unsaved()

    def give_up(self) -> None:
        """The work is left as it is: from now on nothing of it is kept."""
        self._is_given_up = True
        self.forget()

    def read_again(self) -> Document:
        """The file as it is now.

        Raises:
            ChartError: it cannot be read.
        """
        self._saved = None
        return self.file.read()

    def wake_ns(self, now_ns: int) -> int:
        """When to look again."""
        has_changed = self._changed_ns is not None
        kept_ns = (self._changed_ns or 0) + _KEPT_AFTER_NS if has_changed else self._look_ns
        return max(now_ns, min(kept_ns, self._look_ns))
