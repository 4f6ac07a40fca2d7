"""What the chosen setting changes, to be seen and heard at once."""

from __future__ import annotations

from game.app.screens.player_keys import caps_of
from game.app.screens.setting_items import APPROACH, AUDIO_OFFSET, MUSIC, Item, Setting
from game.app.services import Services
from game.charts.pieces import Piece
from game.view.screens import settings as view
from game.view.widgets.note_preview import BEAT_MS, LAYOUT, PLAYER

NS_PER_MS = 1_000_000
_BEAT_NS = BEAT_MS * NS_PER_MS
_CLICK = "click_pct"
_VOICES = {"p1_pct": (1, Piece.SNARE), "p2_pct": (2, Piece.SNARE), "master_pct": (1, Piece.KICK)}


class SettingPreview:
    """A highway that moves while its speed or offset is chosen; drums and music at their volume."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._item: Item | None = None
        self._since_ns = 0
        self._beats = 0
        self._is_song_heard = False

    def show(self, item: Item, at_ns: int) -> None:
        """Another setting is chosen."""
        self.stop()
        self._item, self._since_ns, self._beats = item, at_ns, 0

    def stop(self) -> None:
        """Be still."""
        if self._is_song_heard:
            self._is_song_heard = False
            self._services.sound.stop_preview()
        self._item = None

    def changed(self, at_ns: int) -> None:
        """Let the chosen setting be heard as it is now."""
        sound = self._services.sound
        if self._item == MUSIC:
            self._hear_song()
        elif isinstance(self._item, Setting) and self._item.key in _VOICES:
            player, piece = _VOICES[self._item.key]
            sound.strike(player, piece)
        elif isinstance(self._item, Setting) and self._item.key == _CLICK:
            sound.click()
        else:
            sound.move()

    def tick(self, now_ns: int) -> None:
        """While the audio offset is chosen, a drum sounds on each beat."""
        if self._item != AUDIO_OFFSET:
            return
        beats = (now_ns - self._since_ns) // _BEAT_NS
        if beats > self._beats:
            self._beats = beats
            self._services.sound.strike(PLAYER, Piece.SNARE)

    @property
    def is_moving(self) -> bool:
        """Whether the highway moves."""
        return self._item in (APPROACH, AUDIO_OFFSET)

    @property
    def beat_ns(self) -> int | None:
        """When the next drum sounds."""
        if self._item != AUDIO_OFFSET:
            return None
        return self._since_ns + (self._beats + 1) * _BEAT_NS

    def snapshot(self, now_ns: int) -> view.Preview | None:
        """The highway; None for a setting that is not to be seen on it."""
        if not isinstance(self._item, Setting) or self._item.section == "volumes":
            return None
        playing = self._services.settings.playing
        passed_ms = (now_ns - self._since_ns) // NS_PER_MS if self.is_moving else 0
        return view.Preview(
            # The picture waits for the sound, as it does in play.
            now_ms=passed_ms - (playing.audio_offset_ms if self._item == AUDIO_OFFSET else 0),
            approach_ms=playing.approach_ms,
            caps=caps_of(self._services, PLAYER, LAYOUT),
        )

    def _hear_song(self) -> None:
        if self._is_song_heard:
            return
        for song in self._services.library.songs:
            if song.summary is not None and song.audio_path is not None:
                self._is_song_heard = True
                self._services.sound.preview(song.audio_path, song.summary.preview_s)
                return
