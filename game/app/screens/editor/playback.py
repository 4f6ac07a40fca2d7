"""Hearing the chart: the song with both parts' drums, and a metronome, from any place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.app.play.loader import PlayLoader
from game.app.play.setup import PlaySetup
from game.app.play.waveform import waveform_of
from game.app.services import Services
from game.audio.levels import SONG_LUFS, SONG_PEAK
from game.audio.request import PreparedSong, SongRequest
from game.charts.model import PLAYERS, Chart, Note
from game.charts.pieces import Piece, Stroke
from game.errors import AudioError
from game.timing.song_clock import SongClock
from game.view.screens.editor.snapshot import Waveform

RATES_PCT = (40, 50, 60, 75, 90, 100, 110, 125, 150)
_LEAD_IN_US = 4_000_000
_ROLL_STEP_US = 90_000
_TAIL_US = 500_000


@dataclass(frozen=True, slots=True)
class _Strike:
    """One drum to sound; the metronome is no player's."""

    at_us: int
    player: int
    piece: Piece | None = None
    open: bool = False
    accent: bool = False
    ghost: bool = False


class Playback:
    """The song is prepared in a thread; until then nothing plays."""

    def __init__(self, services: Services, path: Path) -> None:
        self._services = services
        self._path = path
        self.rate_pct = 100
        self.has_metronome = False
        self.wave: Waveform | None = None
        self.fault = ""
        self._request: SongRequest | None = None
        self._loader: PlayLoader | None = None
        self.song: PreparedSong | None = None
        """Ready to be played at the present speed."""

        self._clock = SongClock()
        self._strikes: list[_Strike] = []
        self._next = 0
        self._end_us = 0

    @property
    def is_running(self) -> bool:
        return self._clock.is_running

    @property
    def is_preparing(self) -> bool:
        return self._loader is not None

    def prepare(self, chart: Chart) -> None:
        """Get the sound ready for this chart at the present speed; what is ready already stays."""
        levels = self._services.sound.levels
        setup = PlaySetup(self._path, chart, ())
        request = SongRequest(
            audio=setup.audio_path,
            end_us=chart.tempo_map.us(chart.end_beat) + _TAIL_US,
            offset_us=setup.offset_us,
            lead_in_us=_LEAD_IN_US,
            rate_pct=self.rate_pct,
            song_gain=levels.song_gain,
            song_lufs=SONG_LUFS,
            peak=SONG_PEAK,
            click_gain=levels.click_gain,
        )
        if request == self._request:
            return
        self.close()
        self.fault = ""
        self._request = request
        folders = self._services.folders
        assets = self._services.shipped / "assets"
        self._loader = PlayLoader(request, folders.prepared_songs, assets)

    def close(self) -> None:
        """Let go of a preparation."""
        if self._loader is not None:
            self._loader.cancel()
        self._loader = self._request = self.song = None

    def start(
        self, now_ns: int, chart: Chart, from_us: int, *, silent: Collection[int] = ()
    ) -> bool:
        """Play from a song time; False if the song is not ready or cannot be played.

        Args:
            silent: players whose written notes are not heard.
        """
        if self.song is None:
            return False
        sound = self._services.sound
        try:
            sound.load_song(self.song)
            started_us = sound.play(from_us, (), self.rate_pct)
        except AudioError as error:
            self.fault = str(error)
            return False
        self._clock = SongClock(from_us, self.rate_pct)
        self._clock.start(now_ns, from_us if started_us is None else started_us)
        self._strikes = sorted(_strikes(chart, silent), key=lambda each: each.at_us)
        self._next = bisect_left(self._strikes, from_us, key=lambda each: each.at_us)
        self._end_us = chart.tempo_map.us(chart.end_beat)
        return True

    def stop(self, now_ns: int) -> None:
        """Fall silent."""
        if self._clock.is_running:
            self._clock.stop(now_ns)
            self._services.sound.stop()

    def song_us(self, now_ns: int) -> int:
        """The song time that sounds at a host time."""
        return self._clock.song_us(now_ns)

    def tick(self, now_ns: int) -> bool:
        """Sound what is due; True if the song has come to its end."""
        self._take_song()
        if not self._clock.is_running:
            return False
        position_us = self._services.sound.position_us()
        if position_us is not None:
            self._clock.observe(now_ns, position_us)
        now_us = self._clock.song_us(now_ns)
        to_us = self._clock.song_us(now_ns - self._services.sound.drum_lead_ns)
        while self._next < len(self._strikes) and self._strikes[self._next].at_us <= to_us:
            self._sound(self._strikes[self._next])
            self._next += 1
        return now_us >= self._end_us

    def wake_ns(self) -> int | None:
        """When the next drum sounds."""
        if not self._clock.is_running or self._next >= len(self._strikes):
            return None
        strike_ns = self._clock.host_ns(self._strikes[self._next].at_us)
        return None if strike_ns is None else strike_ns + self._services.sound.drum_lead_ns

    def _take_song(self) -> None:
        if self._loader is None or not self._loader.is_done:
            return
        self.song, fault = self._loader.song, self._loader.fault
        self.fault = str(fault) if fault else ""
        self._loader = None
        if self.song is not None and self.song.rate_pct == 100:
            self.wave = waveform_of(self.song)

    def _sound(self, strike: _Strike) -> None:
        sound = self._services.sound
        if strike.piece is None:
            if self.has_metronome:
                sound.click()
            return
        sound.strike(
            strike.player,
            strike.piece,
            open=strike.open,
            accent=strike.accent,
            ghost=strike.ghost,
        )


def _strikes(chart: Chart, silent: Collection[int]) -> Iterator[_Strike]:
    clock = chart.tempo_map
    for player in PLAYERS:
        for note in () if player in silent else chart.parts[player - 1].notes:
            for at_us in _times_us(note, chart):
                is_ghost = note.stroke is Stroke.GHOST
                yield _Strike(at_us, player, note.piece, note.open, note.accent, is_ghost)
    for bar in chart.bars:
        for beat in bar.pulse_beats():
            yield _Strike(clock.us(beat), 0)


def _times_us(note: Note, chart: Chart) -> range:
    at_us = chart.tempo_map.us(note.beat)
    end_us = chart.tempo_map.us(note.beat + note.length)
    return range(at_us, max(at_us + 1, end_us), _ROLL_STEP_US)
