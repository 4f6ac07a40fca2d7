"""A taste of a song in the list, straight from its file."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.audio.decode import FORMATS, stranger_at
from game.audio.levels import PREVIEW_LEVEL, Levels
from game.audio.mixer import Mixer
from game.errors import AudioError

FADE_IN_MS = 500
FADE_OUT_MS = 150


class Preview:
    """Plays on the mixer's stream of music, which it shares with `SongPlayer`."""

    def __init__(self, mixer: Mixer, levels: Levels | None = None) -> None:
        self._mixer = mixer
        self.levels = levels or Levels()

    def play(self, path: Path, from_s: float = 0.0) -> None:
        """Fade in from a second of the file, or from its start if it is shorter.

        Opening takes about two milliseconds; nothing is decoded ahead.

        Raises:
            AudioError: the file cannot be played.
        """
        if not self._mixer.is_open:
            return
        self.stop_now()
        stranger = stranger_at(path)
        if stranger:
            raise AudioError(path, "", stranger, FORMATS)
        try:
            pygame.mixer.music.load(str(path))
            gain = PREVIEW_LEVEL * self.levels.song_gain * self.levels.master_gain
            pygame.mixer.music.set_volume(gain)
            _start(max(0.0, from_s))
        except (pygame.error, OSError) as error:
            found = f"no sound that can be decoded ({error})"
            raise AudioError(path, "", found, FORMATS) from error

    def stop(self) -> None:
        """Fade out; returns at once."""
        if self._mixer.is_open:
            pygame.mixer.music.fadeout(FADE_OUT_MS)

    def stop_now(self) -> None:
        """End at once. A load during a fade would wait for its end."""
        if self._mixer.is_open:
            pygame.mixer.music.stop()
            pygame.mixer.music.unload()

    @property
    def is_playing(self) -> bool:
        return self._mixer.is_open and pygame.mixer.music.get_busy()


def _start(from_s: float) -> None:
    try:
        pygame.mixer.music.play(start=from_s, fade_ms=FADE_IN_MS)
    except pygame.error:
        pygame.mixer.music.play(fade_ms=FADE_IN_MS)
