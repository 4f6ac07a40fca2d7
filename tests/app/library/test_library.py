"""Charts are read in a thread; the list takes what has arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Semaphore, Thread
from threading import enumerate as running_threads

import pytest
from helpers import chart as parse

from game.app.library import reading
from game.app.library.library import Library
from game.app.library.reading import read_song
from game.app.library.song import Song, Summary
from game.app.play.song_audio import missing_audio

CHART = "#duet 1\ntitle: {title}\nbpm: 120\n\n== One ==\nP1 snare |x---|\n"


def put(path: Path, text: str = CHART) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.format(title=path.parent.name), encoding="utf-8")
    return path


def read_all(*folders: Path, remembered: Path | None = None) -> tuple[Song, ...]:
    """What a library finds; each song that arrives ends one wait."""
    arrived = Semaphore(0)
    found = Library(folders, arrived.release, remembered)
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

    monkeypatch.setattr(reading, "read_song", waiting_read)
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

    monkeypatch.setattr(reading, "charts_below", broken)
    assert read_all(tmp_path) == ()


def test_a_chart_that_cannot_be_read_goes_by_its_folder_or_its_file(tmp_path: Path) -> None:
    put(tmp_path / "Ash" / "song.duet", "no chart")
    put(tmp_path / "Loose.duet", "no chart")
    found = read_all(tmp_path)
    assert [song.title for song in found] == ["Ash", "Loose"]
    assert all(song.summary is None and "song.duet" in song.fault for song in found[:1])


@pytest.mark.parametrize("name", ["gone.ogg", "x" * 300 + ".ogg"])
def test_a_sound_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    chart = parse(CHART.format(title="Ash").replace("bpm", f"audio: {name}\nbpm"))
    song = Song(tmp_path / "song.duet", Summary.of(chart))
    assert missing_audio(song.path, name) == name
    assert song.audio_path is None


def test_a_sound_file_that_is_there_is_not_missing(tmp_path: Path) -> None:
    chart = parse(CHART.format(title="Ash").replace("bpm", "audio: song.ogg\nbpm"))
    (tmp_path / "song.ogg").touch()
    song = Song(tmp_path / "song.duet", Summary.of(chart))
    assert missing_audio(song.path, "song.ogg") == ""
    assert song.audio_path == tmp_path / "song.ogg"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of remembered songs, Ash and a broken Birch; nothing is read from here on."""
    put(tmp_path / "songs" / "Ash" / "song.duet")
    put(tmp_path / "songs" / "Birch" / "song.duet", "no chart")
    path = tmp_path / "cache" / "songs.json"
    read_all(tmp_path / "songs", remembered=path)
    return path


@contextmanager
def reads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the folders whose charts are read."""
    names: list[str] = []

    def noted(path: Path, folder: str = "") -> Song:
        names.append(folder)
        return read_song(path, folder)

    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_song", noted)
        yield names


def test_songs_that_have_not_changed_are_remembered(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = read_all(tmp_path / "songs")
    with reads(monkeypatch) as names:
        remembered = read_all(tmp_path / "songs", remembered=kept)
    assert names == []
    assert [song.fault for song in remembered] == [song.fault for song in fresh]
    for old, new in zip(remembered, fresh, strict=True):
        if new.summary is None:
            assert old.summary is None
            continue
        assert old.summary is not None
        assert (old.summary.digest, old.summary.facts) == (new.summary.digest, new.summary.facts)
        wings = old.summary.figure.butterfly.wings[0]
        assert wings == pytest.approx(new.summary.figure.butterfly.wings[0], abs=1 / 255)


def test_what_has_changed_is_read_again_and_what_has_gone_is_forgotten(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "songs" / "Birch" / "song.duet")
    (tmp_path / "songs" / "Ash" / "song.duet").unlink()
    with reads(monkeypatch) as names:
        found = read_all(tmp_path / "songs", remembered=kept)
    assert names == ["Birch"]
    assert [song.title for song in found] == ["Birch"]
    assert "Ash" not in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"format": "other/9"}', '{"format": "drum-duet-songs/1", "game": 1}'],
)
def test_a_file_of_remembered_songs_that_cannot_be_used_is_as_good_as_none(
    text: str, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write_text(text, encoding="utf-8")
    with reads(monkeypatch) as names:
        read_all(tmp_path / "songs", remembered=kept)
    assert sorted(names) == ["Ash", "Birch"]
    with reads(monkeypatch) as names:
        read_all(tmp_path / "songs", remembered=kept)
    assert names == []


def test_one_remembered_song_that_is_spoilt_is_read_again(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.write_text(kept.read_text(encoding="utf-8").replace('"wings"', '"wing"'), "utf-8")
    with reads(monkeypatch) as names:
        assert len(read_all(tmp_path / "songs", remembered=kept)) == 2
    assert names == ["Ash"]
