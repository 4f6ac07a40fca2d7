"""A step of the lesson while it is played: idea after idea, each as often as it takes."""

from __future__ import annotations

import logging

import pygame

from game.app.garbage import pause_collector, resume_collector
from game.app.lesson.picture import LessonPicture
from game.app.lesson.steps import keep_marks, step_text
from game.app.midi import MIDI_ARRIVED, decisions_in
from game.app.pad_bindings import PadBindings
from game.app.play_setup import PlaySetup
from game.app.practice.rounds import Rounds
from game.app.practice.song_at_speed import SongAtSpeed
from game.app.screens.base import Change, Pop, Replace
from game.app.screens.lesson_done import LessonDoneScreen
from game.app.screens.menu_keys import MenuKey, menu_key
from game.app.services import Services
from game.charts.compile import compile_timeline
from game.duet.lesson.lesson_run import LessonRun, ideas_of
from game.duet.practice.passes import Pass
from game.duet.practice.plan import Plan
from game.errors import AudioError
from game.input.bindings import KeyBindings
from game.view.canvas import Canvas
from game.view.screens import lesson_play as view
from game.view.screens import loading

_log = logging.getLogger(__name__)

_NS_PER_MS = 1_000_000
_LONGEST_GAP_NS = 250 * _NS_PER_MS
_POLL_NS = 50 * _NS_PER_MS
_QUIET_NS = 300 * _NS_PER_MS
_RATE_PCT = 100


