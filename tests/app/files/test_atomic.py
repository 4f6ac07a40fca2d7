from pathlib import Path

import pytest

from game.app.files import atomic


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.txt"
    atomic.write_text(path, "one")
    atomic.write_text(path, "둘\n")
    assert path.read_bytes() == "둘\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.txt"
    atomic.write_text(path, "old")

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        atomic.write_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_set_aside_takes_its_companions_along_and_never_a_name_twice(
    tmp_path: Path,
) -> None:
    path = tmp_path / "file.db"
    for text in ("one", "two"):
        path.write_text(text, encoding="utf-8")
        path.with_name("file.db-journal").write_text(f"{text}'s", encoding="utf-8")
        atomic.set_aside(path, companions=("-journal", "-wal"))
    kept = {each.name: each.read_text(encoding="utf-8") for each in tmp_path.iterdir()}
    assert kept == {
        "file.db.broken-1": "one",
        "file.db.broken-1-journal": "one's",
        "file.db.broken-2": "two",
        "file.db.broken-2-journal": "two's",
    }
