"""What both timing tests do alike: take taps, and go on to the result when there are enough."""

from __future__ import annotations

import logging

import pygame

from game.app.calibration.tap_song import tap_setup
from game.app.calibration.tap_test import TapTest
from game.app.calibration.taps import Taps
from game.app.screens.base import Change, Pop, Replace
from game.app.screens.menu import Menu
from game.app.screens.menu_keys import MenuKey
from game.app.screens.tap_result import TapResultScreen
from game.app.services import Services
from game.charts.model import PLAYERS
from game.errors import AudioError
from game.timing.calibration import MOST_TAPS
from game.timing.offsets import Kind
from game.view.canvas import Canvas

_log = logging.getLogger(__name__)


class TapTestScreen(Menu):
    """Begins by itself; whoever taps takes part; ends when everybody who does has tapped enough."""

    is_steered_by_pads = False

    kind: Kind

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.names = tuple(
            services.settings.player(player).name or self.strings(f"common.p{player}")
            for player in PLAYERS
        )
        self.setup = tap_setup(services.settings, self.names, services.midi.devices)
        self.test: TapTest | None = None
        """None while it is being prepared."""

        self._taps = Taps(services, self.setup)
        self._is_drawn = False

    def leave(self) -> None:
        super().leave()
        self.sound.stop()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        taps = tuple(self._taps.of(event, at_ns))
        for tap in taps:
            if self.test is not None:
                self.test.tap(tap)
        return None if taps else super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        return None

    def tick(self, now_ns: int) -> Change | None:
        if self.test is None or not self.test.session.is_running:
            try:
                self._begin(now_ns)
            except AudioError as error:
                self.services.notices.append(str(error))
                return Pop()
        else:
            self.test.session.step(now_ns)
            if self.test.is_over(now_ns):
                return Replace(self._result(self.test))
        return super().tick(now_ns)

    def moves(self, now_ns: int) -> bool:
        return True

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        super().draw(canvas, snapshot)
        # Building the first picture takes a moment, which must not be a gap among the beats.
        self._is_drawn = True

    def prepared(self) -> TapTest | None:
        """The test, as soon as it can begin.

        Raises:
            AudioError: its sound cannot be had.
        """
        raise NotImplementedError

    def word(self, player: int) -> str:
        """How a player joins, how many taps there are, or that they are enough."""
        taps = self._count(player)
        if not taps:
            return self.strings("calibration.join")
        if self.is_done(player):
            return self.strings("calibration.enough")
        return self.strings("calibration.taps", taps=taps)

    def share(self, player: int) -> float:
        """How far a player is: a steady one may be done halfway."""
        return 1.0 if self.is_done(player) else self._count(player) / MOST_TAPS

    def is_done(self, player: int) -> bool:
        return self.test is not None and self.test.is_done(player)

    def _count(self, player: int) -> int:
        return len(self.test.taps_us(player)) if self.test is not None else 0

    def _begin(self, now_ns: int) -> None:
        if self.test is None:
            self.test = self.prepared()
        elif self._is_drawn:
            self.test.session.start(now_ns)
            _log.info("beat 0 at host %d ns", self.test.session.song_zero_ns())

    def _result(self, test: TapTest) -> TapResultScreen:
        results = {player: test.result(player) for player in test.players}
        errors_us = {player: test.errors_us(player) for player in test.players}
        return TapResultScreen(
            self.services, self.kind, type(self), results, errors_us, dict(test.devices)
        )
