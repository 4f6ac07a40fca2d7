"""The command line, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.app.cli import main

ROOT = Path(__file__).parents[3]
CHART = ROOT / "charts" / "first-steps" / "first-steps.duet"
DUET = ROOT / "charts" / "two-kits" / "two-kits.duet"

FAULTY = """#duet 1
title: Faulty
bpm: 120

P1 snar |x---|
P2 kick |o---|
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.duet"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_check_has_nothing_to_say_of_a_good_chart(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CHART)]) == 0
    assert capsys.readouterr().out == ""


def test_check_says_file_line_column_and_hint(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(faulty)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{faulty}:5:4: error: ")
    assert 'did you mean "snare"?' in line


def test_check_gives_the_same_as_json(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(faulty), "--json"]) == 1
    (issue,) = json.loads(capsys.readouterr().out)
    assert {"path", "line", "column", "severity", "message", "hint"} == set(issue)
    assert (issue["path"], issue["line"], issue["column"]) == (str(faulty), 5, 4)


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "odd.duet"
    path.write_text(FAULTY.replace("snar |x---|", "snare |x----|"), encoding="utf-8")
    assert main(["check", str(path)]) == 0


def test_a_chart_that_is_not_there_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["events", "nowhere.duet", "--json"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("nowhere.duet:0:0: error: ")
    assert len(captured.err.splitlines()) == 1


@pytest.mark.parametrize("words", [["dance"], ["events"], ["simulate", "x.duet", "--level", "6"]])
def test_wrong_usage_exits_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2


def test_events_lists_the_notes_of_both_players(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["events", str(CHART), "--json"]) == 0
    events = json.loads(capsys.readouterr().out)
    assert events["format"] == "drum-duet-events/1"
    assert events["title"] == "First Steps"
    assert {note["player"] for note in events["notes"]} == {1, 2}
    assert events["bar_lines_us"][0] == 0


def test_events_of_one_player_in_a_layout(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["events", str(CHART), "--player", "2", "--layout", "two", "--json"]) == 0
    events = json.loads(capsys.readouterr().out)
    assert {note["player"] for note in events["notes"]} == {2}
    assert {note["lane"] for note in events["notes"]} <= {"high", "low"}


def test_each_player_may_have_a_layout_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["events", str(CHART), "--layout", "kit", "--layout2", "two", "--json"]
    assert main(words) == 0
    notes = json.loads(capsys.readouterr().out)["notes"]
    assert {note["lane"] for note in notes if note["player"] == 2} <= {"high", "low"}
    assert not {note["lane"] for note in notes if note["player"] == 1} & {"high", "low"}


def test_two_perfect_bots_play_a_perfect_duet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", str(CHART), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    for player in result["players"]:
        assert player["score"] == 1_000_000
        assert player["perfect"] == player["notes"] == player["max_combo"]
    assert result["duet_score"] >= 1_000_000


def test_a_simulated_duet_says_how_together_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["simulate", str(DUET), "--p1", "bot:0,14", "--p2", "bot:20,14,0.4"]
    assert main([*words, "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    together = result["together"]
    assert together["low"] < together["score"] < together["high"]
    assert together["relative"] is False
    follows, behind = result["sentences"]
    assert follows == "P2 moved toward P1’s timing more often than the other way round."
    assert behind.startswith("P2 likes to sit a little behind the beat")
    assert main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    low, high = together["low"], together["high"]
    assert lines[3].startswith(f"Together: {together['score']} ({low} to {high}); ")
    assert lines[4:] == result["sentences"]


def test_too_few_pairs_say_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "short.duet"
    path.write_text("#duet 1\ntitle: Short\nbpm: 120\n\nP1 snare |x---|\nP2 kick |o---|\n")
    assert main(["simulate", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[3:] == ["Together: unknown; pairs: 1"]


def test_the_same_seed_plays_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["simulate", str(CHART), "--p1", "bot:0,20", "--p2", "bot:5,30,0.4", "--json", "--seed"]
    outputs = []
    for seed in ("7", "7", "8"):
        assert main([*words, seed]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] != outputs[2]


@pytest.mark.parametrize("text", ["bott", "bot:x", "bot:1,2,3,4", "bot:0,-5"])
def test_a_bot_that_is_none_is_explained(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", str(CHART), "--p2", text]) == 1
    error = capsys.readouterr().err
    assert text in error
    assert "bot:0,14" in error


def test_fmt_changes_a_messy_chart_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "messy.duet"
    path.write_text(
        "#duet 1\ntitle: Messy\nbpm: 120\n\nP1   snare|x---|--x-|\nP2 kick   |o---|o---|\n",
        encoding="utf-8",
    )
    assert main(["fmt", "--check", str(path)]) == 1
    assert main(["fmt", str(path)]) == 0
    assert str(path) in capsys.readouterr().out
    assert main(["fmt", "--check", str(path)]) == 0
    assert "P1 snare |x---|--x-|" in path.read_text(encoding="utf-8")


def test_verify_tells_a_file_that_is_no_replay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "replay.json"
    path.write_text("{}", encoding="utf-8")
    assert main(["verify", str(path), "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert found["same"] is False
    assert found["path"] == str(path)
    assert str(path) in found["differences"][0]
