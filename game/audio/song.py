"""The song's player: a prepared WAV, played from its path, and where it has got to."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pygame

from game.audio.cycle import FADE_FRAMES, Cycle, write_cycle
from game.audio.mixer import Mixer
from game.audio.pcm import Frames
from game.audio.rate import frames_of, song_us_of
from game.audio.request import PreparedSong
from game.audio.tail import SongTail
from game.errors import AudioError

_HUSH_MS = 40
_HUSH_LONGEST_S = 0.08
"""A device that stands still is not waited for."""


class SongPlayer:
    """Plays one song at a time on the mixer's stream of music, which it shares with `Preview`.

    The song is a path and never a Python file object: the mixer's thread would want the
    interpreter for each buffer, and deadlock with a pause.
    """

    def __init__(self, mixer: Mixer) -> None:
        self._mixer = mixer
        self._song: PreparedSong | None = None
        self._loaded: Path | None = None
        self._tail = SongTail()
        self._gain = 1.0
        self._start_frame: int | None = None
        """Frame of the song at which the stream began; None while nothing plays."""

        self._is_paused = False

    def load(self, song: PreparedSong) -> None:
        """Take a song; nothing sounds yet.

        Raises:
            AudioError: its file is gone or broken.
        """
        self.stop()
        self._song = song
        self._load_file(song.path)

    def play(
        self,
        from_us: int | None = None,
        alongside: Frames | None = None,
        *,
        is_soft: bool = False,
    ) -> int | None:
        """Start at a song time, to the frame; returns the song time of the first frame played.

        Args:
            from_us: song time; None is the start of the file. Outside the song counts as its
                nearest end.
            alongside: mixed over the song from that frame on, such as `Click.count_in`.
            is_soft: the song fades in over 2 ms, so that a start in its midst does not crack.

        Raises:
            AudioError: the song's file is gone.
        """
        song = self._song
        if song is None or not self._mixer.is_open:
            return None
        self.stop()
        wanted = 0 if from_us is None else frames_of(from_us - song.start_us, song.rate_pct)
        frame = min(max(0, wanted), max(0, song.frames - 1))
        fade_frames = FADE_FRAMES if is_soft and frame else 0
        entry = self._tail.entry(song, frame, alongside, fade_frames)
        self._load_file(entry.path)
        pygame.mixer.music.set_volume(self._gain)
        pygame.mixer.music.play(start=entry.start_s)
        self._start_frame = entry.frame
        return song.start_us + song_us_of(entry.frame, song.rate_pct)

    def play_cycle(self, from_us: int, to_us: int, alongside: Frames | None = None) -> Cycle | None:
        """Play a part of the song over and over without a gap, from a song time to another.

        The position then runs on from `from_us` as if the part were followed by more song.

        Args:
            alongside: mixed over the start of each time round.

        Raises:
            AudioError: the song's file is gone, or no copy of the part can be written.
        """
        song = self._song
        if song is None or not self._mixer.is_open:
            return None
        self.stop()
        first = min(max(0, frames_of(from_us - song.start_us, song.rate_pct)), song.frames - 1)
        end = frames_of(to_us - song.start_us, song.rate_pct)
        end = min(max(first + 1, end), song.frames)
        path = self._tail.cycle_path(song)
        write_cycle(song, first, end, path, alongside)
        self._load_file(path)
        pygame.mixer.music.set_volume(self._gain)
        pygame.mixer.music.play(loops=-1)
        self._start_frame = first
        return Cycle(song.start_us + song_us_of(first, song.rate_pct), end - first, song.rate_pct)

    def pause(self) -> None:
        """Hold; `resume` goes on with the next frame."""
        if self._start_frame is not None:
            pygame.mixer.music.pause()
            self._is_paused = True

    def resume(self) -> None:
        if self._start_frame is not None:
            pygame.mixer.music.unpause()
            self._is_paused = False

    def stop(self) -> None:
        """End at once, and let go of the file."""
        self._start_frame = None
        self._is_paused = False
        self._loaded = None
        if self._mixer.is_open:
            pygame.mixer.music.stop()
            pygame.mixer.music.unload()

    def hush(self) -> None:
        """End without a crack: waits until a short fade is over."""
        if self._start_frame is not None and pygame.mixer.music.get_busy():
            pygame.mixer.music.fadeout(_HUSH_MS)
            end_s = monotonic() + _HUSH_LONGEST_S
            while pygame.mixer.music.get_busy() and monotonic() < end_s:
                pygame.time.wait(1)
        self.stop()

    def set_volume(self, gain: float) -> None:
        """Gain of the whole stream, 0 to 1: `Levels.master_gain`."""
        self._gain = gain
        if self._start_frame is not None:
            pygame.mixer.music.set_volume(gain)

    def position_us(self) -> int | None:
        """Song time that the mixer has got to; None if nothing plays or the song has ended.

        It counts the frames that were mixed plus the time since, in steps of a millisecond: fit a
        line to it. In a stall it runs on and then steps back. What is heard comes later by the
        device's latency.
        """
        if self._song is None or self._start_frame is None:
            return None
        if not self._is_paused and not pygame.mixer.music.get_busy():
            return None
        played_ms = pygame.mixer.music.get_pos()
        song, rate_pct = self._song, self._song.rate_pct
        return song.start_us + song_us_of(self._start_frame, rate_pct) + played_ms * 10 * rate_pct

    def close(self) -> None:
        """Stop, and leave nothing behind in the cache folder but songs."""
        self.stop()
        self._tail.forget()

    def _load_file(self, path: Path) -> None:
        if not self._mixer.is_open or path == self._loaded:
            return
        try:
            pygame.mixer.music.load(str(path))
        except (pygame.error, OSError) as error:
            raise AudioError(path, "", f"no song ({error})", "the prepared song") from error
        self._loaded = path
