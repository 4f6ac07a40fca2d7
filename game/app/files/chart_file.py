"""A chart's file while it is being edited: whole at any time, and never lost."""

from __future__ import annotations

from pathlib import Path

from game.app.files import atomic
from game.charts.document import Document
from game.errors import FileFaultError


class ChartFile:
    """One file, the side file that holds unsaved work, and what the file was when last seen."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.aside = path.with_name(f".{path.name}.unsaved")
        """Where unsaved work is kept."""

        self._seen: bytes | None = None
        self._stamp: tuple[int, int] | None = None

    def read(self) -> Document:
        """The file as it is.

        Raises:
            ChartError: it cannot be read.
        """
        document = Document.read(self.path)
        self._remember(document.to_bytes())
        return document

    def unsaved(self) -> Document | None:
        """Work that was never saved, if there is some that differs from the file."""
        try:
            data = self.aside.read_bytes()
        except OSError:
            return None
        return None if data == self._seen else Document.parse(data, self.path)

    def save(self, document: Document) -> None:
        """Replace the file; nothing is unsaved then.

        Raises:
            FileFaultError: it cannot be written; the old file stands.
        """
        data = document.to_bytes()
        _write(self.path, data)
        self._remember(data)
        self.forget_unsaved()

    def keep_unsaved(self, document: Document) -> None:
        """Write the side file.

        Raises:
            FileFaultError: it cannot be written.
        """
        _write(self.aside, document.to_bytes())

    def forget_unsaved(self) -> None:
        """Remove the side file; one that cannot be removed is offered once more."""
        try:
            self.aside.unlink(missing_ok=True)
        except OSError:
            return

    def is_saved(self, document: Document) -> bool:
        """Whether the file, when last seen, held this very text."""
        return document.to_bytes() == self._seen

    def has_changed_outside(self) -> bool:
        """Whether another program has written the file since. Asks the disk once."""
        stamp = _stamp(self.path)
        if stamp is None or stamp == self._stamp:
            return False
        try:
            data = self.path.read_bytes()
        except OSError:
            return False
        self._stamp = stamp
        return data != self._seen

    def leave_as_it_is(self) -> None:
        """Go on with one's own text: what is on disk now has been seen."""
        self._stamp = _stamp(self.path)

    def _remember(self, data: bytes) -> None:
        self._seen = data
        self._stamp = _stamp(self.path)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _write(path: Path, data: bytes) -> None:
    try:
        atomic.write_bytes(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileFaultError(path, "", reason, "a file that can be written") from error
