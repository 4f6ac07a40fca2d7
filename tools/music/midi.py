"""Writes a song as a standard MIDI file; nothing that this project needs is left out."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from music.notation import Sound

TICKS_PER_QUARTER = 960
TICKS_PER_CELL = TICKS_PER_QUARTER // 4
DRUM_CHANNEL = 9
_VOLUME, _PAN, _EXPRESSION, _REVERB, _CHORUS = 7, 10, 11, 91, 93


@dataclass(frozen=True, slots=True)
class Track:
    """One instrument."""

    name: str
    program: int
    """General MIDI program from 0; ignored on the drum channel."""

    sounds: Sequence[Sound]
    volume: int = 100
    pan: int = 64
    """0 left, 64 middle, 127 right."""

    early_ms: float = 0.0
    """How long its samples take to speak; written early by that much, it sounds on time."""

    reverb: int = 40
    chorus: int = 0
    is_percussion: bool = False
    swells: Sequence[tuple[float, int]] = field(default=())
    """(cell, expression 0 to 127): points between which the expression runs straight."""


def write_midi(
    path: Path, tracks: Sequence[Track], bpm: float, length_cells: float, lead_in_s: float
) -> None:
    """Write a type-1 file, one track an instrument: `lead_in_s` of rest, then `length_cells`."""
    ticks_per_s = bpm / 60 * TICKS_PER_QUARTER
    first_tick = lead_in_s * ticks_per_s
    chunks = [_tempo_track(bpm, round(first_tick + length_cells * TICKS_PER_CELL))]
    channels = (channel for channel in range(16) if channel != DRUM_CHANNEL)
    for track in tracks:
        channel = DRUM_CHANNEL if track.is_percussion else next(channels)
        start_tick = first_tick - track.early_ms / 1000 * ticks_per_s
        chunks.append(_instrument_track(track, channel, start_tick))
    header = b"MThd" + struct.pack(">IHHH", 6, 1, len(chunks), TICKS_PER_QUARTER)
    path.write_bytes(header + b"".join(chunks))


def _tempo_track(bpm: float, end_tick: int) -> bytes:
    tempo = round(60_000_000 / bpm).to_bytes(3, "big")
    return _chunk([(0, 0, b"\xff\x51\x03" + tempo)], end_tick)


def _instrument_track(track: Track, channel: int, start_tick: float) -> bytes:
    events: list[tuple[int, int, bytes]] = [(0, 0, bytes([0xC0 | channel, track.program]))]
    settings = ((_VOLUME, track.volume), (_PAN, track.pan))
    for control, value in (*settings, (_REVERB, track.reverb), (_CHORUS, track.chorus)):
        events.append((0, 1, bytes([0xB0 | channel, control, value])))
    for cell, value in _expression_steps(track.swells):
        tick = round(max(0.0, start_tick + cell * TICKS_PER_CELL))
        events.append((tick, 2, bytes([0xB0 | channel, _EXPRESSION, value])))
    for sound in track.sounds:
        start = round(start_tick + sound.start_cells * TICKS_PER_CELL)
        end = round(start_tick + (sound.start_cells + sound.length_cells) * TICKS_PER_CELL)
        events.append((start, 4, bytes([0x90 | channel, sound.pitch, sound.velocity])))
        events.append((end, 3, bytes([0x80 | channel, sound.pitch, 0])))
    return _chunk(events)


def _expression_steps(swells: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """The points, and between two of them a step for each cell."""
    steps = list(swells)
    for (start, low), (end, high) in pairwise(swells):
        for step in range(1, int(end - start)):
            value = low + (high - low) * step / (end - start)
            steps.append((start + step, round(value)))
    return sorted(steps)


def _chunk(events: Sequence[tuple[int, int, bytes]], end_tick: int = 0) -> bytes:
    """A track from (tick, rank, message): at one tick the lower rank comes first."""
    data = bytearray()
    now = 0
    for tick, _, message in sorted(events):
        data += _variable_length(tick - now) + message
        now = tick
    data += _variable_length(max(0, end_tick - now)) + b"\xff\x2f\x00"
    return b"MTrk" + struct.pack(">I", len(data)) + bytes(data)


def _variable_length(value: int) -> bytes:
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.append(value & 0x7F | 0x80)
    return bytes(reversed(groups))
