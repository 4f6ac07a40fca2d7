"""Sound files good and bad."""

import random

import numpy as np
import pygame
import pytest
from disk_recording import ASSETS
from sound_files import impulses, write_wav

from game.audio.decode import decode
from game.audio.headers import read_header
from game.errors import AudioError


def test_a_file_comes_as_it_is_written(tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", impulses(1, [0.5], level=1.0))
    pcm = decode(path)
    assert pcm.shape == (48_000, 2)
    assert np.flatnonzero(pcm[:, 0]).tolist() == [24_000]


def test_another_rate_is_brought_to_the_mixers(tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", impulses(1, [0.5]), rate_hz=24_000)
    pcm = decode(path)  # 48,000 frames that last two seconds
    assert len(pcm) == 96_000
    assert int(np.abs(pcm[:, 0]).argmax()) == 48_000


@pytest.mark.parametrize("name", ["crash_hard", "jing", "tom3_hard"])
def test_nothing_is_lost_on_the_way_from_another_rate(name) -> None:
    # Frame by frame SDL would drop 17 of the 168,000 frames of the crash: 60 ms in two minutes.
    path = ASSETS / "drums" / f"{name}.flac"
    header = read_header(path)
    assert header is not None
    assert header.rate_hz == 44_100
    assert abs(len(decode(path)) - header.length_s * 48_000) < 1


def test_the_mixer_is_left_closed(tmp_path) -> None:
    decode(write_wav(tmp_path / "song.wav", np.zeros(10)))
    assert pygame.mixer.get_init() is None


@pytest.mark.parametrize(
    ("name", "content", "found", "hint"),
    [
        ("song.m4a", b"\0\0\0\x20ftypM4A \0\0\0\0", "an M4A or MP4 file", "ffmpeg"),
        ("song.wma", bytes.fromhex("3026b2758e66cf11a6d900aa"), "a WMA file", "ffmpeg"),
        ("song.mid", b"MThd\0\0\0\x06\0\0\0\1", "a MIDI file", "ffmpeg"),
        ("song.ogg", b"", "an empty file", ""),
        ("song.ogg", b"words, words, words", "no sound that can be decoded", "elsewhere"),
        ("song.wav", b"RIFF\x24\0\0\0WAVEfmt ", "no sound that can be decoded", "elsewhere"),
        (
            "song.wav",
            b"RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0\1\0\2\0"
            b"\0\0\0\0\4\0\0\0\4\0\x10\0data\x04\0\0\0\0\0\0\0",
            "no sound that can be decoded",
            "elsewhere",
        ),  # no frames a second
        ("song.ogg", b"OggS" + bytes(200), "no sound that can be decoded", "elsewhere"),
    ],
)
def test_what_cannot_be_decoded_is_named(tmp_path, name, content, found, hint) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(AudioError) as caught:
        decode(path)
    assert caught.value.path == path
    assert caught.value.found.startswith(found)
    assert caught.value.expected == "ogg, mp3, flac, opus or wav"
    assert hint in caught.value.hint


def test_a_missing_file_is_named(tmp_path) -> None:
    with pytest.raises(AudioError, match=r"gone\.ogg: found no such file"):
        decode(tmp_path / "gone.ogg")


def test_a_folder_is_no_song(tmp_path) -> None:
    with pytest.raises(AudioError):
        decode(tmp_path)


def test_a_wav_without_sound_is_named(tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", np.zeros(0))
    with pytest.raises(AudioError):
        decode(path)


def test_damaged_files_decode_in_part_or_say_what_is_wrong(tmp_path) -> None:
    whole = (ASSETS / "drums" / "snare_hard.flac").read_bytes()
    chance = random.Random(1)
    path = tmp_path / "song.flac"
    for _ in range(60):
        damaged = bytearray(whole[: chance.randrange(1, len(whole))])
        for _ in range(chance.randrange(30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            assert len(decode(path)) > 0
        except AudioError as error:
            assert error.path == path
