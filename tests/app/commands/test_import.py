"""`import`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.cli import main

CHART = Path(__file__).parents[3] / "charts" / "first-steps" / "first-steps.duet"


def test_a_midi_file_becomes_a_chart_that_is_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    midi, folder = tmp_path / "song.mid", tmp_path / "song"
    assert main(["export", str(CHART), "--to", "mid", "-o", str(midi)]) == 0
    capsys.readouterr()
    assert main(["import", str(midi), "-o", str(folder)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == str(folder / "song.duet")
    assert "median 0.0 ms" in told[2]
    assert main(["check", str(folder)]) == 0
    # A second time the chart is there already.
    assert main(["import", str(midi), "-o", str(folder)]) == 1
    assert "found a chart, expected a new place" in capsys.readouterr().err


def test_a_file_that_is_no_midi_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(CHART)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
