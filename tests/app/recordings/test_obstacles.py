"""Files that cannot be played to: each is told apart, by its name and by what it holds."""

from __future__ import annotations

import os
import wave
from pathlib import Path

import pytest

from game.app.files.folders import shipped
from game.app.recordings.obstacles import obstacle, obstacle_behind
from game.errors import AudioError
from game.view.strings import Strings

DECODER = "no sound that can be decoded"


def key_of(path: Path) -> str | None:
    found = obstacle(path)
    return found.key if found else None


def write_wav(path: Path, seconds: float) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8_000, 0, "NONE", ""))
        file.writeframes(bytes(2 * round(8_000 * seconds)))
    return path


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("song.mp3", b"", "files.empty"),
        ("song.mp3", b"Dear drummers, this is no song.\r\n", "files.text"),
        ("song.ogg", b"<!DOCTYPE html><html>" * 40, "files.text"),
        # The last of 512 bytes is the first of a character's three.
        ("song.wav", b"." * 511 + "북".encode(), "files.text"),
        ("song.wav", b"\xff\xfeD\0e\0a\0r\0", None),
        ("song.mp3", b"ID3 and so on", None),
        ("song.mp3", bytes(4_000), None),
        ("song.mp3", b"\0\0\0\x20ftypM4A ", "files.stranger"),
        ("song.m4a", b"\0\0\0\x20ftypM4A ", "files.undecodable"),
        ("song.ac3", b"\x0b\x77", "files.undecodable"),
        ("song.txt", b"words", "files.no_sound"),
    ],
)
def test_a_file_is_told_by_its_first_bytes(
    name: str, content: bytes, key: str | None, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    assert key_of(tmp_path / name) == key


def test_a_folder_is_a_folder_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "song.mp3").mkdir()
    assert key_of(tmp_path / "song.mp3") == "files.a_folder"
    assert key_of(tmp_path) == "files.a_folder"


def test_a_file_that_is_gone_may_not_be_read(tmp_path: Path) -> None:
    assert key_of(tmp_path / "song.mp3") == "files.unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "song.mp3")
    assert key_of(tmp_path / "song.mp3") == "files.unreadable"


def test_behind_a_fault_lies_a_damaged_file_or_one_without_sound(tmp_path: Path) -> None:
    damaged, over = tmp_path / "damaged.mp3", write_wav(tmp_path / "over.wav", 0)
    damaged.write_bytes(bytes(4_000))
    for path, key in ((damaged, "files.damaged"), (over, "files.nothing_inside")):
        found = obstacle_behind(AudioError(path, "", DECODER, "ogg"), path)
        assert (found.key, found.values) == (key, {"file": path.name})


def test_a_file_that_went_while_it_was_heard_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "song.mp3"
    assert obstacle_behind(AudioError(path, "", "no such file", "a song"), path) == obstacle(path)


def test_a_full_disk_is_not_the_files_fault(tmp_path: Path) -> None:
    song, cache = write_wav(tmp_path / "song.wav", 1), tmp_path / "cache"
    found = obstacle_behind(AudioError(cache, "", "No space left on device", "room"), song)
    said = Strings.load(shipped() / "assets" / "strings")(found.key, **found.values)
    assert "song.wav" in said
    assert f"{cache} (No space left on device)" in said
