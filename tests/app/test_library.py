"""Charts are read in a thread; the list takes what has arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Semaphore, Thread
from threading import enumerate as running_threads

import pytest
from helpers import chart as parse

from game.app import library
from game.app.library import Library, Song, read_song

CHART = "#duet 1\ntitle: {title}\nbpm: 120\n\n== One ==\nP1 snare |x---|\n"


def put(path: Path, text: str = CHART) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.format(title=path.parent.name), encoding="utf-8")
    return path


def read_all(*folders: Path) -> tuple[Song, ...]:
    """What a library finds; each song that arrives ends one wait."""
    arrived = Semaphore(0)
    found = Library(folders, arrived.release)
    while found.step():
        arrived.acquire()
    return found.songs


@contextmanager
def held_reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Charts are not read before they are let through."""
    gate = Event()

    def waiting_read(path: Path, folder: str = "") -> Song:
        gate.wait()
        return read_song(path, folder)

    monkeypatch.setattr(library, "read_song", waiting_read)
    yield gate.set
    gate.set()


def readers() -> list[Thread]:
    return [thread for thread in running_threads() if thread.name == "library"]


def test_all_charts_below_the_folders_come_sorted_by_title(tmp_path: Path) -> None:
    put(tmp_path / "b" / "Birch" / "song.duet")
    put(tmp_path / "a" / "deep" / "Cedar" / "song.DUET")
    put(tmp_path / "a" / "Ash" / "song.duet")
    found = read_all(tmp_path / "a", tmp_path / "b", tmp_path / "a", tmp_path / "nowhere")
    assert [song.title for song in found] == ["Ash", "Birch", "Cedar"]


def test_a_step_never_waits_for_a_chart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "Ash" / "song.duet")
    arrived = Semaphore(0)
    with held_reader(monkeypatch) as let_through:
        slow = Library([tmp_path], arrived.release)
        assert slow.step()
        assert slow.songs == ()
        let_through()
        while slow.step():
            arrived.acquire()
    assert [song.title for song in slow.songs] == ["Ash"]


def test_closing_ends_the_thread_and_looking_again_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Ash", "Birch", "Cedar"):
        put(tmp_path / name / "song.duet")
    before = set(readers())
    arrived = Semaphore(0)
    with held_reader(monkeypatch) as let_through:
        found = Library([tmp_path], arrived.release)
        found.step()
        (reader,) = set(readers()) - before
        assert reader.daemon
        found.rescan()
        let_through()
        reader.join()
    put(tmp_path / "Dogwood" / "song.duet")
    while found.step():
        arrived.acquire()
    assert [song.title for song in found.songs] == ["Ash", "Birch", "Cedar", "Dogwood"]


def test_nothing_is_read_while_the_library_rests(tmp_path: Path) -> None:
    for name in ("Ash", "Birch", "Cedar"):
        put(tmp_path / name / "song.duet")
    arrived = Semaphore(0)

    def rest_after_each() -> None:
        found.rest()
        arrived.release()

    found = Library([tmp_path], rest_after_each)
    counts = []
    while found.step():
        counts.append(len(found.songs))
        arrived.acquire()
    # Each step lets one more be read.
    assert all(count <= step for step, count in enumerate(counts, start=1))
    assert len(found.songs) == 3


def test_what_breaks_in_the_thread_ends_the_looking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path) -> list[Path]:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(library, "charts_below", broken)
    assert read_all(tmp_path) == ()


def test_a_chart_that_cannot_be_read_goes_by_its_folder_or_its_file(tmp_path: Path) -> None:
    put(tmp_path / "Ash" / "song.duet", "no chart")
    put(tmp_path / "Loose.duet", "no chart")
    found = read_all(tmp_path)
    assert [song.title for song in found] == ["Ash", "Loose"]
    assert all(song.chart is None and "song.duet" in song.fault for song in found[:1])


@pytest.mark.parametrize("name", ["gone.ogg", "x" * 300 + ".ogg"])
def test_a_sound_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    chart = parse(CHART.format(title="Ash").replace("bpm", f"audio: {name}\nbpm"))
    song = Song(tmp_path / "song.duet", chart)
    assert song.missing_audio == name
    assert song.audio_path is None


def test_a_sound_file_that_is_there_is_not_missing(tmp_path: Path) -> None:
    chart = parse(CHART.format(title="Ash").replace("bpm", "audio: song.ogg\nbpm"))
    (tmp_path / "song.ogg").touch()
    song = Song(tmp_path / "song.duet", chart)
    assert song.missing_audio == ""
    assert song.audio_path == tmp_path / "song.ogg"
