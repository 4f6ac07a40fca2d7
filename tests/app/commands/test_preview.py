"""`preview`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame
import pytest

from game.app.cli import main

CHARTS = Path(__file__).parents[3] / "charts"
SHORT = CHARTS / "first-steps" / "first-steps.duet"
LONG = CHARTS / "two-kits" / "two-kits.duet"


def preview(*words: object) -> int:
    return main(["preview", *map(str, words)])


def pixels(path: Path) -> np.ndarray:
    return pygame.surfarray.array3d(pygame.image.load(path))


def test_a_short_chart_is_one_page_of_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "sheet.png"
    assert preview(SHORT, "--png", target) == 0
    assert capsys.readouterr().out == f"{target}\n"
    page = pixels(target)
    assert page.shape == (1240, 1754, 3)
    assert page[0, 0].tolist() == [255, 255, 255]
    assert page.min() < 64


def test_a_long_chart_becomes_numbered_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert preview(LONG, "--png", tmp_path / "sheet.png", "--width", 400) == 0
    said = capsys.readouterr().out.split()
    assert said == [str(tmp_path / f"sheet-{number}.png") for number in range(1, len(said) + 1)]
    assert len(said) > 2
    assert sorted(map(str, tmp_path.iterdir())) == sorted(said)
    assert {pixels(Path(path)).shape for path in said} == {(400, 566, 3)}


def test_it_needs_no_display(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "x11")
    monkeypatch.delenv("DISPLAY", raising=False)
    pygame.display.quit()
    assert preview(SHORT, "--png", tmp_path / "sheet.png", "--width", 400) == 0


def test_an_excerpt_is_one_picture_as_high_as_its_music(tmp_path: Path) -> None:
    one, all_of_it = tmp_path / "one.png", tmp_path / "all.png"
    assert preview(LONG, "--png", one, "--section", "verse", "--cut") == 0
    assert preview(LONG, "--png", all_of_it, "--cut") == 0
    assert pixels(one).shape[1] < 900
    assert pixels(all_of_it).shape[1] > 5 * 900


def test_an_easier_level_draws_less(tmp_path: Path) -> None:
    inks = []
    for level in (1, 5):
        target = tmp_path / f"{level}.png"
        assert preview(LONG, "--png", target, "--bars", "1-8", "--level", level) == 0
        inks.append((pixels(target) < 128).sum())
    assert inks[0] < inks[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--bars", "5-99"), "within 1-8"),
        (("--section", "Cal"), "expected one of Call and answer"),
        (("--section", "Call and anser"), "did you mean"),
    ],
)
def test_bars_that_are_not_there_are_one_sentence(
    words: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert preview(SHORT, "--png", tmp_path / "sheet.png", *words) == 1
    err = capsys.readouterr().err
    assert said in err
    assert len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_broken_chart_is_one_sentence_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.duet"
    broken.write_text("#duet 1\ntitle: A\nbpm: 120\nP1 snar |x|\n", encoding="utf-8")
    assert preview(broken, "--png", tmp_path / "sheet.png") == 1
    assert f"{broken}:4:" in capsys.readouterr().err


def test_a_chart_without_bars_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.duet"
    empty.write_text("#duet 1\ntitle: A\nbpm: 120\n", encoding="utf-8")
    assert preview(empty, "--png", tmp_path / "sheet.png") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("name", ["missing.duet", "folder"])
def test_a_chart_that_is_not_there_is_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    assert preview(tmp_path / name, "--png", tmp_path / "sheet.png") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("name", ["sheet.jpg", "sheet", "taken/sheet.png"])
def test_a_place_that_cannot_be_written_is_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    assert preview(SHORT, "--png", tmp_path / name) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.parametrize("words", [("--level", "6"), ("--width", "10"), ("--width", "wide")])
def test_other_values_are_wrong_usage(words: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        preview(SHORT, "--png", tmp_path / "sheet.png", *words)
    assert left.value.code == 2
