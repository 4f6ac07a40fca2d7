"""A step of the lesson while it is played, with a clock that is moved by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from helpers import chart
from menu_rig import MS, down, draw, up
from practice_rig import RoundSounds

from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.base import Change
from game.app.screens.lesson_play import LessonPlayScreen
from game.app.services import Services
from game.view.screens.lesson_play import LessonPlaySnapshot

STEP_NS = 10 * MS
# Half a second a quarter; two ideas of two bars.
IDEAS = """
== One ==
P1 kick |o-o-|o-o-|
P2 kick |o-o-|o-o-|
== Two ==
P1 kick |o-o-|o-o-|
P2 kick |o-o-|o-o-|
"""


@dataclass
class LessonSounds(RoundSounds):
    """Stands in for the sound, songs included."""

    heard: list[str] = field(default_factory=list)

    def wait_until_loaded(self) -> None: ...

    def load_song(self, song: object) -> None: ...

    def move(self) -> None:
        self.heard.append("move")

    def back(self) -> None:
        self.heard.append("back")


class ReadySong:
    """Stands in for the preparation of a song: it is there at once."""

    progress = 1.0

    def want(self, rate_pct: int) -> None: ...

    def song(self, rate_pct: int) -> object:
        return self

    def stop(self) -> None: ...


class Learning:
    """Somebody at each seat, or whatever the devices say."""

    def __init__(
        self,
        services: Services,
        *devices: str,
        step: str = "pulse",
        rows: str = IDEAS,
        names: tuple[str, str] = ("Mina", "Jun"),
    ) -> None:
        services.sound = self.sound = LessonSounds()  # type: ignore[assignment]  # stands in
        seats = tuple(
            SeatSetup(player, name, device, 5, "four", "relaxed")
            for player, name, device in zip(
                (1, 2), names, devices or ("keyboard", "keyboard"), strict=True
            )
        )
        setup = PlaySetup(Path("step.duet"), chart(rows), seats)
        self.screen = LessonPlayScreen(services, step, setup)
        self.screen.songs = ReadySong()  # type: ignore[assignment]  # stands in for it
        self.now_ns = 0
        self.change: Change | None = None
        self.screen.enter()
        self.pass_time(0.2)

    def pass_time(self, seconds: float) -> None:
        for _ in range(round(seconds * 1_000 * MS / STEP_NS)):
            self.now_ns += STEP_NS
            self.change = self.change or self.screen.tick(self.now_ns)
            # A picture has to be seen before the song starts.
            if self.now_ns % (100 * MS) == 0 and self.change is None:
                draw(self.screen, now_ns=self.now_ns)

    def down(self, key: str) -> None:
        self.change = self.change or self.screen.handle(down(key), self.now_ns)

    def up(self, key: str) -> None:
        self.change = self.change or self.screen.handle(up(key), self.now_ns)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.down(key)
            self.up(key)

    def until_bars(self) -> None:
        """Pass the count-in."""
        rounds = self.screen.rounds
        assert rounds is not None
        self.pass_time((rounds.from_ns() - self.now_ns) / (1_000 * MS))

    def play_idea(self, *keys: str) -> None:
        """From the count-in to the end of the idea, hitting these keys on each stroke."""
        self.until_bars()
        for _ in range(4):
            self.press(*keys)
            self.pass_time(1)
        self.pass_time(0.5)

    @property
    def shown(self) -> LessonPlaySnapshot:
        shown = self.screen.snapshot(self.now_ns)
        assert isinstance(shown, LessonPlaySnapshot), shown
        return shown

    @property
    def place(self) -> str:
        return self.shown.play.bpm_text
