"""A chart that is watched, with a clock that is moved by hand."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from menu_rig import MS, canvas_of, down, services_in
from rounds_rig import CycleSounds, ReadySongs

from game.app.play.setup import SeatSetup
from game.app.screens.base import Change
from game.app.screens.watch import WatchScreen
from game.app.watch.wishes import Wishes
from game.view.screens.play import PlaySnapshot
from game.view.screens.watch import WatchSnapshot

STEP_NS = 10 * MS


class WatchSounds(CycleSounds):
    """Stands in for the sound of what is watched."""

    levels = SimpleNamespace(song_gain=1.0, click_gain=1.0)


class Watching:
    """The screen, its file, and whoever saves and presses."""

    def __init__(self, folder: Path, text: str, *devices: str) -> None:
        self.path = folder / "one.duet"
        if text:
            self.save(text)
        self.services = services_in(folder)
        self.services.sound = self.sound = WatchSounds()  # type: ignore[assignment]  # stands in
        seats = (
            SeatSetup(number, f"P{number}", device, 5, "four", "standard")
            for number, device in enumerate(devices or ("bot", "bot"), start=1)
        )
        self.screen = WatchScreen(self.services, self.path, Wishes(tuple(seats)))
        self.screen.enter()
        self.now_ns = 0
        self._canvas = canvas_of()
        self._songs = ReadySongs()

    def save(self, text: str) -> None:
        """A text without a first line gets a header: half a second a quarter."""
        whole = text if text.startswith("#duet") else f"#duet 1\ntitle: T\nbpm: 120\n\n{text}"
        self.path.write_text(whole, encoding="utf-8")

    def pass_time(self, seconds: float) -> Change | None:
        for _ in range(round(seconds * 1_000 * MS / STEP_NS)):
            self.now_ns += STEP_NS
            play = self.screen.play
            if play is not None:
                # Nothing is prepared here: every song is there at any speed.
                play.songs = self._songs  # type: ignore[assignment]  # stands in for them
            change = self.screen.tick(self.now_ns)
            if change is not None:
                return change
            self.screen.draw(self._canvas, self.shown)
        return None

    def press(self, *names: str) -> Change | None:
        changes = []
        for name in names:
            changes.append(self.screen.handle(down(name), self.now_ns))
            self.pass_time(0.1)
        return changes[-1]

    @property
    def shown(self) -> WatchSnapshot:
        return self.screen.snapshot(self.now_ns)

    @property
    def played(self) -> PlaySnapshot:
        below = self.shown.below
        assert isinstance(below, PlaySnapshot)
        return below

    @property
    def bar(self) -> int:
        """The bar that sounds, from 1."""
        assert self.screen.play is not None
        return 1 + self.screen.play.bar(self.now_ns)
