"""Rendering a song's file: lead-in, stretched song and ticks into one WAV."""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import numpy as np

from game.audio.decode import decode
from game.audio.limiter import limited_blocks
from game.audio.loudness import gain_towards
from game.audio.pcm import Frames, Pcm, silence, to_frames, to_pcm
from game.audio.rate import CHANNELS, FREQUENCY_HZ, frames_of
from game.audio.request import SongRequest
from game.audio.stretch import song_blocks
from game.audio.ticks import TickTrack, tick_sounds
from game.errors import AudioError

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1, rising."""

_DECODED = 0.4
"""The share of the work that decoding is."""

_SILENCE_BLOCK_FRAMES = 10 * FREQUENCY_HZ


def render(request: SongRequest, assets: Path, target: Path, progress: Progress) -> None:
    """Write the song that is asked for to `target`: WAV, 48 kHz, 16 bits, stereo.

    Takes this process's mixer for itself, see `decode`.

    Raises:
        AudioError: the song cannot be decoded.
        OSError: the target cannot be written.
    """
    song = decode(request.audio) if request.audio else None
    progress(_DECODED)
    song_start = frames_of(-request.offset_us - request.start_us, request.rate_pct)
    song_frames = 0 if song is None else len(song) * 100 // request.rate_pct
    end = frames_of(request.end_us - request.start_us, request.rate_pct)
    end = max(end, song_start + song_frames if song is not None else 0)
    track = TickTrack(
        request.ticks,
        tick_sounds(_sticks(assets)),
        start_us=request.start_us,
        rate_pct=request.rate_pct,
        gain=request.click_gain,
    )
    blocks: Iterator[Frames] = _silence_blocks(end)
    if song is not None:
        blocks = chain(
            _silence_blocks(song_start),
            song_blocks(song, request.rate_pct),
            _silence_blocks(end - song_start - song_frames),
        )
    gain = _song_gain(request, song)
    with wave.open(str(target), "wb") as file:
        file.setnchannels(CHANNELS)
        file.setsampwidth(2)
        file.setframerate(FREQUENCY_HZ)
        written = 0
        for block in limited_blocks(_mixed(blocks, gain, track), request.peak):
            file.writeframes(to_pcm(block).tobytes())
            written += len(block)
            progress(_DECODED + (1 - _DECODED) * written / end)


def _song_gain(request: SongRequest, song: Pcm | None) -> float:
    if song is None or request.song_lufs is None or not request.song_gain:
        return request.song_gain
    return request.song_gain * gain_towards(request.song_lufs, song)


def _mixed(blocks: Iterator[Frames], gain: float, track: TickTrack) -> Iterator[Frames]:
    first_frame = 0
    for block in blocks:
        mixed = block * np.float32(gain)
        track.add_to(mixed, first_frame)
        first_frame += len(mixed)
        yield mixed


def _silence_blocks(frames: int) -> Iterator[Frames]:
    for start in range(0, frames, _SILENCE_BLOCK_FRAMES):
        yield silence(min(_SILENCE_BLOCK_FRAMES, frames - start))


def _sticks(assets: Path) -> Frames | None:
    try:
        return to_frames(decode(assets / "drums" / "sticks.flac"))
    except AudioError:
        return None
