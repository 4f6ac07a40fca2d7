"""Decoding a sound file, or saying clearly why it cannot be."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import pygame

from game.audio.headers import read_header
from game.audio.opening import SILENT_DRIVER, chosen_driver
from game.audio.pcm import Pcm
from game.audio.rate import CHANNELS, FREQUENCY_HZ
from game.audio.sounds import load_sound
from game.errors import AudioError

FORMATS = "ogg, mp3, flac, opus or wav"

_RATES_HZ = range(8_000, 192_001)
"""What a header may say without being taken for damaged."""

_CONVERT = 'convert it first, for example with "ffmpeg -i song.m4a song.ogg"'
_KNOWN_STRANGERS: Sequence[tuple[int, bytes, str]] = (
    (4, b"ftyp", "an M4A or MP4 file"),
    (0, bytes.fromhex("3026b2758e66cf11"), "a WMA file"),
    (0, b"ADIF", "a raw AAC file"),
    (0, b"\xff\xf1", "a raw AAC file"),
    (0, b"\xff\xf9", "a raw AAC file"),
    (0, b"\x1a\x45\xdf\xa3", "a Matroska or WebM file"),
    (0, b"MThd", "a MIDI file"),
)
"""Where in the file, what stands there, and what that is."""


def decode(path: Path) -> Pcm:
    """The whole file at the mixer's rate, frames x 2, each frame where it belongs.

    Takes this process's mixer for itself and leaves it closed: for a process without sound. It is
    opened at the file's own rate, because SDL drops a part of a frame with every buffer that it
    resamples while it decodes: up to 60 ms over two minutes from 44.1 kHz.

    Raises:
        AudioError: it is missing, empty, of another format or broken.
    """
    stranger = stranger_at(path)
    if stranger:
        raise AudioError(path, "", stranger, FORMATS, _CONVERT)
    header = read_header(path)
    rate_hz = header.rate_hz if header and header.rate_hz in _RATES_HZ else FREQUENCY_HZ
    try:
        pcm = _decoded(path, rate_hz)
        if rate_hz != FREQUENCY_HZ:
            pcm = _decoded(_as_wav(pcm, rate_hz), FREQUENCY_HZ)
    except (pygame.error, OSError, MemoryError, wave.Error) as error:
        found = f"no sound that can be decoded ({error})"
        raise AudioError(path, "", found, FORMATS, "does it play elsewhere?") from error
    return pcm


def _decoded(source: Path | BytesIO, rate_hz: int) -> Pcm:
    """What a mixer at that rate makes of a file. A WAV is resampled in one piece, and exactly."""
    pygame.mixer.quit()
    with chosen_driver(SILENT_DRIVER):
        pygame.mixer.init(rate_hz, -16, CHANNELS, 1024, None, 0)
    try:
        return np.array(pygame.sndarray.samples(load_sound(source)))
    finally:
        pygame.mixer.quit()


def _as_wav(pcm: Pcm, rate_hz: int) -> BytesIO:
    data = BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(CHANNELS)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(pcm.astype("<i2").tobytes())
    data.seek(0)
    return data


def stranger_at(path: Path) -> str | None:
    """What a file is by its first bytes, if that is known not to be decodable.

    Raises:
        AudioError: there is no such file, it cannot be opened, or it is empty.
    """
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError as error:
        raise AudioError(path, "", "no such file", "the song that the chart names") from error
    except OSError as error:
        found = error.strerror or "a file that cannot be read"
        raise AudioError(path, "", found, "a file that can be read") from error
    if not head:
        raise AudioError(path, "", "an empty file", FORMATS)
    for at, mark, name in _KNOWN_STRANGERS:
        if head[at : at + len(mark)] == mark:
            return name
    return None
