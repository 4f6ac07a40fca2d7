"""Songs out of the cache and into it."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from disk_recording import ASSETS
from sound_files import impulses, read_wav, write_wav

from game.audio import apart
from game.audio import prepare as preparing
from game.audio.prepare import PrepareCancelledError, prepare
from game.audio.request import SongRequest
from game.audio.ticks import Tick, TickKind
from game.errors import AudioError


@pytest.fixture
def song(tmp_path) -> Path:
    return write_wav(tmp_path / "song.wav", impulses(2, [1.0]))


@pytest.fixture
def cache(tmp_path) -> Path:
    return tmp_path / "cache" / "songs"


def test_a_song_is_prepared_without_any_mixer(song, cache) -> None:
    ticks = (Tick(-500_000, TickKind.STICKS),)
    prepared = prepare(SongRequest(song, 1_000_000, ticks=ticks), cache, ASSETS)
    assert (prepared.start_us, prepared.length_us, prepared.rate_pct) == (
        -2_000_000,
        4_000_000,
        100,
    )
    out = read_wav(prepared.path)[:, 0]
    assert len(out) == prepared.frames
    assert out[144_000] == round(0.5 * 32767)
    assert np.flatnonzero(out)[0] in range(72_000, 72_010)


def test_the_song_is_slower_at_a_practice_speed(song, cache) -> None:
    prepared = prepare(SongRequest(song, 2_000_000, rate_pct=50), cache, ASSETS)
    assert prepared.frames == 8 * 48_000
    assert prepared.length_us == 4_000_000
    loudest = int(np.abs(read_wav(prepared.path)[:, 0]).argmax())
    assert abs(loudest - 6 * 48_000) <= 96


def test_the_same_request_is_rendered_once(song, cache, monkeypatch) -> None:
    request = SongRequest(song, 1_000_000)
    first = prepare(request, cache, ASSETS)
    monkeypatch.setattr(preparing, "render_apart", None)
    assert prepare(request, cache, ASSETS) == first


def test_another_song_under_the_same_name_is_another_request(song, cache) -> None:
    request = SongRequest(song, 1_000_000)
    first = prepare(request, cache, ASSETS)
    write_wav(song, impulses(2, [1.5]))
    assert prepare(request, cache, ASSETS).path != first.path


def test_a_broken_file_in_the_cache_is_made_again(song, cache) -> None:
    request = SongRequest(song, 1_000_000)
    path = prepare(request, cache, ASSETS).path
    whole = path.read_bytes()
    path.write_bytes(whole[:1000])
    assert prepare(request, cache, ASSETS).path.read_bytes() == whole


def test_progress_reaches_the_end(song, cache) -> None:
    told: list[float] = []
    prepare(SongRequest(song, 1_000_000), cache, ASSETS, progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)


def test_a_cancelled_preparation_leaves_nothing(song, cache) -> None:
    asked = iter([False, True])
    with pytest.raises(PrepareCancelledError):
        prepare(SongRequest(song, 1_000_000), cache, ASSETS, is_cancelled=lambda: next(asked))
    assert list(cache.iterdir()) == []


def test_the_workers_complaint_arrives_whole(tmp_path, cache) -> None:
    song = tmp_path / "song.ogg"
    song.write_text("words, words, words")
    with pytest.raises(AudioError) as caught:
        prepare(SongRequest(song, 1), cache, ASSETS)
    assert caught.value.path == song
    assert caught.value.found.startswith("no sound that can be decoded")
    assert list(cache.iterdir()) == []


def test_a_missing_song_is_an_audio_error(tmp_path, cache) -> None:
    with pytest.raises(AudioError, match="no such file"):
        prepare(SongRequest(tmp_path / "gone.ogg", 1), cache, ASSETS)


def test_a_cache_that_is_no_folder_is_an_audio_error(song, tmp_path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("")
    with pytest.raises(AudioError, match="room for the song"):
        prepare(SongRequest(song, 1), in_the_way, ASSETS)


def test_a_worker_that_dies_is_an_audio_error(song, cache, monkeypatch) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    monkeypatch.setattr(
        apart,
        "_start_worker",
        lambda *_: subprocess.Popen([sys.executable, "-c", "pass"], **pipes),
    )
    with pytest.raises(AudioError, match="stops the decoder"):
        prepare(SongRequest(song, 1), cache, ASSETS)


def test_without_a_second_interpreter_it_is_an_audio_error(song, cache, monkeypatch) -> None:
    monkeypatch.setattr(apart.sys, "executable", str(song.parent / "no-python"))
    with pytest.raises(AudioError):
        prepare(SongRequest(song, 1_000_000), cache, ASSETS)
    assert list(cache.iterdir()) == []
