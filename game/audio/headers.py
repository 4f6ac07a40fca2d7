"""What a sound file says of itself: nothing is decoded, and pygame not needed."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from game.audio.mp3 import read_mp3

_OGG_TAIL_BYTES = 1 << 17
"""More than the longest page of an Ogg file."""


@dataclass(frozen=True, slots=True)
class SoundHeader:
    """The facts of a sound file that matter to timing."""

    rate_hz: int
    """Frames a second, as the decoder gives them."""

    length_s: float | None
    """None where the file does not tell."""


def read_header(path: Path) -> SoundHeader | None:
    """The header of an ogg, opus, flac, wav or mp3 file; None if it is none of these."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
            file.seek(0)
            for is_format, read in _READERS:
                if is_format(head):
                    return read(file)
    except (OSError, struct.error, ValueError, ZeroDivisionError):
        return None
    return None


def _read_wav(file: BinaryIO) -> SoundHeader | None:
    file.seek(12)
    rate_hz = bytes_per_s = 0
    while len(header := file.read(8)) == 8:
        name, size = struct.unpack("<4sI", header)
        if name == b"fmt ":
            _, _, rate_hz, bytes_per_s = struct.unpack("<HHII", file.read(12))
            size -= 12
        elif name == b"data":
            there = os.fstat(file.fileno()).st_size - file.tell()
            return SoundHeader(rate_hz, min(size, there) / bytes_per_s)
        file.seek(size + size % 2, os.SEEK_CUR)
    return None


def _read_flac(file: BinaryIO) -> SoundHeader | None:
    file.seek(8 + 10)
    packed = int.from_bytes(file.read(8), "big")
    # 20 bits of rate, 3 of channels, 5 of depth, 36 of frames (0 if unknown).
    rate_hz, frames = packed >> 44, packed & ((1 << 36) - 1)
    return SoundHeader(rate_hz, frames / rate_hz if frames else None) if rate_hz else None


def _read_ogg(file: BinaryIO) -> SoundHeader | None:
    first_page = file.read(1024)
    vorbis, opus = first_page.find(b"\x01vorbis"), first_page.find(b"OpusHead")
    if vorbis >= 0:
        rate_hz, skipped = struct.unpack_from("<I", first_page, vorbis + 12)[0], 0
    elif opus >= 0:
        rate_hz, skipped = 48_000, struct.unpack_from("<H", first_page, opus + 10)[0]
    else:
        return None
    size = os.fstat(file.fileno()).st_size
    file.seek(max(0, size - _OGG_TAIL_BYTES))
    tail = file.read()
    last_page = tail.rfind(b"OggS")
    position = struct.unpack_from("<q", tail, last_page + 6)[0] if last_page >= 0 else -1
    length_s = (position - skipped) / rate_hz if position >= skipped else None
    return SoundHeader(rate_hz, length_s)


def _read_mp3(file: BinaryIO) -> SoundHeader | None:
    facts = read_mp3(file)
    return SoundHeader(*facts) if facts else None


def _is_mp3(head: bytes) -> bool:
    return head[:3] == b"ID3" or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)


_READERS: Sequence[tuple[Callable[[bytes], bool], Callable[[BinaryIO], SoundHeader | None]]] = (
    (lambda head: head[:4] == b"RIFF" and head[8:12] == b"WAVE", _read_wav),
    (lambda head: head[:4] == b"fLaC", _read_flac),
    (lambda head: head[:4] == b"OggS", _read_ogg),
    (_is_mp3, _read_mp3),
)
"""How a format is known by its first bytes, and how its header is read."""
