"""A part of a song as a file of its own, to be played over and over without a gap."""

from __future__ import annotations

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.audio.levels import SONG_PEAK
from game.audio.limiter import limited
from game.audio.pcm import Frames, Pcm, silence, to_frames, to_pcm
from game.audio.rate import CHANNELS, song_us_of
from game.audio.request import PreparedSong
from game.errors import AudioError

FADE_FRAMES = 96
"""Both ends fade over 2 ms, so that the join does not crack."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """What is played over and over."""

    from_us: int
    """Song time of its first frame."""

    frames: int
    rate_pct: int

    def us_of(self, times: int) -> int:
        """How much song time so many times round last, to the nearest microsecond."""
        return song_us_of(times * self.frames, self.rate_pct)


def write_cycle(
    song: PreparedSong, first: int, end: int, path: Path, over: Frames | None = None
) -> None:
    """Write frames `first` to `end` of a song to `path`, with something mixed over their start.

    Raises:
        AudioError: the song cannot be read, or the part cannot be written.
    """
    try:
        with wave.open(str(song.path), "rb") as source:
            source.setpos(first)
            part = _faded(source.readframes(end - first))
            layer = silence(0) if over is None else over[: len(part)]
            part[: len(layer)] = limited(part[: len(layer)] + layer, SONG_PEAK)
            with wave.open(str(path), "wb") as target:
                target.setparams(source.getparams())
                target.writeframes(to_pcm(part).astype("<i2").tobytes())
    except (OSError, EOFError, wave.Error) as error:
        raise AudioError(path, "", str(error), "a part of the song to practise") from error


def _faded(data: bytes) -> Frames:
    pcm: Pcm = np.frombuffer(data, "<i2").reshape(-1, CHANNELS)
    part = to_frames(pcm)
    ramp = np.linspace(0, 1, min(FADE_FRAMES, len(part)), dtype=np.float32)[:, np.newaxis]
    part[: len(ramp)] *= ramp
    part[len(part) - len(ramp) :] *= ramp[::-1]
    return part
