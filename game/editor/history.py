"""Undo and redo without limit."""

from __future__ import annotations

from game.charts.document import Document
from game.editor.edit import Edit, TextChange


class History:
    """A document with everything that was done to it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._done: list[TextChange] = []
        self._undone: list[TextChange] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def do(self, edit: Edit) -> bool:
        """Do an edit; False if it changes nothing.

        Raises:
            EditRefusedError: it cannot be done; nothing has changed.
        """
        edited = edit.apply(self.document)
        step = TextChange.between(self.document, edited)
        if not step.before and not step.after:
            return False
        self._done.append(step)
        self._undone.clear()
        self.document = edited
        return True

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        if not self._done:
            return False
        step = self._done.pop()
        self.document = step.undo().apply(self.document)
        self._undone.append(step)
        return True

    def redo(self) -> bool:
        """Do the step again that was taken back last; False if there is none."""
        if not self._undone:
            return False
        step = self._undone.pop()
        self.document = step.apply(self.document)
        self._done.append(step)
        return True
