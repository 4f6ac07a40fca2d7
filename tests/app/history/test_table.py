"""Plays for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from kept_plays import play

from game.app.history.table import HEADER, save, table_text


def rows(*plays) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table_text(plays), newline="")))


def test_a_play_is_a_line_with_everything_in_it() -> None:
    (row,) = rows(play(("미나", "Jun"), song='Ash, "quick"'))
    assert tuple(row) == HEADER
    assert None not in row.values()
    assert row["song"] == 'Ash, "quick"'
    assert (row["duet_score"], row["together"], row["typical_gap_us"]) == ("822000", "61", "14750")
    assert (row["p1_name"], row["p2_name"], row["p2_is_bot"]) == ("미나", "Jun", "0")
    assert (row["p1_median_offset_us"], row["p1_offset_from"]) == ("-4200", "measured")
    assert row["p1_measured_on"] == "2026-05-01"


def test_what_is_unknown_is_empty() -> None:
    (row,) = rows(play(together=None))
    assert (row["together"], row["typical_gap_us"]) == ("", "")


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+49", "-Jun-", "@home", '=HYPERLINK("http://x")', " =1", "\t=1", "＝１", "＠home"],
)
def test_a_name_is_never_a_formula(name: str) -> None:
    (row,) = rows(play((name, "Jun"), song=name, replay=name))
    assert row["p1_name"] == row["song"] == row["replay"] == f"'{name}"


@pytest.mark.parametrize("name", ["Mina", "", "a=b", "'quoted", "Jean-Luc"])
def test_other_names_stay_as_they_are(name: str) -> None:
    (row,) = rows(play((name, "Jun")))
    assert row["p1_name"] == name


def test_the_file_tells_excel_that_it_is_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "tables" / "ours.csv"
    save([play(("日本", "Jun"))], path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfplayed_at,song,")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert [each.name for each in path.parent.iterdir()] == ["ours.csv"]
