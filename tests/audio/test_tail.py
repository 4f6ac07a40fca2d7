"""Ways into a song."""

from pathlib import Path

import numpy as np
import pytest
from sound_files import read_wav, write_wav

from game.audio.request import PreparedSong
from game.audio.tail import SongTail, is_tail

FRAMES = 3 * 48_000


@pytest.fixture
def song(tmp_path) -> PreparedSong:
    path = write_wav(tmp_path / "song.wav", np.arange(FRAMES) % 30_000 / 32767)
    return PreparedSong(path, start_us=0, frames=FRAMES, rate_pct=100)


@pytest.mark.parametrize("second", [0, 1, 2])
def test_whole_seconds_are_played_from_the_song_itself(song, second) -> None:
    entry = SongTail().entry(song, second * 48_000)
    assert (entry.path, entry.start_s, entry.frame) == (song.path, second, second * 48_000)


@pytest.mark.parametrize("frame", [1, 47_999, 48_001, FRAMES - 1])
def test_any_other_frame_is_the_first_of_a_copy(song, frame) -> None:
    entry = SongTail().entry(song, frame)
    assert is_tail(entry.path)
    assert (entry.start_s, entry.frame) == (0, frame)
    assert np.array_equal(read_wav(entry.path), read_wav(song.path)[frame:])


def test_the_same_place_is_copied_once(song) -> None:
    tail = SongTail()
    path = tail.entry(song, 100).path
    path.write_bytes(b"marked")
    assert tail.entry(song, 100).path.read_bytes() == b"marked"
    assert len(read_wav(tail.entry(song, 101).path)) == FRAMES - 101


def test_nothing_is_left_behind(song) -> None:
    tail = SongTail()
    path = tail.entry(song, 100).path
    tail.forget()
    assert not path.exists()


def test_a_song_that_cannot_be_copied_starts_at_the_second_before(song) -> None:
    gone = PreparedSong(Path("/nowhere/song.wav"), 0, FRAMES, 100)
    entry = SongTail().entry(gone, 100_000)
    assert (entry.path, entry.start_s, entry.frame) == (gone.path, 2, 96_000)
