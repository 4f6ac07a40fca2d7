"""The shelf's file: read when it is first needed, written whole or not at all."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from game.app.files import atomic
from game.app.shelf.pair import SignedPair
from game.app.shelf.table import VERSION, read_pairs, shelf_text, version_of
from game.errors import ShelfError

_log = logging.getLogger(__name__)


class Shelf:
    """The pairs of sticks that are kept, the oldest first.

    What goes wrong is told and never loses a file: a broken one is set aside, a newer one is left
    alone, and then nothing is written.
    """

    def __init__(self, path: Path, tell: Callable[[ShelfError], None]) -> None:
        self._path = path
        self._tell = tell
        self._pairs: tuple[SignedPair, ...] | None = None
        self._is_writable = True

    @property
    def pairs(self) -> tuple[SignedPair, ...]:
        if self._pairs is None:
            self._pairs = self._read()
        return self._pairs

    def add(self, pair: SignedPair) -> bool:
        """Put a pair onto the shelf; whether it is on the disk."""
        return self._keep((*self.pairs, pair))

    def remove(self, pair: SignedPair) -> bool:
        """Take a pair off the shelf; whether it is gone from the disk."""
        return self._keep(tuple(each for each in self.pairs if each is not pair))

    def _keep(self, pairs: tuple[SignedPair, ...]) -> bool:
        self._pairs = pairs
        if not self._is_writable:
            return False
        try:
            atomic.write_text(self._path, shelf_text(pairs))
        except OSError as error:
            self._fail(error.strerror or str(error), "a file that can be written")
            return False
        return True

    def _read(self) -> tuple[SignedPair, ...]:
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as error:
            self._is_writable = False
            self._fail(error.strerror or str(error), "a file that can be read")
            return ()
        try:
            return read_pairs(self._path, data)
        except ShelfError as fault:
            self._put_by(data, fault)
            return ()

    def _put_by(self, data: bytes, fault: ShelfError) -> None:
        version = version_of(data)
        if version > VERSION:
            self._is_writable = False
            self._fail(
                f"version {version}", f"{VERSION}: a newer Drum Duet wrote it, so it stays as it is"
            )
            return
        _log.warning("%s", fault)
        try:
            aside = atomic.set_aside(self._path)
        except OSError:
            self._is_writable = False
            self._tell(fault)
            return
        self._tell(
            ShelfError(self._path, fault.place, fault.found, fault.expected, f"kept as {aside}")
        )

    def _fail(self, found: str, expected: str) -> None:
        fault = ShelfError(self._path, "", found, expected)
        _log.warning("%s", fault)
        self._tell(fault)
