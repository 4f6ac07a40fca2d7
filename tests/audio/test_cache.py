"""The folder of prepared songs."""

import os
from pathlib import Path

import numpy as np
import pytest
from sound_files import write_wav

from game.audio.cache import KEPT, SongCache
from game.audio.request import SongRequest
from game.audio.ticks import Tick, TickKind

SILENT = SongRequest(None, 1_000_000)


def keep(cache: SongCache, request: SongRequest, at_s: int) -> Path:
    """Put a song into the cache as if it had been used at that second."""
    path = cache.path_for(request)
    with cache.writing(path) as part:
        write_wav(part, np.zeros(10))
        os.utime(part, (at_s, at_s))
    return path


def request_of(number: int) -> SongRequest:
    return SongRequest(None, number)


def test_the_last_eight_are_kept(tmp_path) -> None:
    cache = SongCache(tmp_path)
    paths = [keep(cache, request_of(number), at_s=number) for number in range(1, 12)]
    assert KEPT == 8
    assert sorted(tmp_path.iterdir()) == sorted(paths[-8:])


def test_using_a_song_keeps_it(tmp_path) -> None:
    cache = SongCache(tmp_path)
    first = keep(cache, request_of(1), at_s=1)
    for number in range(2, 9):
        keep(cache, request_of(number), at_s=number)
    assert cache.find(first, request_of(1)) is not None
    keep(cache, request_of(9), at_s=9)
    assert first.exists()
    assert not cache.path_for(request_of(2)).exists()


def test_half_written_leftovers_age_with_the_songs(tmp_path) -> None:
    cache = SongCache(tmp_path)
    leftover = tmp_path / "old.part"
    leftover.write_bytes(b"half")
    os.utime(leftover, (1, 1))
    for number in range(2, 10):
        keep(cache, request_of(number), at_s=number)
    assert not leftover.exists()


def test_a_failed_write_leaves_nothing(tmp_path) -> None:
    cache = SongCache(tmp_path)
    with pytest.raises(ZeroDivisionError), cache.writing(cache.path_for(SILENT)) as part:
        part.write_bytes(b"half")
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "other",
    [
        SongRequest(None, 1_000_001),
        SongRequest(None, 1_000_000, offset_us=1),
        SongRequest(None, 1_000_000, lead_in_us=3_000_000),
        SongRequest(None, 1_000_000, rate_pct=99),
        SongRequest(None, 1_000_000, ticks=(Tick(0, TickKind.BEAT),)),
        SongRequest(None, 1_000_000, song_gain=0.5),
        SongRequest(None, 1_000_000, click_gain=0.5),
    ],
)
def test_whatever_is_asked_otherwise_is_another_file(tmp_path, other) -> None:
    cache = SongCache(tmp_path)
    assert cache.path_for(other) != cache.path_for(SILENT)


def test_the_same_sound_elsewhere_is_the_same_file(tmp_path) -> None:
    cache = SongCache(tmp_path)
    here = write_wav(tmp_path / "here.wav", np.ones(10))
    there = write_wav(tmp_path / "there.wav", np.ones(10))
    assert cache.path_for(SongRequest(here, 1)) == cache.path_for(SongRequest(there, 1))


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no wave at all, whatever its name says"])
def test_a_broken_file_is_as_good_as_none(tmp_path, content) -> None:
    cache = SongCache(tmp_path)
    path = cache.path_for(SILENT)
    path.write_bytes(content)
    assert cache.find(path, SILENT) is None
