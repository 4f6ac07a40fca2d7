"""The picture test: hit when a note meets the line, by eye alone."""

from __future__ import annotations

from game.app.calibration.tap_test import NoSound, TapTest
from game.app.play.picture import PlayPicture
from game.app.screens.menu import Picture
from game.app.screens.tap_test import TapTestScreen
from game.app.services import Services
from game.charts.model import PLAYERS
from game.timing.offsets import Kind
from game.view.highway.side import Now
from game.view.screens import picture_test as view

_US_PER_MS = 1_000


class PictureTestScreen(TapTestScreen):
    """Looks like play, and says nothing of early or late."""

    kind = Kind.PICTURE

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        still = NoSound()
        self.test = TapTest(self.setup, still, still)
        self._play = PlayPicture(services, self.test.session)

    def prepared(self) -> TapTest | None:
        return self.test

    def snapshot(self, now_ns: int) -> view.PictureTestSnapshot:
        frame = self._play.frame(now_ns, visual_ns=0)
        approach_us = self.services.settings.playing.approach_ms * _US_PER_MS
        return view.PictureTestSnapshot(
            heading=self.strings("calibration.picture_heading"),
            task=self.strings("calibration.picture_task"),
            now=Now(frame.visual_us, approach_us),
            seats=frame.seats,
            progress=tuple(
                view.Progress(
                    self.names[player - 1],
                    self.word(player),
                    self.is_done(player),
                    self.share(player),
                )
                for player in PLAYERS
            ),
            frame=self.frame(self.hint("common.hint_back", self.strings("common.escape"))),
        )

    def picture(self) -> Picture:
        return view
