"""Loading: the song is prepared in the background; what takes a moment shows how far it is."""

from __future__ import annotations

from time import perf_counter_ns

import pygame

from game.app.kits.midi import decisions_in
from game.app.play.loader import PlayLoader, song_request
from game.app.play.setup import PlaySetup
from game.app.recordings.equip import equipped
from game.app.screens.base import Change, Pop, Quit, Replace
from game.app.screens.menu_keys import MenuKey, menu_key
from game.app.screens.play import PlayScreen
from game.app.screens.song_card import title_in
from game.app.services import Services
from game.view.canvas import Canvas
from game.view.screens import loading as view

_QUIET_NS = 300_000_000
_POLL_NS = 50_000_000


class LoadingScreen:
    """Goes on to the play by itself; a song that cannot be played is explained."""

    text_input = False
    is_animated = False

    def __init__(self, services: Services, setup: PlaySetup) -> None:
        self._services = services
        self._setup, notice = equipped(setup, services.recordings, services.strings)
        if notice:
            services.notices.append(notice)
        self._loader: PlayLoader | None = None
        self._since_ns: int | None = None
        self._is_drawn = False

    def enter(self) -> None:
        self._services.pad_keys.settle(perf_counter_ns())
        levels = self._services.sound.levels
        request = song_request(
            self._setup,
            song_gain=levels.song_gain,
            click_gain=levels.click_gain,
            metronome=self._services.settings.playing.metronome,
        )
        self._loader = PlayLoader(
            request, self._services.folders.prepared_songs, self._services.shipped / "assets"
        )

    def leave(self) -> None:
        if self._loader is not None and not self._loader.is_done:
            self._loader.cancel()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        key = menu_key(event) or self._pad_key(event, at_ns)
        if key is MenuKey.BACK or (key is MenuKey.CHOOSE and self._fault()):
            self._services.sound.back()
            return Quit() if self._setup.quit_at_end else Pop()
        return None

    def _pad_key(self, event: pygame.Event, at_ns: int) -> MenuKey | None:
        """A pad leads back from what cannot be played; it cuts no loading short."""
        pads = self._services.pad_keys
        if not self._fault() or not self._services.settings.playing.menus_by_pads:
            return None
        for decision in decisions_in(event):
            if decision.is_passed:
                pads.hear(decision.hit)
        return pads.take(at_ns)

    def tick(self, now_ns: int) -> Change | None:
        self._since_ns = self._since_ns or now_ns
        # With the first picture the sound opens, and the play must know what it goes through.
        is_done = self._is_drawn and self._loader is not None and self._loader.is_done
        if is_done and self._loader is not None and self._loader.song is not None:
            return Replace(PlayScreen(self._services, self._setup, self._loader.song))
        return None

    def wake_ns(self, now_ns: int) -> int | None:
        return None if self._fault() else now_ns + _POLL_NS

    def snapshot(self, now_ns: int) -> view.LoadingSnapshot:
        waited_ns = now_ns - (self._since_ns or now_ns)
        shows_progress = self._loader is not None and waited_ns >= _QUIET_NS
        return view.LoadingSnapshot(
            title=title_in(self._setup.chart.meta, self._services.strings.language),
            progress=self._loader.progress if self._loader and shows_progress else None,
            fault=self._fault(),
        )

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, view.LoadingSnapshot)
        view.draw(canvas, snapshot, self._services.strings)
        self._is_drawn = True

    def _fault(self) -> str:
        fault = self._loader.fault if self._loader else None
        return str(fault) if fault else ""
