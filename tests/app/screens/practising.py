"""A practice that is played: the song waits for the players here, so that nothing is loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from helpers import chart
from menu_rig import MS, down, draw
from practice_scenes import practice_setup_of

from game.app.practice.choices import Choices
from game.app.screens.practice_play import PracticePlayScreen
from game.app.screens.practice_texts import PracticeTexts
from game.app.services import Services
from game.app.sound.audio_output import NO_OUTPUT, AudioOutput
from game.charts.compile import compile_timeline
from game.duet.practice.bars import Bars
from game.duet.practice.passes import Pass
from game.duet.practice.plan import Plan
from game.duet.sounding import Voice
from game.view.screens.practice_play import PracticePlaySnapshot

# Half a second a quarter; the second bar is practised.
TWO_BARS = """
P1 snare |x---|x-x-|
P2 kick  |o---|o-o-|
"""
PLAN = Plan(Bars(1, 1), rate_pct=80, threshold_pct=90, waits=True)
STEP_NS = 10 * MS


@dataclass
class StepSounds:
    """Stands in for the sound of a song that waits."""

    heard: list[str] = field(default_factory=list)
    output: AudioOutput = NO_OUTPUT
    drum_lead_ns: int = 0

    def wait_until_loaded(self) -> None: ...

    def move(self) -> None:
        self.heard.append("move")

    def back(self) -> None:
        self.heard.append("back")

    def click(self) -> None:
        self.heard.append("click")

    def stop(self) -> None:
        self.heard.append("stop")

    def drum(self, player: int, voice: Voice, velocity: int) -> None:
        self.heard.append(f"P{player} {voice.piece}")


class Practising:
    """A practice with a clock that is moved by hand."""

    def __init__(
        self, services: Services, devices: tuple[str, str] = ("keyboard", "keyboard")
    ) -> None:
        services.sound = self.sound = StepSounds()  # type: ignore[assignment]  # stands in for it
        setup = practice_setup_of(Path("two.duet"), chart(TWO_BARS), devices=devices)
        choices = Choices(compile_timeline(setup.chart, 1), (False, False))
        self.passes: list[Pass] = []
        self.speeds: list[int] = []
        self.texts = PracticeTexts(services.strings, choices)
        self.screen = PracticePlayScreen(
            services,
            setup,
            PLAN,
            self.texts,
            self.passes,
            self.speeds.append,
        )
        self.now_ns = 0
        self.screen.enter()
        self.pass_time(0.1)

    def pass_time(self, seconds: float) -> None:
        for _ in range(round(seconds * 1_000 * MS / STEP_NS)):
            self.now_ns += STEP_NS
            self.screen.tick(self.now_ns)
            # A picture has to be seen before the song starts.
            if self.now_ns % (100 * MS) == 0:
                draw(self.screen, now_ns=self.now_ns)

    def press(self, *names: str):
        return [self.screen.handle(down(name), self.now_ns) for name in names][-1]

    def play_round(self) -> None:
        """Both strike both notes, each when the song has waited for a while."""
        self.pass_time(4)
        for _ in range(2):
            self.press("S", "J")
            self.pass_time(2.5)

    @property
    def shown(self) -> PracticePlaySnapshot:
        shown = self.screen.snapshot(self.now_ns)
        assert isinstance(shown, PracticePlaySnapshot)
        return shown
