"""Files of all earlier versions are read for ever."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from kept_plays import play

from game.app.history.database import Database
from game.app.history.history import History
from game.app.history.migrations import MIGRATIONS, VERSION, migrate, version_of

LITERALS = sorted(Path(__file__).parent.glob("version_*.sql"))
"""One file of each version, as its program wrote it, each with the same one play."""


def shape(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """Tables and their columns."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        (table, column[1], column[2])
        for (table,) in tables
        for column in connection.execute(f"PRAGMA table_info({table})")
    }


def new() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    return connection


def test_there_is_a_literal_of_every_version() -> None:
    assert [path.stem for path in LITERALS] == [f"version_{n + 1}" for n in range(VERSION)]


@pytest.mark.parametrize("literal", LITERALS, ids=lambda path: path.stem)
def test_an_old_file_becomes_one_of_today_and_keeps_its_play(literal: Path, tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript(literal.read_text(encoding="utf-8"))
    connection.close()
    faults: list[Exception] = []
    database = Database(path, faults.append)
    assert History(database).plays() == (play(),)
    assert faults == []
    database.close()
    connection = sqlite3.connect(path)
    assert shape(connection) == shape(new())
    assert version_of(connection) == VERSION
    connection.close()


def test_a_new_file_has_the_present_version() -> None:
    assert version_of(new()) == VERSION == len(MIGRATIONS)


def test_a_step_that_fails_leaves_the_file_as_it_was() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE parts (mine)")
    before = shape(connection)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(connection)
    assert shape(connection) == before
    assert version_of(connection) == 0
