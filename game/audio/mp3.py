"""The rate and length of an MP3: by its encoder's word if it left one, else frame by frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

_RATES_HZ = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
"""By the version's two bits: MPEG 1, 2, 2.5."""

_KBPS_MPEG1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBPS_MPEG2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_LAYER_3 = 1
_INFO_MARKS = (b"Xing", b"Info")


@dataclass(frozen=True, slots=True)
class _Frame:
    samples: int
    rate_hz: int
    size_bytes: int
    info_at: int
    """Where an encoder's info would stand, from the frame's start."""


def read_mp3(file: BinaryIO) -> tuple[int, float] | None:
    """Frames a second, and seconds of sound without the encoder's padding where that is told."""
    data = file.read()
    at = _end_of_id3(data)
    first = _frame_at(data, at)
    while first is None and at < len(data) - 4:
        at = data.find(b"\xff", at + 1)
        if at < 0:
            return None
        first = _frame_at(data, at)
    if first is None:
        return None
    info = data[at + first.info_at : at + first.info_at + 144]
    if info[:4] in _INFO_MARKS and info[7] & 1:
        return first.rate_hz, _told_length_s(info, first)
    return first.rate_hz, _counted_length_s(data, at)


def _told_length_s(info: bytes, first: _Frame) -> float:
    samples = int.from_bytes(info[8:12], "big") * first.samples
    # Flags say which of frames, bytes, seek table and quality come before the encoder's name.
    after = 8 + sum(length for bit, length in ((1, 4), (2, 4), (4, 100), (8, 4)) if info[7] & bit)
    padding = int.from_bytes(info[after + 21 : after + 24], "big")
    samples -= (padding >> 12) + (padding & 0xFFF)
    return max(0, samples) / first.rate_hz


def _counted_length_s(data: bytes, at: int) -> float:
    length_s = 0.0
    while frame := _frame_at(data, at):
        length_s += frame.samples / frame.rate_hz
        at += frame.size_bytes
    return length_s


def _end_of_id3(data: bytes) -> int:
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for seven_bits in data[6:10]:
        size = size << 7 | seven_bits & 0x7F
    return 10 + size


def _frame_at(data: bytes, at: int) -> _Frame | None:
    """The frame whose header stands there, if one does."""
    header = int.from_bytes(data[at : at + 4], "big")
    version, layer = header >> 19 & 3, header >> 17 & 3
    kbps_index, rate_index, padding = header >> 12 & 15, header >> 10 & 3, header >> 9 & 1
    if header >> 21 != 0x7FF or version == 1 or layer != _LAYER_3:
        return None
    if kbps_index in (0, 15) or rate_index == 3:
        return None
    is_mpeg1, is_mono = version == 3, header >> 6 & 3 == 3
    rate_hz = _RATES_HZ[version][rate_index]
    kbps = (_KBPS_MPEG1 if is_mpeg1 else _KBPS_MPEG2)[kbps_index]
    samples = 1152 if is_mpeg1 else 576
    side_bytes = (17 if is_mono else 32) if is_mpeg1 else (9 if is_mono else 17)
    return _Frame(
        samples=samples,
        rate_hz=rate_hz,
        size_bytes=samples // 8 * kbps * 1000 // rate_hz + padding,
        info_at=4 + side_bytes,
    )
