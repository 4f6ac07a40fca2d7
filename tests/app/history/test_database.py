"""The history's file: never lost silently, never a crash."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from kept_plays import play

from game.app.history import database as databases
from game.app.history.database import Database
from game.app.history.history import History
from game.app.history.migrations import VERSION
from game.errors import HistoryError


class Kept:
    """A history in a file, and what it has told."""

    def __init__(self, path: Path) -> None:
        self.faults: list[HistoryError] = []
        self.database = Database(path, self.faults.append)
        self.history = History(self.database)

    @property
    def told(self) -> str:
        (fault,) = self.faults
        return str(fault)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


def filled(path: Path, plays: int = 200) -> None:
    kept = Kept(path)
    for day in range(plays):
        assert kept.history.add(play(day=day))
    kept.database.close()


def test_without_a_file_there_is_nothing_and_none_is_made(path: Path) -> None:
    kept = Kept(path)
    kept.database.look()
    assert kept.history.plays() == ()
    assert kept.faults == []
    assert not path.parent.exists()


def test_what_was_written_is_there_the_next_time(path: Path) -> None:
    filled(path, 2)
    kept = Kept(path)
    assert kept.history.plays() == (play(day=0), play(day=1))
    assert kept.faults == []


def test_a_file_that_is_no_database_is_set_aside_and_said_so(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"a shopping list, and nothing else at all" * 40)
    kept = Kept(path)
    kept.database.look()
    assert "history.sqlite3.broken-1" in kept.told
    assert "found no database" in kept.told
    assert path.with_name("history.sqlite3.broken-1").read_bytes().startswith(b"a shopping list")
    assert kept.history.add(play())
    assert Kept(path).history.plays() == (play(),)


def test_damaged_pages_are_noticed_before_they_are_believed(path: Path) -> None:
    filled(path)
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[4096 * page : 4096 * page + 64] = b"\xa5" * 64
    path.write_bytes(data)
    kept = Kept(path)
    assert kept.history.plays() == ()
    assert "found a damaged database" in kept.told
    assert path.with_name("history.sqlite3.broken-1").read_bytes() == data


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_set_aside(path: Path, share: float) -> None:
    filled(path)
    data = path.read_bytes()
    path.write_bytes(data[: round(len(data) * share)])
    kept = Kept(path)
    assert kept.history.plays() == ()
    assert kept.history.add(play())
    assert "broken-1" in kept.told


def test_a_file_that_breaks_while_it_is_used_is_set_aside_too(path: Path) -> None:
    filled(path)
    kept = Kept(path)
    kept.database.look()
    path.write_bytes(b"\xa5" * path.stat().st_size)
    assert kept.history.plays() == ()
    assert "broken-1" in kept.told
    assert kept.history.add(play())
    assert Kept(path).history.plays() == (play(),)


def test_another_programs_tables_are_set_aside_whole(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE plays (shakespeare TEXT)")
    connection.close()
    kept = Kept(path)
    kept.database.look()
    assert "broken-1" in kept.told


def test_a_version_without_its_tables_is_set_aside(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.close()
    kept = Kept(path)
    kept.database.look()
    assert "broken-1" in kept.told


def test_a_newer_file_is_left_alone_and_the_evening_is_kept_meanwhile(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE plays (something_new)")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    kept = Kept(path)
    assert kept.history.add(play())
    assert kept.history.plays() == (play(),)
    assert f"found version {VERSION + 1}, expected at most {VERSION}" in kept.told
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_folder_in_the_place_of_the_file_is_said_and_left(path: Path) -> None:
    path.mkdir(parents=True)
    kept = Kept(path)
    assert kept.history.add(play())
    assert kept.history.plays() == (play(),)
    assert "left as it is" in kept.told
    assert path.is_dir()


def test_a_file_in_the_place_of_the_folder_is_said(path: Path) -> None:
    path.parent.write_text("", encoding="utf-8")
    kept = Kept(path)
    assert kept.history.add(play())
    assert "a file in the place of its folder" in kept.told


def test_a_file_that_another_program_holds_is_used_as_soon_as_it_is_free(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "_PATIENCE_S", 0.0)
    filled(path, 1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    kept = Kept(path)
    assert not kept.history.add(play(day=1))
    assert "a file that another program holds" in kept.told
    other.execute("ROLLBACK")
    other.close()
    assert kept.history.add(play(day=2))
    assert kept.history.plays() == (play(), play(day=2))


@pytest.mark.parametrize(
    ("limit", "found"),
    [("query_only = ON", "a file that cannot be written"), ("max_page_count = 1", "a full disk")],
)
def test_a_write_that_fails_is_said_and_leaves_the_plays_before_it(
    path: Path, limit: str, found: str
) -> None:
    filled(path, 1)
    kept = Kept(path)
    kept.database.rows(f"PRAGMA {limit}")
    added = [kept.history.add(play(day=day)) for day in range(1, 40)]
    assert not added[-1]
    assert f"found {found}" in str(kept.faults[0])
    assert "this play is not in your history" in str(kept.faults[0])
    assert len(kept.history.plays()) == 1 + sum(added)


def test_a_play_is_written_whole_or_not_at_all(path: Path) -> None:
    filled(path, 1)
    kept = Kept(path)
    first = play(day=1).parts[0]
    assert not kept.history.add(replace(play(day=1), parts=(first, first)))
    assert len(kept.faults) == 1
    assert kept.history.plays() == (play(),)
