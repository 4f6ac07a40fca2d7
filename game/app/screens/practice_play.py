"""Practice while it is played: time round after time round, until the players have had enough."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

import pygame

from game.app.garbage import pause_collector, resume_collector
from game.app.midi import MIDI_ARRIVED, decisions_in
from game.app.pad_bindings import PadBindings
from game.app.play_picture import PlayPicture
from game.app.play_setup import PlaySetup
from game.app.practice.rounds import Rounds
from game.app.practice.song_at_speed import SongAtSpeed
from game.app.recordings.equip import equipped
from game.app.screens.base import Change, Pop
from game.app.screens.menu_keys import MenuKey, menu_key
from game.app.screens.practice_texts import PracticeTexts, pass_bars
from game.app.screens.song_card import title_in
from game.app.services import Services
from game.duet.practice.passes import Pass, next_rate_pct, stepped_rate_pct
from game.duet.practice.plan import Plan
from game.errors import AudioError
from game.input.bindings import KeyBindings
from game.view.butterfly import Butterfly
from game.view.canvas import Canvas
from game.view.screens import loading
from game.view.screens import practice_play as view

_log = logging.getLogger(__name__)

_NS_PER_MS = 1_000_000
_LONGEST_GAP_NS = 250 * _NS_PER_MS
_POLL_NS = 50 * _NS_PER_MS
_QUIET_NS = 300 * _NS_PER_MS
_LEAVE_KEYS = frozenset({"ESCAPE", "BACKSPACE"})


class PracticePlayScreen:
    """Leaving it leads back to the choices; a speed that is not there yet shows how far it is."""

    text_input = False
    is_animated = True

    def __init__(
        self,
        services: Services,
        setup: PlaySetup,
        plan: Plan,
        texts: PracticeTexts,
        passes: list[Pass],
        follow_speed: Callable[[int], None],
    ) -> None:
        """
        Args:
            passes: gets every time round that was played to its end.
            follow_speed: told the speed whenever it changes.
        """
        self._services = services
        self._setup, notice = equipped(setup, services.recordings, services.strings)
        if notice:
            services.notices.append(notice)
        self._plan = plan
        self._texts = texts
        self._passes = passes
        self._follow_speed = follow_speed
        self._songs = SongAtSpeed(services, self._setup, metronome=plan.metronome)
        self._wanted_pct = plan.rate_pct
        """The speed of the next time round."""

        self._rounds: Rounds | None = None
        self._picture: PlayPicture | None = None
        self._butterfly: Butterfly | None = None
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
        if not self._plan.waits:
            self._songs.want(self._plan.rate_pct)

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
        name = self._services.keyboard.name(event)
        binding = self._bindings.binding(name)
        if binding is not None:
            if self._rounds is not None:
                self._rounds.session.press(binding, hit.host_ns, hit.velocity)
                self._rounds.wait(at_ns)
        elif name in _LEAVE_KEYS:
            return self._go()
        else:
            self._press(menu_key(event))
        return None

    def _handle_pads(self, event: pygame.Event) -> None:
        for decision in decisions_in(event):
            binding = self._pads.binding(decision.hit) if decision.is_passed else None
            if binding is not None and self._rounds is not None:
                raw = decision.hit.raw
                self._rounds.session.strike(binding, raw.host_ns, raw.velocity)

    def _press(self, key: MenuKey | None) -> None:
        if key in (MenuKey.UP, MenuKey.DOWN):
            steps = 1 if key is MenuKey.UP else -1
            self._want(stepped_rate_pct(self._wanted_pct, steps))
        elif key is MenuKey.CHOOSE:
            self._drop_round()

    def _want(self, rate_pct: int) -> None:
        """Another speed from the next time round on; it is prepared meanwhile."""
        if rate_pct == self._wanted_pct:
            return
        self._wanted_pct = rate_pct
        self._follow_speed(rate_pct)
        self._services.sound.move()
        if not self._plan.waits:
            self._songs.want(rate_pct)

    def tick(self, now_ns: int) -> Change | None:
        try:
            return self._step(now_ns)
        except AudioError as error:
            _log.warning("%s", error)
            self._services.notices.append(str(error))
            return self._go()

    def _step(self, now_ns: int) -> Change | None:
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
            _log.info("practice: begun again after a standstill")
            self._drop_round()
            return None
        played = rounds.step(now_ns)
        if played is not None:
            self._take(rounds, played)
        return None

    def wake_ns(self, now_ns: int) -> int | None:
        return self._rounds.session.next_sound_ns() if self._rounds else now_ns + _POLL_NS

    def snapshot(self, now_ns: int) -> view.PracticePlaySnapshot | loading.LoadingSnapshot:
        rounds, picture = self._rounds, self._picture
        if rounds is None or picture is None:
            waited_ns = now_ns - (self._waiting_since_ns or now_ns)
            return loading.LoadingSnapshot(
                title=title_in(self._setup.chart.meta, self._services.strings.language),
                progress=self._songs.progress if waited_ns >= _QUIET_NS else None,
            )
        play = picture.frame(now_ns, rounds.visual_ns)
        strings = self._services.strings
        return view.PracticePlaySnapshot(
            replace(
                play,
                butterfly=self._butterfly or play.butterfly,
                count_in=rounds.count(play.visual_us),
                bpm_text=self._texts.rate(rounds.plan.rate_pct),
                hint="",
            ),
            pass_bars(self._passes, self._plan),
            (strings("practice.hint_speed"), strings("practice.hint_leave")),
            self._foot(),
        )

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        strings = self._services.strings
        if isinstance(snapshot, loading.LoadingSnapshot):
            loading.draw(canvas, snapshot, strings)
            return
        assert isinstance(snapshot, view.PracticePlaySnapshot)
        view.draw(canvas, snapshot, strings)
        self._is_drawn = True

    def _made_ready(self) -> Rounds | None:
        """Rounds at the wanted speed, once the song is there at that speed."""
        song = None if self._plan.waits else self._songs.song(self._wanted_pct)
        if song is None and not self._plan.waits:
            self._songs.want(self._wanted_pct)
            return None
        self._plan = replace(self._plan, rate_pct=self._wanted_pct)
        if song is not None:
            self._services.sound.load_song(song)
        rounds = Rounds(self._services, self._setup, self._plan)
        self._rounds = rounds
        self._butterfly = Butterfly.of(rounds.timelines)
        self._picture = PlayPicture(self._services, rounds.session)
        self._is_drawn = False
        self._waiting_since_ns = None
        return rounds

    def _start_when_seen(self, rounds: Rounds, now_ns: int) -> None:
        """Building the first picture takes a moment, which must not be a gap in the song."""
        if not self._is_drawn:
            return
        self._last_tick_ns = None
        rounds.start(now_ns)
        self._log_start(rounds)

    def _take(self, rounds: Rounds, played: Pass) -> None:
        """A time round is over; the next one has begun, unless its speed is another."""
        self._passes.append(played)
        hits = ", ".join(f"{each.hits} of {each.notes}" for each in played.players)
        _log.info("practice at %d %%: hit %s", played.rate_pct, hits)
        self._picture = PlayPicture(self._services, rounds.session)
        is_as_chosen = self._wanted_pct == self._plan.rate_pct
        if is_as_chosen:
            self._want(next_rate_pct(self._wanted_pct, played, self._plan.threshold_pct))
        if self._wanted_pct != self._plan.rate_pct:
            self._drop_round()
            return
        self._log_start(rounds)
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Prepare the speed that comes next if both go on so well."""
        if self._plan.threshold_pct is not None and not self._plan.waits:
            self._songs.want(stepped_rate_pct(self._plan.rate_pct, 1))

    def _drop_round(self) -> None:
        """Begin once more from the run-in, at the speed that is wanted."""
        if self._rounds is not None:
            self._rounds.stop()
        self._rounds = self._picture = None

    def _log_start(self, rounds: Rounds) -> None:
        rate_pct = rounds.plan.rate_pct
        _log.info("practice at %d %%: bars at host %d ns", rate_pct, rounds.from_ns())

    def _foot(self) -> str:
        if self._wanted_pct != self._plan.rate_pct:
            return self._services.strings("practice.next_speed", pct=self._wanted_pct)
        if self._plan.waits and not self._passes:
            return self._services.strings("practice.waits")
        names = [seat.name for seat in self._setup.seats]
        return self._texts.foot(self._passes, names)

    def _go(self) -> Change:
        self._services.sound.back()
        return Pop()
