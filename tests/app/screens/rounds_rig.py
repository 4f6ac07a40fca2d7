"""Practice and lesson while they are played, with a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lesson_scenes import seats_of
from menu_rig import MS, draw
from pad_events import plugged
from practising import Practising, StepSounds

from game.app.lesson.steps import step_setup
from game.app.screens.base import Change
from game.app.screens.lesson_play import LessonPlayScreen
from game.app.screens.rounds_screen import RoundsScreen
from game.app.services import Services
from game.audio.cycle import Cycle
from game.audio.rate import frames_of
from game.audio.request import PreparedSong


class ReadySongs:
    """Songs that are there at any speed."""

    progress = 1.0

    def want(self, rate_pct: int) -> None: ...

    def song(self, rate_pct: int) -> PreparedSong:
        return PreparedSong(Path("song.wav"), 0, 60_000_000, rate_pct)

    def stop(self) -> None: ...


class CycleSounds(StepSounds):
    """Stands in for the sound of a song that goes round."""

    def load_song(self, song: PreparedSong) -> None: ...

    def play_cycle(
        self, from_us: int, to_us: int, sticks_us: Iterable[int], rate_pct: int
    ) -> Cycle:
        return Cycle(from_us, frames_of(to_us - from_us, rate_pct), rate_pct)

    def position_us(self) -> None: ...


class Rounds:
    """Rounds of a screen whose clock is moved by hand."""

    def __init__(self, screen: RoundsScreen) -> None:
        self.screen = screen
        self.now_ns = 0
        screen.enter()

    def pass_time(self, seconds: float) -> Change | None:
        """Look ten times a second; ends where the screen leads elsewhere."""
        for _ in range(round(seconds * 10)):
            self.now_ns += 100 * MS
            change = self.screen.tick(self.now_ns)
            if change is not None:
                return change
            # A picture has to be seen before the song starts.
            if not self.is_played:
                draw(self.screen, now_ns=self.now_ns)
        return None

    def plug(self, *devices: str) -> None:
        """From now on these are plugged in."""
        self.screen.handle(plugged(self.screen.services, *devices), self.now_ns)

    @property
    def is_played(self) -> bool:
        return self.screen.rounds is not None and self.screen.rounds.session.is_running

    @property
    def shown(self) -> object:
        return self.screen.snapshot(self.now_ns)


def practice(services: Services, *devices: str) -> Rounds:
    one, other = devices
    screen = Practising(services, (one, other)).screen
    screen.leave()
    return Rounds(screen)


def lesson(services: Services, *devices: str) -> Rounds:
    services.sound = CycleSounds()  # type: ignore[assignment]  # stands in for it
    setup = step_setup(services, "pulse", seats_of(*devices), seed=1)
    screen = LessonPlayScreen(services, "pulse", setup)
    screen.songs = ReadySongs()  # type: ignore[assignment]  # stands in for them
    return Rounds(screen)
