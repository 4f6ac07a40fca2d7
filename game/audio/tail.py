"""Starting a song anywhere, exactly.

SDL_mixer seeks a WAV to whole seconds only (2.8 drops the rest of the position), so a start between
two seconds is played from a copy of the song that begins there. A count-in is mixed into such a
copy: two sounds that are started one after the other may begin a buffer apart.
"""

from __future__ import annotations

import os
import wave
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.audio.levels import SONG_PEAK
from game.audio.limiter import limited
from game.audio.pcm import Frames, Pcm, silence, to_frames, to_pcm
from game.audio.rate import CHANNELS, FREQUENCY_HZ
from game.audio.request import PreparedSong

_PREFIX = "tail-"
_CHUNK_FRAMES = 1 << 18


@dataclass(frozen=True, slots=True)
class Entry:
    """A way into a song that the mixer can take to the frame."""

    path: Path
    start_s: int
    """Second of that file at which to start."""

    frame: int
    """Frame of the song that is then played first."""


def is_tail(path: Path) -> bool:
    """Whether a file of the cache folder is a copy made here."""
    return path.name.startswith(_PREFIX)


class SongTail:
    """The one copy that this process keeps beside its songs."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._holds: tuple[Path, int, int] | None = None

    def entry(
        self, song: PreparedSong, frame: int, over: Frames | None = None, fade_frames: int = 0
    ) -> Entry:
        """How to start `song` at `frame`, faded in over so many, with something mixed over it.

        If no copy can be written, it starts up to a second earlier and without what was over it.
        """
        second, rest = divmod(frame, FREQUENCY_HZ)
        is_plain = over is None or not len(over)
        if rest == 0 and is_plain and not fade_frames:
            return Entry(song.path, second, frame)
        try:
            layer = silence(0) if over is None else over
            return Entry(self._copy(song, frame, layer, fade_frames), 0, frame)
        except (OSError, EOFError, wave.Error):
            return Entry(song.path, second, second * FREQUENCY_HZ)

    def cycle_path(self, song: PreparedSong) -> Path:
        """Where a part of the song may be written, in place of the copy kept before."""
        self.forget()
        self._path = song.path.with_name(f"{_PREFIX}{os.getpid()}.wav")
        return self._path

    def forget(self) -> None:
        """Remove the copy. The mixer must have let go of it."""
        if self._path:
            with suppress(OSError):
                self._path.unlink()
        self._path = self._holds = None

    def _copy(self, song: PreparedSong, frame: int, over: Frames, fade_frames: int) -> Path:
        wanted = None if len(over) else (song.path, frame, fade_frames)
        if self._path and self._path.exists() and wanted and self._holds == wanted:
            return self._path
        self.forget()
        path = song.path.with_name(f"{_PREFIX}{os.getpid()}.wav")
        self._path = path
        with wave.open(str(song.path), "rb") as source, wave.open(str(path), "wb") as target:
            target.setparams(source.getparams())
            target.setnframes(source.getnframes() - frame)
            source.setpos(frame)
            changed = max(len(over), fade_frames)
            target.writeframesraw(_mixed(source.readframes(changed), over, fade_frames))
            while chunk := source.readframes(_CHUNK_FRAMES):
                target.writeframesraw(chunk)
        self._holds = wanted
        return path


def _mixed(data: bytes, over: Frames, fade_frames: int) -> bytes:
    """Frames of a WAV, faded in, with a layer over them."""
    pcm: Pcm = np.frombuffer(data, "<i2").reshape(-1, CHANNELS)
    both = to_frames(pcm)
    ramp = np.linspace(0, 1, fade_frames, dtype=np.float32)[: len(pcm), np.newaxis]
    both[: len(ramp)] *= ramp
    layer = over[: len(pcm)]
    both[: len(layer)] += layer
    return to_pcm(limited(both, SONG_PEAK)).astype("<i2").tobytes()
