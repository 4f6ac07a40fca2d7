"""The song at the speeds of a practice: prepared while another one sounds."""

from __future__ import annotations

from dataclasses import replace

from game.app.play.loader import PlayLoader, song_request
from game.app.play.setup import PlaySetup
from game.app.services import Services
from game.audio.request import PreparedSong


class SongAtSpeed:
    """One preparation at a time: a new wish ends the one before. The cache keeps what is done."""

    def __init__(self, services: Services, setup: PlaySetup, *, metronome: bool) -> None:
        self._services = services
        self._setup = setup
        self._metronome = metronome
        self._songs: dict[int, PreparedSong] = {}
        self._loader: PlayLoader | None = None

    @property
    def progress(self) -> float:
        """How far the preparation is, 0 to 1."""
        return self._loader.progress if self._loader else 1.0

    def want(self, rate_pct: int) -> None:
        """Have the song at this speed as soon as can be."""
        if rate_pct in self._songs:
            return
        if self._loader is not None:
            if self._loader.request.rate_pct == rate_pct:
                return
            self.stop()
        levels = self._services.sound.levels
        request = song_request(
            replace(self._setup, rate_pct=rate_pct),
            song_gain=levels.song_gain,
            click_gain=levels.click_gain,
            metronome=self._metronome,
        )
        self._loader = PlayLoader(
            request, self._services.folders.prepared_songs, self._services.shipped / "assets"
        )

    def song(self, rate_pct: int) -> PreparedSong | None:
        """The song at this speed, once it is there.

        Raises:
            AudioError: it cannot be had.
        """
        loader = self._loader
        if loader is not None and loader.is_done:
            self._loader = None
            if loader.song is not None:
                self._songs[loader.request.rate_pct] = loader.song
            elif loader.request.rate_pct == rate_pct and loader.fault is not None:
                raise loader.fault
        return self._songs.get(rate_pct)

    def stop(self) -> None:
        """Give up what is under way."""
        if self._loader is not None and not self._loader.is_done:
            self._loader.cancel()
        self._loader = None
