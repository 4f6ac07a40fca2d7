"""`drum-duet history`: what was kept, at the shell."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from kept_plays import fill, play

from game.app.cli import main
from game.app.files.folders import Folders
from game.app.history.database import Database


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """The player's folders, with two plays in them."""
    folders = Folders(tmp_path, tmp_path / "data", tmp_path, tmp_path)
    monkeypatch.setattr(Folders, "of_platform", lambda: folders)
    database = Database(folders.history, pytest.fail)
    fill(database, [play(), play(("", "Easy bot"), devices=("keyboard", "bot"), together=None)])
    database.close()
    return folders


def test_plays_are_listed_oldest_first(own, capsys):
    assert main(["history"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("  Ash  Mina & Jun  822,000  together 61")
    assert second.endswith("  Ash  P1 & Easy bot  700,000  together -")


def test_json_has_the_columns_of_the_table(own, capsys):
    assert main(["history", "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["song"], first["p1_name"], first["together"]) == ("Ash", "Mina", 61)
    assert (second["p2_is_bot"], second["together"]) == (1, None)
    assert first["p1_measured_on"] == "2026-05-01"


def test_a_table_is_written_where_it_is_wanted(own, tmp_path):
    path = tmp_path / "ours.csv"
    assert main(["history", "--csv", str(path)]) == 0
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["p2_is_bot"] for row in rows] == ["0", "1"]


def test_a_table_that_cannot_be_written_is_an_error(own, tmp_path, capsys):
    assert main(["history", "--csv", str(tmp_path / "data")]) == 1
    assert "expected a file that can be written" in capsys.readouterr().err


def test_a_broken_history_is_an_error_and_kept(own, capsys):
    own.history.write_bytes(b"no database at all, but long enough to be taken for one" * 20)
    assert main(["history"]) == 1
    assert "broken-1" in capsys.readouterr().err
