"""Replays as files: their shape, and that there is always a whole one."""

import json
from pathlib import Path

import pytest
from plays import small_replay

from game.duet.replay_reader import MAX_BYTES, read_replay
from game.duet.replay_writer import replay_json, replay_text
from game.errors import ReplayError


def test_the_shape_of_a_replay() -> None:
    shape = replay_json(small_replay())
    assert list(shape) == [
        "format",
        "chart",
        "rules",
        "rate_pct",
        "players",
        "timelines",
        "events",
        "marks",
        "result",
    ]
    assert shape["format"] == "drum-duet-replay/1"
    assert shape["chart"] == {"digest": "0" * 64, "title": "Two bars"}
    assert shape["rate_pct"] == 100
    assert shape["rules"]["tight"] == {
        "version": 1,
        "perfect_us": 18_000,
        "great_us": 36_000,
        "good_us": 60_000,
        "overhit_breaks_combo": True,
        "grace_early_us": 60_000,
        "grace_span_us": 80_000,
        "roll_early_us": 60_000,
        "great_points": 65,
        "good_points": 30,
    }
    assert shape["players"][0] == {
        "player": 1,
        "level": 5,
        "layout": "four",
        "rules": "tight",
        "device": "keyboard",
        "input_offset_us": -12_345,
        "calibrated": True,
    }
    assert [player["calibrated"] for player in shape["players"]] == [True, False]


def test_events_count_from_the_one_before_in_the_order_of_arrival() -> None:
    assert replay_json(small_replay())["events"] == [
        [-5_000, 2, "cymbal", 99],
        [8_000, 1, "kick", 99],
        [-3_000, 2, "tom", 99],
        [160_000, 1, "snare", 99],
    ]


def test_marks_are_time_player_and_kind() -> None:
    assert replay_json(small_replay())["marks"] == [
        [300_000, None, "pause"],
        [310_000, 2, "bot"],
    ]


def test_timelines_hold_all_that_the_measures_need() -> None:
    timeline = replay_json(small_replay())["timelines"][0]
    assert timeline["player"] == 1
    assert timeline["end_us"] == 400_000
    assert timeline["pulses"] == [[0, "0"]]
    assert timeline["leads"] == [[0, [1, 2]]]
    assert timeline["notes"][0] == {
        "at_us": 0,
        "piece": "kick",
        "lane": "kick",
        "stroke": "hit",
        "accent": True,
        "open": False,
        "shared": False,
        "beat": "0",
    }
    assert [note.get("end_us") for note in timeline["notes"]] == [None, None, None, 400_000]
    assert timeline["notes"][2]["beat"] == "1/2"


def test_a_file_reads_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "play.json"
    path.write_text(replay_text(small_replay()), encoding="utf-8")
    assert read_replay(path) == small_replay()


def test_a_member_a_line() -> None:
    text = replay_text(small_replay())
    assert len(text.splitlines()) == 11
    assert json.loads(text) == replay_json(small_replay())


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match="found No such file or directory, expected a replay"):
        read_replay(tmp_path / "none.json")


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "play.json"
    path.write_bytes(b'{"a": "\xff"}')
    with pytest.raises(ReplayError, match="byte 7: found no UTF-8, expected a replay's text"):
        read_replay(path)


def test_a_file_beyond_measure_is_said(tmp_path: Path) -> None:
    path = tmp_path / "play.json"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ReplayError, match="found a file over 64 MB"):
        read_replay(path)
