"""Checking files and folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import HEADER

from game.charts.check import charts_below, check_path, check_paths
from game.charts.issues import Issue

GOOD = f"{HEADER}P1 kick |o---|\n"
WITH_AUDIO = f"{HEADER}audio: song.ogg\noffset: -0.5\nP1 kick |oooo|\n"


def written(folder: Path, name: str, text: str = GOOD) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_chart_has_no_issues(tmp_path: Path) -> None:
    assert check_path(written(tmp_path, "a.duet")) == []


def test_a_folder_is_all_charts_in_and_below_it(tmp_path: Path) -> None:
    names = ["b/b.duet", "a.duet", "c/d/E.DUET"]
    paths = [written(tmp_path, name) for name in names]
    written(tmp_path, "b/notes.txt")
    (tmp_path / "folder.duet").mkdir()
    assert charts_below(tmp_path) == sorted(paths)


def test_issues_come_with_their_chart_in_the_order_of_the_paths(tmp_path: Path) -> None:
    late = written(tmp_path, "z.duet", f"{HEADER}P1 kick |q---|\n")
    early = written(tmp_path, "songs/a.duet", f"{HEADER}P1 snar |x|\nP1 kick |o--|\n")
    found = check_paths([late, tmp_path / "songs", written(tmp_path, "good.duet")])
    assert [(path, issue.line, issue.severity) for path, issue in found] == [
        (late, 4, "error"),
        (early, 4, "error"),
        (early, 5, "warning"),
    ]


def test_a_folder_without_charts_is_an_issue(tmp_path: Path) -> None:
    message = "found no chart in this folder, expected a .duet file"
    assert check_paths([tmp_path]) == [(tmp_path, Issue(0, 0, "error", message))]


def test_what_cannot_be_read_is_an_issue(tmp_path: Path) -> None:
    reasons = {
        tmp_path / "none.duet": "the chart cannot be read: ",
        tmp_path / ("n" * 5_000 + ".duet"): "the chart cannot be read: ",
        written(tmp_path, "a.txt"): 'found a file named "a.txt", expected a chart whose name ends',
    }
    for path, reason in reasons.items():
        (issue,) = check_path(path)
        assert (issue.line, issue.column, issue.severity) == (0, 0, "error")
        assert issue.message.startswith(reason)


def test_audio_that_is_not_there_is_a_warning_at_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, "a.duet", WITH_AUDIO)
    message = 'found no file "song.ogg" beside the chart'
    assert Issue(4, 8, "warning", message) in check_path(path)
    written(tmp_path, "Song.ogg")
    assert Issue(4, 8, "warning", message, 'did you mean "Song.ogg"?') in check_path(path)


def test_a_name_that_no_file_can_have_is_a_warning(tmp_path: Path) -> None:
    path = written(tmp_path, "a.duet", f"{HEADER}audio: {'a' * 3_000}.ogg\nP1 kick |o|\n")
    assert [issue.severity for issue in check_path(path)] == ["warning"]


@pytest.mark.parametrize(
    ("length_s", "late"),
    # The notes lie at -0.5, 0, 0.5 and 1 s of the audio.
    [(None, 0), (1.0, 0), (0.999, 1), (0.25, 2)],
)
def test_the_length_of_the_audio_is_asked_for(
    tmp_path: Path, length_s: float | None, late: int
) -> None:
    asked: list[Path] = []

    def audio_length_s(path: Path) -> float | None:
        asked.append(path)
        return length_s

    path = written(tmp_path, "a.duet", WITH_AUDIO)
    audio = written(tmp_path, "song.ogg")
    messages = [issue.message for issue in check_path(path, audio_length_s)]
    assert asked == [audio]
    early = "1 note lies before the audio starts"
    after = {1: ["1 note lies after the audio ends"], 2: ["2 notes lie after the audio ends"]}
    assert messages == [early, *after.get(late, [])]
