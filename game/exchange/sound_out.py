"""A song as sound: both parts with the drum samples over the backing."""

from __future__ import annotations

import io
import wave
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from game.audio.decode import decode
from game.audio.drums import PAN
from game.audio.levels import SONG_LUFS
from game.audio.loudness import gain_towards
from game.audio.pcm import Frames, Pcm, silence, to_frames, to_pcm
from game.audio.rate import CHANNELS, FREQUENCY_HZ, frames_of
from game.audio.samples import recordings, voicing
from game.charts.model import Chart
from game.charts.pieces import Piece
from game.exchange.strikes import Strike, strikes_of
from game.timing.units import US_PER_S

_PEAK = 0.89
"""Of full scale: -1 dB."""

_TAIL_FRAMES = 3 * FREQUENCY_HZ
_CHOKE_FRAMES = FREQUENCY_HZ // 100
_CHOKERS = (Piece.HAT, Piece.PEDAL)


def mixed(chart: Chart, audio: Path | None, assets: Path) -> Frames:
    """The whole song at 48 kHz, its loudest moment at -1 dB.

    The first frame is that of the audio where there is one, and never later than song time 0.
    Takes this process's mixer for itself, see `decode`.

    Args:
        audio: the backing; None for the drums alone.
        assets: the folder with `drums/`.

    Raises:
        AudioError: the backing or a drum cannot be decoded.
    """
    song = None if audio is None else _at_song_level(decode(audio))
    offset_us = 0 if song is None else round(chart.meta.offset_s * US_PER_S)
    start_us = min(0, -offset_us)
    song_start = frames_of(-offset_us - start_us)
    song_end = 0 if song is None else song_start + len(song)
    drums_end = frames_of(chart.tempo_map.us(chart.end_beat) - start_us) + _TAIL_FRAMES
    mix = silence(max(song_end, drums_end))
    if song is not None:
        mix[song_start:song_end] = song
    kit = _Kit(assets)
    for part in chart.parts[:1] if chart.is_solo else chart.parts:
        side = 0 if chart.is_solo else part.player
        kit.add_to(mix, side, strikes_of(chart, part), chart, start_us)
    loudest = float(np.abs(mix).max(initial=0))
    return mix * np.float32(_PEAK / loudest) if loudest else mix


def _at_song_level(pcm: Pcm) -> Frames:
    return to_frames(pcm) * np.float32(gain_towards(SONG_LUFS, pcm))


def wav_bytes(frames: Frames) -> bytes:
    """A WAV file: 48 kHz, 16 bits, stereo."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(CHANNELS)
        file.setsampwidth(2)
        file.setframerate(FREQUENCY_HZ)
        file.writeframes(to_pcm(frames).astype("<i2").tobytes())
    return stream.getvalue()


class _Kit:
    """The drums' recordings, each decoded when it is first struck."""

    def __init__(self, assets: Path) -> None:
        self._folder = assets / "drums"
        self._gains = recordings()
        self._decoded: dict[str, Frames] = {}

    def add_to(
        self, mix: Frames, side: int, strikes: Iterable[Strike], chart: Chart, start_us: int
    ) -> None:
        """Sound one part's strokes; an open hat rings until that part's next hat or pedal."""
        placed = [(frames_of(chart.tempo_map.us(each.beat) - start_us), each) for each in strikes]
        chokes = [at for at, each in placed if each.piece in _CHOKERS]
        pan = np.array(PAN.get(side, (0.84, 0.84)), np.float32)
        for at, each in placed:
            voice = voicing(each.piece, each.velocity, is_open=each.is_open)
            sound = self._sound(voice.file) * (pan * np.float32(voice.gain))
            if each.is_open:
                later = bisect_right(chokes, at)
                sound = _choked(sound, chokes[later] - at) if later < len(chokes) else sound
            room = mix[at : at + len(sound)]
            room += sound[: len(room)]

    def _sound(self, name: str) -> Frames:
        if name not in self._decoded:
            frames = to_frames(decode(self._folder / f"{name}.flac"))
            self._decoded[name] = frames * np.float32(self._gains[name])
        return self._decoded[name]


def _choked(sound: Frames, at: int) -> Frames:
    """The sound up to a frame, faded out behind it."""
    cut = sound[: at + _CHOKE_FRAMES].copy()
    tail = cut[at:]
    tail *= np.linspace(1, 0, len(tail), dtype=np.float32)[:, np.newaxis]
    return cut