class LessonPlayScreen:
    """Nothing can be missed, and nothing is scored; Enter goes on, an arrow goes back."""

    text_input = False
    is_animated = True

    def __init__(self, services: Services, step: str, setup: PlaySetup) -> None:
        self._services = services
        self._step = step
        self._setup = setup
        self._ideas = ideas_of(compile_timeline(setup.chart, setup.seats[0].player))
        self._run = LessonRun(len(self._ideas))
        self._learners = frozenset(seat.player for seat in setup.seats if not seat.is_bot)
        self._gap_us: int | None = None
        """The latest typical gap between the two."""

        self._songs = SongAtSpeed(services, setup, metronome=False)
        self._rounds: Rounds | None = None
        self._picture: LessonPicture | None = None
        self._is_drawn = False
        self._last_tick_ns: int | None = None
        self._waiting_since_ns: int | None = None
        keys = services.settings.keys
        self._bindings = KeyBindings(
            {s.player: keys[s.layout][s.player] for s in setup.seats if s.is_at_keyboard}
        )
        self._pads = PadBindings(setup.seats, services.settings.kits)

    def enter(self) -> None:
        self._services.sound.wait_until_loaded()
        pygame.mouse.set_visible(False)
        pause_collector()
        self._songs.want(_RATE_PCT)

    def leave(self) -> None:
        resume_collector()
        pygame.mouse.set_visible(True)
        self._songs.stop()
        self._services.sound.stop()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == MIDI_ARRIVED:
            self._handle_pads(event)
            return None
        hit = self._services.keyboard.hit(event, at_ns)
        if hit is None:
            return self._go() if event.type == pygame.WINDOWFOCUSLOST else None
        binding = self._bindings.binding(self._services.keyboard.name(event))
        if binding is None:
            return self._press(menu_key(event))
        if self._rounds is not None:
            self._rounds.session.press(binding, hit.host_ns, hit.velocity)
            self._rounds.wait(at_ns)
        return None

    def _handle_pads(self, event: pygame.Event) -> None:
        for decision in decisions_in(event):
            binding = self._pads.binding(decision.hit) if decision.is_passed else None
            if binding is not None and self._rounds is not None:
                raw = decision.hit.raw
                self._rounds.session.strike(binding, raw.host_ns, raw.velocity)

    def _press(self, key: MenuKey | None) -> Change | None:
        if key is MenuKey.BACK:
            return self._go()
        if key in (MenuKey.CHOOSE, MenuKey.RIGHT):
            self._services.sound.move()
            return self._take(self._run.skipped())
        if key is MenuKey.LEFT:
            self._services.sound.move()
            return self._take(self._run.back())
        return None

    def tick(self, now_ns: int) -> Change | None:
        try:
            return self._step_on(now_ns)
        except AudioError as error:
            _log.warning("%s", error)
            self._services.notices.append(str(error))
            return self._go()

    def _step_on(self, now_ns: int) -> Change | None:
        rounds = self._rounds or self._made_ready()
        if rounds is None:
            self._waiting_since_ns = self._waiting_since_ns or now_ns
            return None
        if not rounds.session.is_running:
            self._start_when_seen(rounds, now_ns)
            return None
        gap_ns = now_ns - (self._last_tick_ns or now_ns)
        self._last_tick_ns = now_ns
        if gap_ns > _LONGEST_GAP_NS or rounds.session.has_lost_the_sound(now_ns):
            _log.info("lesson: begun again after a standstill")
            self._drop_round()
            return None
        played = rounds.step(now_ns)
        return None if played is None else self._hear(played)

    def wake_ns(self, now_ns: int) -> int | None:
        return self._rounds.session.next_sound_ns() if self._rounds else now_ns + _POLL_NS

    def snapshot(self, now_ns: int) -> view.LessonPlaySnapshot | loading.LoadingSnapshot:
        if self._rounds is None or self._picture is None:
            waited_ns = now_ns - (self._waiting_since_ns or now_ns)
            return loading.LoadingSnapshot(
                title=step_text(self._services.strings, self._step, "title"),
                progress=self._songs.progress if waited_ns >= _QUIET_NS else None,
            )
        return self._picture.frame(now_ns, self._rounds)

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        strings = self._services.strings
        if isinstance(snapshot, loading.LoadingSnapshot):
            loading.draw(canvas, snapshot, strings)
            return
        assert isinstance(snapshot, view.LessonPlaySnapshot)
        view.draw(canvas, snapshot, strings)
        self._is_drawn = True

    def _made_ready(self) -> Rounds | None:
        """The present idea, once the song is there; what waits for the players needs none."""
        run = self._run
        song = None if run.waits else self._songs.song(_RATE_PCT)
        if song is None and not run.waits:
            self._songs.want(_RATE_PCT)
            return None
        if song is not None:
            self._services.sound.load_song(song)
        plan = Plan(self._ideas[run.idea], waits=run.waits, metronome=run.waits)
        self._rounds = Rounds(self._services, self._setup, plan)
        session = self._rounds.session
        self._picture = LessonPicture(self._services, session, self._step, run, self._learners)
        self._is_drawn = False
        self._waiting_since_ns = None
        return self._rounds

    def _start_when_seen(self, rounds: Rounds, now_ns: int) -> None:
        """Building the first picture takes a moment, which must not be a gap in the song."""
        if not self._is_drawn:
            return
        self._last_tick_ns = None
        rounds.start(now_ns)
        way = "without hurry" if self._run.waits else "in tempo"
        at_ns = rounds.from_ns()
        _log.info("idea %d %s: bars at host %d ns", self._run.idea + 1, way, at_ns)

    def _hear(self, played: Pass) -> Change | None:
        """A time round is over."""
        hits = ", ".join(f"{each.hits} of {each.notes}" for each in played.players)
        _log.info("idea %d: hit %s", self._run.idea + 1, hits)
        if not self._run.waits and played.gap_us is not None:
            self._gap_us = played.gap_us
        return self._take(self._run.after(played, self._learners))

    def _take(self, run: LessonRun) -> Change | None:
        """Where the step stands from now on."""
        self._run = run
        if not run.is_over:
            self._drop_round()
            return None
        keep_marks(self._services, self._step, run.marks())
        gap_us = self._gap_us if len(self._learners) > 1 else None
        _log.info("step %s: %d marks", self._step, run.marks())
        return Replace(
            LessonDoneScreen(
                self._services, self._step, self._setup, run.marks(), gap_us, LessonPlayScreen
            )
        )

    def _drop_round(self) -> None:
        if self._rounds is not None:
            self._rounds.stop()
        self._rounds = self._picture = None

    def _go(self) -> Change:
        self._services.sound.back()
        return Pop()
