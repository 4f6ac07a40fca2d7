"""Rate and length of a sound file, from its headers."""

import struct
from pathlib import Path

import numpy as np
import pytest
from disk_recording import ASSETS
from sound_files import write_wav

from game.audio.headers import SoundHeader, read_header
from game.audio.length import audio_length_s

# MPEG 1, layer 3, 128 kbit/s, 44.1 kHz, no padding: 417 bytes for 1152 samples.
MP3_FRAME = bytes([0xFF, 0xFB, 0x90, 0x00]) + bytes(413)
MP3_FRAME_S = 1152 / 44_100


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "song"
    path.write_bytes(content)
    return path


def ogg_page(position: int, content: bytes) -> bytes:
    header = struct.pack("<4sBBqIIIB", b"OggS", 0, 0, position, 1, 0, 0, 1)
    return header + bytes([len(content)]) + content


def info_frame(mark: bytes, frames: int, delay: int, padding: int) -> bytes:
    told = struct.pack(">4sII", mark, 1, frames)  # only the number of frames is given
    encoder = b"LAME3.100" + bytes(12) + (delay << 12 | padding).to_bytes(3, "big")
    return (MP3_FRAME[:36] + told + encoder).ljust(417, b"\0")


def test_wav(tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", np.zeros(72_000), rate_hz=32_000)
    assert read_header(path) == SoundHeader(rate_hz=32_000, length_s=2.25)


def test_a_wav_cut_short_lasts_as_long_as_what_is_there(tmp_path) -> None:
    path = write_wav(tmp_path / "song.wav", np.zeros(96_000))
    path.write_bytes(path.read_bytes()[: 44 + 48_000 * 4])
    assert audio_length_s(path) == 1.0


@pytest.mark.parametrize(("name", "length_s"), [("ride", 2.2), ("snare_soft", 0.31)])
def test_flac(name, length_s) -> None:
    told_s = audio_length_s(ASSETS / "drums" / f"{name}.flac")
    assert told_s == pytest.approx(length_s, abs=0.01)


def test_ogg_vorbis(tmp_path) -> None:
    first = ogg_page(0, b"\x01vorbis" + struct.pack("<IBI", 0, 2, 44_100) + bytes(14))
    path = written(tmp_path, first + ogg_page(22_050, b"x") + ogg_page(66_150, b"x"))
    assert read_header(path) == SoundHeader(rate_hz=44_100, length_s=1.5)


def test_opus_without_what_is_skipped_at_its_start(tmp_path) -> None:
    first = ogg_page(0, b"OpusHead" + struct.pack("<BBHI", 1, 2, 312, 44_100) + bytes(3))
    path = written(tmp_path, first + ogg_page(96_312, b"x"))
    assert read_header(path) == SoundHeader(rate_hz=48_000, length_s=2.0)


@pytest.mark.parametrize("before", [b"", b"ID3\x04\0\0\0\0\0\x0a" + bytes(10), b"\0" * 30])
def test_mp3_frame_by_frame(tmp_path, before) -> None:
    path = written(tmp_path, (before or b"") + MP3_FRAME * 100)
    expected = pytest.approx(100 * MP3_FRAME_S) if before[:1] != b"\0" else None
    assert audio_length_s(path) == expected


@pytest.mark.parametrize("mark", [b"Xing", b"Info"])
def test_mp3_by_its_encoders_word(tmp_path, mark) -> None:
    path = written(tmp_path, info_frame(mark, 100, delay=576, padding=1000) + MP3_FRAME * 5)
    assert audio_length_s(path) == pytest.approx((100 * 1152 - 1576) / 44_100)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"words",
        b"RIFF\0\0\0\0WAVE",
        b"RIFF\0\0\0\0WAVEdata\x10\0\0\0" + bytes(16),  # no format before the data
        b"fLaC",
        b"fLaC" + bytes(40),
        b"OggS" + bytes(40),
        b"OggS" + b"\x01vorbis",
        b"\xff\xfb",
        b"ID3",
        b"\xff" * 500,
    ],
)
def test_a_length_that_cannot_be_told_is_none(tmp_path, content) -> None:
    path = written(tmp_path, content)
    assert read_header(path) is None
    assert audio_length_s(path) is None


def test_a_missing_file_has_no_length(tmp_path) -> None:
    assert audio_length_s(tmp_path / "gone.ogg") is None
    assert audio_length_s(tmp_path) is None
