"""The editor's questions that are answered by choosing."""

from __future__ import annotations

from collections.abc import Callable

from game.app.files.chart_file import ChartFile
from game.app.screens.editor.desk import Desk
from game.app.screens.editor.dialogs import Choosing
from game.charts.document import Document
from game.errors import ChartError
from game.view.strings import Strings

Open = Callable[[ChartFile, Document], None]
"""Puts another document on the desk."""


class Questions:
    """An answer that is True leaves the editor."""

    def __init__(self, strings: Strings, desk: Desk, open_document: Open) -> None:
        self._strings = strings
        self._desk = desk
        self._open = open_document

    def leaving(self) -> Choosing:
        """Before work is left that is not saved."""
        return self._choosing(
            "leave",
            ("save", self._desk.save),
            ("drop", self._drop),
            ("stay", lambda: False),
            dismissed=2,
        )

    def unsaved(self, found: Document) -> Choosing:
        """When there is work that was never saved."""
        return self._choosing(
            "unsaved",
            ("take", lambda: self._desk.take(found)),
            ("drop", self._desk.saving.forget),
        )

    def outside(self) -> Choosing:
        """When another program has written the file."""
        return self._choosing(
            "outside",
            ("read", self._read),
            ("keep", self._desk.saving.file.leave_as_it_is),
            dismissed=1,
        )

    def _choosing(
        self,
        name: str,
        *choices: tuple[str, Callable[[], object]],
        dismissed: int | None = None,
    ) -> Choosing:
        say = self._strings
        return Choosing(
            say(f"editor.{name}_title"),
            say(f"editor.{name}_text"),
            [(say(f"editor.{name}_{choice}"), act) for choice, act in choices],
            dismissed=dismissed,
        )

    def _drop(self) -> bool:
        self._desk.saving.give_up()
        return True

    def _read(self) -> None:
        desk = self._desk
        try:
            document = desk.saving.read_again()
        except ChartError as error:
            desk.say(str(error))
            return
        score = document.reading.score
        if score is None or not score.chart.bars:
            name = desk.saving.file.path.name
            desk.say(self._strings("editor.broken", reason=name))
            return
        desk.saving.forget()
        self._open(desk.saving.file, document)
