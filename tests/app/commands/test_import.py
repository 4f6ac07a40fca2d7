"""`import`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import mido
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


def played_midi(folder: Path) -> Path:
    """Two bars: the second one's backbeat is late, one sound is a cowbell, one is struck twice."""
    midi, track = folder / "song.mid", mido.MidiTrack()
    for ticks, note in ((0, 36), (0, 56), (960 * 4, 36), (960, 38), (40, 38)):
        track.append(mido.Message("note_on", channel=9, note=note, velocity=90, time=ticks))
    file = mido.MidiFile(ticks_per_beat=960)
    file.tracks.append(track)
    file.save(midi)
    return midi


def test_it_says_where_to_look_and_what_was_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["import", str(played_midi(tmp_path)), "--grid", "1", "-o", str(tmp_path / "a")]) == 0
    )
    assert capsys.readouterr().out.splitlines()[1:] == [
        "grid: 1 to a quarter note in 2 bars",
        "distance from it: median 0.0 ms, worst 20.8 ms",
        "look at: bar 2 (20.8 ms)",
        "left out: 1 stroke was on the same line as a louder one of that drum",
        "left out: MIDI note 56, played once, is none of the kit's drums",
    ]


def test_every_bar_can_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--grid", "1", "--bars", "-o", str(tmp_path / "a")]
    assert main(["import", str(played_midi(tmp_path)), *arguments]) == 0
    assert capsys.readouterr().out.splitlines()[3:5] == [
        "bar 1: 1 to a quarter note, median 0.0 ms, worst 0.0 ms",
        "bar 2: 1 to a quarter note, median 0.0 ms, worst 20.8 ms",
    ]


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (["--tracks", "2"], "found no drums in track 2, expected drum track 1"),
        (["--ghost", "90", "--accent", "80"], "expected ghosts to be softer than accents"),
    ],
)
def test_a_choice_that_cannot_be_is_one_sentence(
    choice: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(played_midi(tmp_path)), *choice]) == 1
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "choice", [["--tracks", "1,1"], ["--tracks", "x"], ["--grid", "0"], ["--ghost", "128"]]
)
def test_a_choice_that_is_no_number_is_wrong_usage(
    choice: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["import", "song.mid", *choice])
    assert left.value.code == 2
    assert f"argument {choice[0]}: found '{choice[1]}', expected" in capsys.readouterr().err
