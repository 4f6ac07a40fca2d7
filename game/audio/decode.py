"""Decoding a sound file, or saying clearly why it cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pygame

from game.audio.pcm import Pcm
from game.errors import AudioError

FORMATS = "ogg, mp3, flac, opus or wav"

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
    """The whole file at the mixer's rate, frames x 2. The mixer must be open.

    The mixer makes no sound while it decodes, so songs are decoded in a process of their own.

    Raises:
        AudioError: it is missing, empty, of another format or broken.
    """
    stranger = stranger_at(path)
    if stranger:
        raise AudioError(path, "", stranger, FORMATS, _CONVERT)
    try:
        sound = pygame.mixer.Sound(path)
    except (pygame.error, OSError, MemoryError) as error:
        found = f"no sound that can be decoded ({error})"
        raise AudioError(path, "", found, FORMATS, "does it play elsewhere?") from error
    pcm: Pcm = pygame.sndarray.samples(sound)
    if not len(pcm):
        raise AudioError(path, "", "no sound at all in it", "a song")
    return pcm


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
