"""The history's file: opened when it is first needed, kept whole, never lost silently.

A broken file is set aside with a message and an empty one takes its place; a newer one is left
alone. Where the disk cannot be used, the history lasts until the players leave.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from game.app.files import atomic
from game.app.files.plain_faults import found_by
from game.app.history.migrations import VERSION, migrate, version_of
from game.errors import HistoryError

_log = logging.getLogger(__name__)

_PATIENCE_S = 2.0
"""How long another program may hold the file before a write is given up."""

_IN_MEMORY = ":memory:"
_PRIMARY_CODE = 0xFF
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_UNREADABLE = _BROKEN | {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
"""Of a file that is just being opened: tables that are not ours as well."""

_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})

_WORDS = {
    sqlite3.SQLITE_FULL: "a full disk",
    sqlite3.SQLITE_READONLY: "a file that cannot be written",
    sqlite3.SQLITE_BUSY: "a file that another program holds",
    sqlite3.SQLITE_LOCKED: "a file that another program holds",
    sqlite3.SQLITE_CANTOPEN: "a file that cannot be opened",
    sqlite3.SQLITE_PERM: "that it may not be touched",
    sqlite3.SQLITE_NOTADB: "no database",
    sqlite3.SQLITE_CORRUPT: "a damaged database",
}

Rows = list[sqlite3.Row]
Work = Callable[[sqlite3.Connection], object]


class Database:
    """One file, used by one thread. Its methods tell faults and raise none."""

    def __init__(self, path: Path, tell: Callable[[HistoryError], object]) -> None:
        """`tell` gets each fault as a sentence for the players."""
        self.path = path
        self._tell = tell
        self._connection: sqlite3.Connection | None = None

    def look(self) -> None:
        """Open the file if there is one, so that its faults are told now."""
        if self._connection is None and self.path.exists():
            self._open()

    def rows(self, query: str, values: Sequence[object] = ()) -> Rows:
        """What a query finds; nothing where that cannot be told."""
        self.look()
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._take(error, "the history is not shown")
            return []

    def write(self, work: Work, lost: str) -> bool:
        """Do all of `work` or nothing of it; True if it was done and is on the disk.

        Args:
            lost: what it means for the players if it could not be done.
        """
        connection = self._connection or self._open()
        if connection is None:
            return False
        try:
            connection.execute("BEGIN IMMEDIATE")
            work(connection)
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            connection.rollback()
            self._take(error, lost)
            return False
        return True

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection | None:
        """The file, or what stands in for it; None if it may be free the next time."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _opened(self.path)
        except OSError as error:
            self._connection = self._unwritten(found_by(error))
        except _NewerError as error:
            self._connection = self._unwritten(f"version {error}", f"at most {VERSION}")
        except sqlite3.Error as error:
            code = _code(error)
            if code in _UNREADABLE:
                self._connection = self._replaced(_found(error))
            elif code in _HELD:
                self._fault(_found(error), "one that is free", "try again in a moment")
            else:
                self._connection = self._unwritten(_found(error))
        return self._connection

    def _take(self, error: sqlite3.Error, hint: str) -> None:
        """A fault of a file that opened well."""
        _log.warning("%s: %s", self.path, error)
        if _code(error) in _BROKEN:
            self.close()
            self._connection = self._replaced(_found(error))
        else:
            self._fault(_found(error), "a history that can be used", hint)

    def _replaced(self, found: str) -> sqlite3.Connection:
        """An empty file in the place of a broken one."""
        expected = "a history of Drum Duet"
        try:
            aside = atomic.set_aside(self.path, companions=("-journal", "-wal", "-shm"))
            connection = _opened(self.path)
        except (OSError, sqlite3.Error):
            return self._unwritten(found, expected)
        self._fault(found, expected, f"it was kept as {aside.name}, a new history begins")
        return connection

    def _unwritten(
        self, found: str, expected: str = "a file that can be written"
    ) -> sqlite3.Connection:
        """A history that lasts as long as the program: the file is left as it is."""
        self._fault(found, expected, "it is left as it is; new plays are kept until you leave")
        return _opened(_IN_MEMORY)

    def _fault(self, found: str, expected: str, hint: str) -> None:
        fault = HistoryError(self.path, "", found, expected, hint)
        _log.warning("%s", fault)
        self._tell(fault)


class _NewerError(Exception):
    """A file that a newer program wrote."""


def _opened(path: Path | str) -> sqlite3.Connection:
    """A connection to a whole file of the present version.

    Raises:
        sqlite3.Error: the file cannot be used.
        _NewerError: it is left as it was.
    """
    connection = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
    try:
        version = version_of(connection)
        if version > VERSION:
            raise _NewerError(version)
        _check(connection)
        # One file and its journal: a write that was cut off at any moment is undone by the next
        # reader. Nothing here is written often enough for a log ahead of it to be quicker.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection)
        connection.execute("SELECT pair, digest FROM plays JOIN parts ON play = id LIMIT 0")
    except BaseException:
        connection.close()
        raise
    connection.row_factory = sqlite3.Row
    return connection


def _check(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError for a file with damaged pages."""
    (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        error = sqlite3.DatabaseError(said)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _code(error: sqlite3.Error) -> int:
    """The kind of a fault; faults of this module itself have none."""
    code: Any = getattr(error, "sqlite_errorcode", None)
    return (code or 0) & _PRIMARY_CODE


def _found(error: sqlite3.Error) -> str:
    return _WORDS.get(_code(error), f"a fault ({error})")
