"""The sound test: tap along with the clicks, by ear alone."""

from __future__ import annotations

from game.app.calibration.tap_song import tap_loader
from game.app.calibration.tap_test import NoSound, TapTest
from game.app.play.loader import PlayLoader
from game.app.screens.menu import Picture
from game.app.screens.tap_test import TapTestScreen
from game.app.services import Services
from game.charts.model import PLAYERS
from game.errors import AudioError
from game.timing.offsets import Kind
from game.view.screens import tap_test as view
from game.view.widgets.rug import Rug

_GLOW_NS = 180_000_000
_GLOW_STEPS = 6
_REACH_MS = 120.0
_US_PER_MS = 1_000
_LEAST_SHOWN = 6


class SoundTestScreen(TapTestScreen):
    """Shows no beat: the ear is what is measured. What is to be seen are the taps' own middle."""

    kind = Kind.SOUND

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._loader: PlayLoader | None = None

    def enter(self) -> None:
        super().enter()
        self._loader = tap_loader(self.services, self.setup)

    def leave(self) -> None:
        super().leave()
        if self._loader is not None and not self._loader.is_done:
            self._loader.cancel()

    def prepared(self) -> TapTest | None:
        loader = self._loader
        if loader is None or not loader.is_done:
            return None
        if loader.song is None:
            raise loader.fault or AudioError(self.setup.path, "", "no sound", "the beats")
        self.sound.wait_until_loaded()
        self.sound.load_song(loader.song)
        return TapTest(
            self.setup,
            self.sound,
            NoSound(),
            start_us=loader.song.start_us,
            end_us=loader.song.end_us,
        )

    def snapshot(self, now_ns: int) -> view.TapTestSnapshot:
        return view.TapTestSnapshot(
            heading=self.strings("calibration.sound_heading"),
            task=self.strings("calibration.sound_task"),
            cards=tuple(self._card(player, now_ns) for player in PLAYERS),
            frame=self.frame(self.hint("common.hint_back", self.strings("common.escape"))),
        )

    def picture(self) -> Picture:
        return view

    def _card(self, player: int, now_ns: int) -> view.TapCard:
        return view.TapCard(
            name=self.names[player - 1],
            word=self.word(player),
            is_done=self.is_done(player),
            share=self.share(player),
            glow=self._glow(player, now_ns),
            label=self.strings(f"common.p{player}"),
            rug=self._rug(player),
        )

    def _glow(self, player: int, now_ns: int) -> float:
        """In steps, so that equal pictures are not drawn again."""
        if self.test is None:
            return 0.0
        pressed = self.test.session.pressed_ns
        last_ns = max((ns for key, ns in pressed.items() if key.player == player), default=None)
        if last_ns is None:
            return 0.0
        steps = _GLOW_STEPS - max(0, now_ns - last_ns) * _GLOW_STEPS // _GLOW_NS
        return max(0, steps) / _GLOW_STEPS

    def _rug(self, player: int) -> Rug | None:
        """The taps around their own middle: how even they are, and nothing that leads the hand."""
        errors_us = self.test.errors_us(player) if self.test is not None else ()
        if len(errors_us) < _LEAST_SHOWN:
            return None
        middle_us = sorted(errors_us)[len(errors_us) // 2]
        return Rug(tuple((each - middle_us) / _US_PER_MS for each in errors_us), reach_ms=_REACH_MS)
