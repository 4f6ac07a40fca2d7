"""Alignment records: kept by what a file holds, written whole, read strictly."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import chart

from game.app.play.setup import PlaySetup, SeatSetup
from game.app.recordings.equip import equipped
from game.app.recordings.recording import FileFacts, Recording, song_key
from game.app.recordings.store import RecordingStore, moved_to
from game.charts.model import Chart
from game.timing.sound_map import SoundMap

SONG = chart("P1 kick |o---|o---|\nP2 snare |x---|x---|")
PINS = SoundMap.of([(0, 24_213_000), (4_000_000, 28_225_500)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "music" / "내 노래.mp3"
    path.parent.mkdir()
    path.write_bytes(b"sound")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "recordings.json"


def recording(file: Path, song: Chart = SONG) -> Recording:
    return Recording(FileFacts.of(file), song_key(song), "A song", 60_000_000, PINS, "sure")


def texts(key: str, **values: object) -> str:
    return f"{key} {values}"


def test_what_is_used_is_there_after_a_new_start(file: Path, path: Path) -> None:
    assert RecordingStore(path).use(recording(file)) is None
    assert RecordingStore(path).in_use(SONG) == recording(file)
    assert RecordingStore(path).last_folder == file.parent


def test_the_games_own_music_again_forgets_no_alignment(file: Path, path: Path) -> None:
    store = RecordingStore(path)
    store.use(recording(file))
    store.use_own_music(SONG)
    again = RecordingStore(path)
    assert again.in_use(SONG) is None
    assert again.known(SONG, recording(file).file.digest) == recording(file)


def test_a_file_is_known_under_any_name(file: Path) -> None:
    store = RecordingStore()
    store.use(recording(file))
    elsewhere = FileFacts.of(file.rename(file.with_name("renamed.mp3")))
    found = store.known(SONG, elsewhere.digest)
    assert found is not None
    assert moved_to(found, elsewhere).file.path.name == "renamed.mp3"


def test_other_notes_keep_the_alignment_and_another_tempo_does_not(file: Path) -> None:
    store = RecordingStore()
    store.use(recording(file))
    assert store.in_use(chart("P1 kick |oooo|o---|\nP2 snare |----|x---|")) is not None
    assert store.in_use(chart("#duet 1\ntitle: T\nbpm: 99\n\nP1 kick |o---|\n")) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"version": 1}',
        '{"version": 1, "recordings": [{"song": "x"}]}',
        '{"version": 1, "recordings": 7}',
    ],
)
def test_a_broken_file_is_set_aside_and_a_new_one_begun(text: str, file: Path, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(text)
    store = RecordingStore(path)
    assert "kept as recordings.json.broken-1" in str(store.faults[0])
    assert path.with_name("recordings.json.broken-1").read_text() == text
    store.use(recording(file))
    assert RecordingStore(path).in_use(SONG) is not None


@pytest.mark.parametrize("pins", [[], [[0, 0], [0, 1]], [[5, 0], [0, 5]], [["a", 0]], [[0]]])
def test_pins_that_are_no_map_are_refused(pins: object, file: Path, path: Path) -> None:
    RecordingStore(path).use(recording(file))
    plain = json.loads(path.read_text(encoding="utf-8"))
    plain["recordings"][0]["pins"] = pins
    path.write_text(json.dumps(plain))
    assert RecordingStore(path).faults


def test_a_newer_file_is_left_alone(file: Path, path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"version": 2, "recordings": []}')
    store = RecordingStore(path)
    assert "newer" in str(store.faults[0])
    store.use(recording(file))
    assert path.read_text() == '{"version": 2, "recordings": []}'
    assert store.in_use(SONG) is not None


def test_a_folder_that_cannot_be_written_is_told(file: Path, tmp_path: Path) -> None:
    store = RecordingStore(tmp_path / "data" / "recordings.json")
    (tmp_path / "data").write_text("a file in the place of its folder")
    fault = store.use(recording(file))
    assert fault is not None
    assert "until you leave" in str(fault)


def test_touched_bytes_are_the_same_and_changed_ones_are_not(file: Path) -> None:
    facts = FileFacts.of(file)
    os.utime(file, ns=(1, 1))
    assert facts.is_there()
    file.write_bytes(b"other")
    os.utime(file, ns=(2, 2))
    assert not facts.is_there()
    file.unlink()
    assert not facts.is_there()


def play() -> PlaySetup:
    seats = tuple(SeatSetup(n, f"P{n}", "keyboard", 5, "four", "standard") for n in (1, 2))
    return PlaySetup(Path("song.duet"), SONG, seats)


def test_a_play_gets_the_chosen_recording(file: Path) -> None:
    store = RecordingStore()
    store.use(recording(file))
    setup, notice = equipped(play(), store, texts)  # type: ignore[arg-type]  # stands for strings
    assert (setup.audio_path, setup.sound_map, notice) == (file, PINS, "")
    store.use_own_music(SONG)
    again, _ = equipped(setup, store, texts)  # type: ignore[arg-type]  # stands for strings
    assert again.recording is None


def test_a_recording_that_is_gone_gives_way_to_the_games_own_music(file: Path) -> None:
    store = RecordingStore()
    store.use(recording(file))
    file.unlink()
    setup, notice = equipped(play(), store, texts)  # type: ignore[arg-type]  # stands for strings
    assert setup == replace(play(), recording=None)
    assert "내 노래.mp3" in notice
