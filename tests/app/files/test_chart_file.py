"""A chart's file while it is edited: nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.files.chart_file import ChartFile
from game.app.files.chart_folders import begin_chart, is_shipped, own_copy
from game.charts.document import Document
from game.errors import FileFaultError

TEXT = "#duet 1\ntitle: T\nbpm: 120\nP1 kick |o---|\nP2 kick |o---|\n"


@pytest.fixture
def file(tmp_path: Path) -> ChartFile:
    path = tmp_path / "song.duet"
    path.write_text(TEXT, encoding="utf-8")
    return ChartFile(path)


def other(file: ChartFile, text: str = "oo--") -> Document:
    return Document.parse(TEXT.replace("o---", text), file.path)


def test_unsaved_work_is_offered_until_it_is_saved_or_forgotten(file: ChartFile) -> None:
    file.read()
    assert file.unsaved() is None
    file.keep_unsaved(other(file))
    again = ChartFile(file.path)
    again.read()
    found = again.unsaved()
    assert found is not None
    assert found.to_bytes() == other(file).to_bytes()
    again.save(found)
    assert again.unsaved() is None
    assert not again.aside.exists()
    assert file.path.read_bytes() == found.to_bytes()


def test_what_was_kept_and_equals_the_file_is_no_unsaved_work(file: ChartFile) -> None:
    file.keep_unsaved(file.read())
    assert file.unsaved() is None


def test_another_programs_change_is_noticed_once(file: ChartFile) -> None:
    file.read()
    assert not file.has_changed_outside()
    file.path.write_text(TEXT + "// more\n", encoding="utf-8")
    assert file.has_changed_outside()
    assert not file.has_changed_outside()


def test_a_file_that_was_only_touched_has_not_changed(file: ChartFile) -> None:
    file.read()
    file.path.write_bytes(file.path.read_bytes())
    assert not file.has_changed_outside()


def test_ones_own_save_is_no_change(file: ChartFile) -> None:
    document = file.read()
    file.save(other(file))
    assert not file.has_changed_outside()
    assert file.is_saved(other(file))
    assert not file.is_saved(document)


def test_a_file_that_cannot_be_written_says_so_and_stands(file: ChartFile) -> None:
    file.read()
    file.path.unlink()
    file.path.mkdir()
    with pytest.raises(FileFaultError, match=r"song\.duet"):
        file.save(other(file))


def test_a_song_of_the_game_is_copied_with_its_audio_once(tmp_path: Path) -> None:
    song = tmp_path / "game" / "charts" / "tune"
    song.mkdir(parents=True)
    (song / "tune.duet").write_text(TEXT, encoding="utf-8")
    (song / "tune.ogg").write_bytes(b"sound")
    assert is_shipped(song / "tune.duet", tmp_path / "game")
    copy = own_copy(song / "tune.duet", tmp_path / "songs")
    assert copy == tmp_path / "songs" / "tune" / "tune.duet"
    assert (copy.parent / "tune.ogg").read_bytes() == b"sound"
    copy.write_text("mine", encoding="utf-8")
    assert own_copy(song / "tune.duet", tmp_path / "songs").read_text(encoding="utf-8") == "mine"
    assert not is_shipped(copy, tmp_path / "game")


@pytest.mark.parametrize(
    ("title", "name"),
    [("My Song", "my-song"), ("../x", "x"), ("안녕", "안녕"), ("???", "song")],
)
def test_a_new_chart_gets_a_folder_of_its_own(tmp_path: Path, title: str, name: str) -> None:
    first, second = begin_chart(title, tmp_path), begin_chart(title, tmp_path)
    assert first == tmp_path / name / f"{name}.duet"
    assert second.parent.name == f"{name}-2"
    assert Document.read(first).chart().meta.title == title
