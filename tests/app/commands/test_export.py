"""`export`, as it is typed."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import mido
import pytest

from game.app.cli import main

CHART = Path(__file__).parents[3] / "charts" / "first-steps" / "first-steps.duet"


def test_a_chart_becomes_a_midi_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.mid"
    assert main(["export", str(CHART), "--to", "mid", "-o", str(target)]) == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert [track.name for track in mido.MidiFile(target).tracks[1:]] == ["P1", "P2"]


def test_json_is_what_events_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.json"
    assert main(["export", str(CHART), "--to", "json", "-o", str(target)]) == 0
    capsys.readouterr()
    assert main(["events", str(CHART), "--json"]) == 0
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(capsys.readouterr().out)


def test_a_chart_becomes_sound(tmp_path: Path) -> None:
    target = tmp_path / "out.wav"
    assert main(["export", str(CHART), "--to", "wav", "-o", str(target)]) == 0
    with wave.open(str(target)) as file:
        assert file.getnframes() > 18 * file.getframerate()


def test_without_a_name_it_is_named_after_the_chart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", str(CHART), "--to", "mid"]) == 0
    assert (tmp_path / "first-steps.mid").is_file()


def test_a_place_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(CHART), "--to", "mid", "-o", str(tmp_path)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_another_format_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["export", str(CHART), "--to", "pdf"])
    assert left.value.code == 2
    assert "pdf" in capsys.readouterr().err
