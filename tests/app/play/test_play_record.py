"""Replays on disk."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from rhythm import seat

from game.app.play import record as play_record
from game.duet.duet import Duet
from game.duet.replay import Hands, Replay, record
from game.duet.replay_reader import read_replay
from game.errors import ReplayError


def replay() -> Replay:
    return record(Duet([seat("snare x---")]), [Hands()], "digest", "Title")


def test_a_replay_reads_back_as_it_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "play.json"
    play_record.save(replay(), path)
    assert read_replay(path) == replay()
    assert [each.name for each in path.parent.iterdir()] == ["play.json"]


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ReplayError, match="expected a file that can be written"):
        play_record.save(replay(), tmp_path / "file" / "play.json")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Two Kits", "2026-01-02 03.04.05 Two Kits.json"),
        ("What/is: this?", "2026-01-02 03.04.05 What is this.json"),
        ("아리랑", "2026-01-02 03.04.05 아리랑.json"),
        ("...", "2026-01-02 03.04.05 song.json"),
        ("x" * 99, f"2026-01-02 03.04.05 {'x' * 60}.json"),
    ],
)
def test_a_replays_name_fits_every_file_system(title: str, name: str) -> None:
    assert play_record.replay_name(title, datetime(2026, 1, 2, 3, 4, 5)) == name
