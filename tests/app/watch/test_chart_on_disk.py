"""A chart on disk is read again whenever another program has written it, and has finished."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.app.watch.chart_on_disk import ChartOnDisk, playable
from game.charts.document import Document

MS = 1_000_000
ONE = b"#duet 1\ntitle: T\nbpm: 120\n\nP1 kick |o---|\nP2 kick |o---|\n"
OTHER = ONE.replace(b"|o---|", b"|o-o-|")


def in_place(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def by_renaming(path: Path, data: bytes) -> None:
    new = path.with_suffix(".new")
    new.write_bytes(data)
    new.replace(path)


def with_a_backup(path: Path, data: bytes) -> None:
    path.rename(path.with_suffix(".old"))
    path.write_bytes(data)


class Looking:
    """Looks each 10 ms, at a clock that is moved by hand."""

    def __init__(self, path: Path) -> None:
        self.file = ChartOnDisk(path)
        self.now_ns = 0

    def look(self, ms: int = 0) -> list[bytes]:
        """What is read from now on until so much later."""
        found = []
        for _ in range(ms // 10 + 1):
            document = self.file.look(self.now_ns)
            found += [] if document is None else [document.to_bytes()]
            self.now_ns += 10 * MS
        return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "one.duet"
    path.write_bytes(ONE)
    return path


def test_the_first_text_is_there_at_once(path: Path) -> None:
    assert Looking(path).look() == [ONE]


def test_a_text_that_stays_is_read_once(path: Path) -> None:
    assert Looking(path).look(ms=1_000) == [ONE]


@pytest.mark.parametrize("save", [in_place, by_renaming, with_a_backup])
def test_another_text_is_read_once_it_is_at_rest(
    save: Callable[[Path, bytes], None], path: Path
) -> None:
    looking = Looking(path)
    looking.look()
    save(path, OTHER)
    assert looking.look() == []
    assert looking.look(ms=50) == [OTHER]
    assert looking.look(ms=1_000) == []


def test_a_text_that_is_written_in_steps_is_read_when_the_last_one_is_done(path: Path) -> None:
    looking = Looking(path)
    looking.look()
    with path.open("wb") as file:
        assert looking.look(ms=250) == [], "an empty file may be about to be filled"
        for at in range(0, len(OTHER), 20):
            file.write(OTHER[at : at + 20])
            file.flush()
            assert looking.look() == []
    assert looking.look(ms=50) == [OTHER]


def test_a_file_that_stays_empty_is_an_empty_text(path: Path) -> None:
    looking = Looking(path)
    looking.look()
    path.write_bytes(b"")
    assert looking.look(ms=400) == [b""]


def test_the_same_text_written_anew_is_nothing_new(path: Path) -> None:
    looking = Looking(path)
    looking.look()
    os.utime(path, ns=(5, 5))
    assert looking.look(ms=100) == []


def test_a_file_is_gone_when_it_is_missing_for_a_second(path: Path) -> None:
    looking = Looking(path)
    looking.look()
    path.unlink()
    looking.look(ms=900)
    assert not looking.file.is_gone
    looking.look(ms=200)
    assert looking.file.is_gone
    path.write_bytes(OTHER)
    assert looking.look(ms=50) == [OTHER]
    assert not looking.file.is_gone


def test_a_file_that_is_too_large_is_a_fault_until_it_is_mended(path: Path) -> None:
    looking = Looking(path)
    looking.look()
    path.write_bytes(b"x" * 2_000_001 + b"\n" * 200_000)
    assert looking.look(ms=50) == []
    assert looking.file.fault is not None
    path.write_bytes(ONE)
    assert looking.look(ms=50) == [ONE]
    assert looking.file.fault is None


@pytest.mark.parametrize(
    ("text", "is_playable"),
    [(ONE, True), (ONE.replace(b"o", b"q", 1), False), (b"", False), (ONE[:27], False)],
    ids=["good", "with a fault", "empty", "without bars"],
)
def test_a_text_is_playable_without_faults_and_with_bars(text: bytes, is_playable: bool) -> None:
    assert (playable(Document.parse(text)) is not None) is is_playable
