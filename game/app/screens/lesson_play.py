"""A step of the lesson while it is played: idea after idea, each as often as it takes."""

from __future__ import annotations

import logging
from statistics import median

import pygame

from game.app.kits.midi import decisions_in
from game.app.lesson.hold_to_skip import HoldToSkip
from game.app.lesson.picture import LessonPicture
from game.app.lesson.steps import keep_marks, step_text
from game.app.play.setup import PlaySetup
from game.app.practice.rounds import Rounds
from game.app.screens.base import Change, Replace
from game.app.screens.lesson_done import LessonDoneScreen
from game.app.screens.menu_keys import MenuKey
from game.app.screens.rounds_screen import RoundsScreen
from game.app.services import Services
from game.charts.compile import compile_timeline
from game.duet.lesson.lesson_run import LessonRun, ideas_of
from game.duet.practice.passes import Pass
from game.duet.practice.plan import Plan
from game.view.canvas import Canvas
from game.view.screens import lesson_play as view

_log = logging.getLogger(__name__)


class LessonPlayScreen(RoundsScreen):
    """Nothing can be missed, and nothing is scored; Enter goes on, an arrow goes back.

    A drum that is held goes on too: nobody has to leave their drums for it.
    """

    def __init__(self, services: Services, step: str, setup: PlaySetup) -> None:
        super().__init__(services, setup, metronome=False)
        self._lesson_step = step
        self._ideas = ideas_of(compile_timeline(setup.chart, setup.seats[0].player))
        self._run = LessonRun(len(self._ideas))
        self._learners = frozenset(seat.player for seat in setup.seats if not seat.is_bot)
        self._gaps_us: list[int] = []
        """The typical gap between the two in each idea that has one."""

        self._hold = self._new_hold()
        self._picture: LessonPicture | None = None

    def wanted(self) -> Plan:
        waits = self._run.waits
        return Plan(self._ideas[self._run.idea], waits=waits, metronome=waits)

    def begin(self, rounds: Rounds) -> None:
        self._hold = self._new_hold(rounds)
        self._picture = LessonPicture(
            self.services, rounds.session, self._lesson_step, self._run, self._learners
        )

    def started(self, rounds: Rounds) -> None:
        way = "without hurry" if self._run.waits else "in tempo"
        at_ns = rounds.from_ns()
        _log.info("idea %d %s: bars at host %d ns", self._run.idea + 1, way, at_ns)

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        change = super().handle(event, at_ns)
        self._hold.hear(event, at_ns, self.services.keyboard, self._bindings)
        for decision in decisions_in(event):
            hit = decision.hit
            drum = self._pads.binding(hit) if decision.is_passed else None
            if drum is not None and hit.piece is not None and self.rounds is not None:
                song_us = self.rounds.session.song_us(hit.raw.host_ns)
                self._hold.strike(drum, hit.piece, hit.raw.host_ns, song_us)
        return change

    def tick(self, now_ns: int) -> Change | None:
        return self._go_on() if self._held(now_ns) >= 1 else super().tick(now_ns)

    def press(self, key: MenuKey | None) -> Change | None:
        if key in (MenuKey.CHOOSE, MenuKey.RIGHT):
            return self._go_on()
        if key is MenuKey.LEFT:
            self.services.sound.move()
            return self._take(self._run.back())
        return None

    def hear(self, rounds: Rounds, played: Pass) -> Change | None:
        hits = ", ".join(f"{each.hits} of {each.notes}" for each in played.players)
        _log.info("idea %d: hit %s", self._run.idea + 1, hits)
        if not self._run.waits and played.gap_us is not None:
            self._gaps_us.append(played.gap_us)
        return self._take(self._run.after(played, self._learners))

    def title(self) -> str:
        return step_text(self.services.strings, self._lesson_step, "title")

    def played(self, rounds: Rounds, now_ns: int) -> view.LessonPlaySnapshot:
        assert self._picture is not None
        return self._picture.frame(now_ns, rounds, self._held(now_ns))

    def draw_played(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, view.LessonPlaySnapshot)
        view.draw(canvas, snapshot, self.services.strings)

    def _new_hold(self, rounds: Rounds | None = None) -> HoldToSkip:
        """Nothing is held; who holds on from before has to let go first."""
        is_by_pads = self.services.settings.playing.menus_by_pads
        return HoldToSkip(is_by_pads, rounds.session.timelines if rounds else ())

    def _held(self, now_ns: int) -> float:
        """How far a skip is, 0 to 1."""
        if self.rounds is None or not self.rounds.session.is_running:
            return 0.0
        return self._hold.share(now_ns, self.rounds.session.song_us(now_ns))

    def _go_on(self) -> Change | None:
        """Past the rest of this idea."""
        _log.info("idea %d: skipped", self._run.idea + 1)
        self.services.sound.move()
        return self._take(self._run.skipped())

    def _take(self, run: LessonRun) -> Change | None:
        """Where the step stands from now on."""
        self._run = run
        if not run.is_over:
            self.drop_round()
            return None
        keep_marks(self.services, self._lesson_step, run.marks())
        are_two = len(self._learners) > 1 and self._gaps_us
        gap_us = round(median(self._gaps_us)) if are_two else None
        _log.info("step %s: %d marks", self._lesson_step, run.marks())
        return Replace(
            LessonDoneScreen(
                self.services, self._lesson_step, self.setup, run.marks(), gap_us, LessonPlayScreen
            )
        )
