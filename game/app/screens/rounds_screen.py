"""What practice and lesson do alike while they are played: hands to rounds, and rounds in time."""

from __future__ import annotations

import logging

import pygame

from game.app.garbage import pause_collector, resume_collector
from game.app.kits.midi import MIDI_ARRIVED, decisions_in
from game.app.kits.pad_bindings import PadBindings
from game.app.play.setup import PlaySetup
from game.app.practice.rounds import Rounds
from game.app.practice.song_at_speed import SongAtSpeed
from game.app.screens.base import Change, Pop
from game.app.screens.menu_keys import MenuKey, menu_key
from game.app.services import Services
from game.duet.practice.passes import Pass
from game.duet.practice.plan import Plan
from game.errors import AudioError
from game.input.bindings import KeyBindings
from game.view.canvas import Canvas
from game.view.screens import kit_gone, loading

_log = logging.getLogger(__name__)

_NS_PER_MS = 1_000_000
_LONGEST_GAP_NS = 250 * _NS_PER_MS
_POLL_NS = 50 * _NS_PER_MS
_QUIET_NS = 300 * _NS_PER_MS
_LEAVE_KEYS = frozenset({"ESCAPE", "BACKSPACE"})


class RoundsScreen:
    """Plays rounds until it is left; nothing of them is kept, and no pause is needed."""

    text_input = False
    is_animated = True

    def __init__(self, services: Services, setup: PlaySetup, *, metronome: bool) -> None:
        self.services = services
        self.setup = setup
        self.songs = SongAtSpeed(services, setup, metronome=metronome)
        self.rounds: Rounds | None = None
        """What is being played; None while its song is prepared."""

        self._is_drawn = False
        self._last_tick_ns: int | None = None
        self._waiting_since_ns: int | None = None
        keys = services.settings.keys
        self._bindings = KeyBindings(
            {s.player: keys[s.layout][s.player] for s in setup.seats if s.is_at_keyboard}
        )
        self._pads = PadBindings(setup.seats, services.settings.kits)
        self._still: object | None = None
        """The picture at which a kit went."""

    def wanted(self) -> Plan:
        """What is to be played next."""
        raise NotImplementedError

    def begin(self, rounds: Rounds) -> None:
        """New rounds are there: make their picture."""
        raise NotImplementedError

    def started(self, rounds: Rounds) -> None:
        """The rounds sound from now on."""

    def hear(self, rounds: Rounds, played: Pass) -> Change | None:
        """A time round is over, and the next has begun."""
        raise NotImplementedError

    def press(self, key: MenuKey | None) -> Change | None:
        """A key that is nobody's drum."""
        raise NotImplementedError

    def title(self) -> str:
        """What is said to be on its way while the song is prepared."""
        raise NotImplementedError

    def played(self, rounds: Rounds, now_ns: int) -> object:
        """The picture of rounds that are there."""
        raise NotImplementedError

    def draw_played(self, canvas: Canvas, snapshot: object) -> None:
        """Draw that picture."""
        raise NotImplementedError

    def enter(self) -> None:
        self.services.sound.wait_until_loaded()
        pygame.mouse.set_visible(False)
        pause_collector()
        self.prepare(self.wanted())

    def leave(self) -> None:
        resume_collector()
        pygame.mouse.set_visible(True)
        self.songs.stop()
        self.services.sound.stop()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == MIDI_ARRIVED:
            self._handle_pads(event, at_ns)
            return None
        hit = self.services.keyboard.hit(event, at_ns)
        if hit is None:
            return self.go() if event.type == pygame.WINDOWFOCUSLOST else None
        name = self.services.keyboard.name(event)
        binding = self._bindings.binding(name)
        if binding is None:
            return self.go() if name in _LEAVE_KEYS else self.press(menu_key(event))
        if self.rounds is not None:
            self.rounds.session.press(binding, hit.host_ns, hit.velocity)
            self.rounds.wait(at_ns)
        return None

    def tick(self, now_ns: int) -> Change | None:
        try:
            return self._advance(now_ns)
        except AudioError as error:
            _log.warning("%s", error)
            self.services.notices.append(str(error))
            return self.go()

    def wake_ns(self, now_ns: int) -> int | None:
        return self.rounds.session.next_sound_ns() if self.rounds else now_ns + _POLL_NS

    def snapshot(self, now_ns: int) -> object:
        if self.rounds is not None:
            return self.played(self.rounds, now_ns)
        missing = self._missing_kits()
        if missing:
            strings = self.services.strings
            message = strings("practice.kit_gone", kit=missing[0])
            return kit_gone.KitGoneSnapshot(message, strings("practice.go_back"), self._still)
        waited_ns = now_ns - (self._waiting_since_ns or now_ns)
        return loading.LoadingSnapshot(
            title=self.title(),
            progress=self.songs.progress if waited_ns >= _QUIET_NS else None,
        )

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        if isinstance(snapshot, loading.LoadingSnapshot):
            loading.draw(canvas, snapshot, self.services.strings)
            return
        if isinstance(snapshot, kit_gone.KitGoneSnapshot):
            kit_gone.draw(canvas, snapshot, self.draw_played)
            return
        self.draw_played(canvas, snapshot)
        self._is_drawn = True

    def drop_round(self) -> None:
        """Begin once more from the run-in, with what is wanted by then."""
        if self.rounds is not None:
            self.rounds.stop()
        self.rounds = None

    def go(self) -> Change:
        """Leave."""
        self.services.sound.back()
        return Pop()

    def _handle_pads(self, event: pygame.Event, at_ns: int) -> None:
        for decision in decisions_in(event):
            binding = self._pads.binding(decision.hit) if decision.is_passed else None
            if binding is not None and self.rounds is not None:
                raw = decision.hit.raw
                self.rounds.session.strike(binding, raw.host_ns, raw.velocity)
        if self.rounds is not None and self._missing_kits():
            _log.info("stopped: %s is gone", ", ".join(self._missing_kits()))
            self._still = self.played(self.rounds, at_ns)
            self.drop_round()

    def _has_kits(self) -> bool:
        return self._pads.are_known(self.services.midi) and not self._missing_kits()

    def _missing_kits(self) -> tuple[str, ...]:
        """Kits without which no rounds begin, and which stop those that run."""
        midi = self.services.midi
        return self._pads.missing(midi) if self._pads.are_known(midi) else ()

    def _advance(self, now_ns: int) -> Change | None:
        rounds = self.rounds or (self._made_ready() if self._has_kits() else None)
        if rounds is None:
            self._waiting_since_ns = self._waiting_since_ns or now_ns
            return None
        if not rounds.session.is_running:
            self._start_when_seen(rounds, now_ns)
            return None
        gap_ns = now_ns - (self._last_tick_ns or now_ns)
        self._last_tick_ns = now_ns
        if gap_ns > _LONGEST_GAP_NS or rounds.session.has_lost_the_sound(now_ns):
            _log.info("begun again after a standstill")
            self.drop_round()
            return None
        played = rounds.step(now_ns)
        return None if played is None else self.hear(rounds, played)

    def prepare(self, plan: Plan) -> None:
        """What waits for the players sounds without the song."""
        if not plan.waits:
            self.songs.want(plan.rate_pct)

    def _made_ready(self) -> Rounds | None:
        """Rounds of what is wanted, once the song is there at that speed."""
        plan = self.wanted()
        if not plan.waits:
            song = self.songs.song(plan.rate_pct)
            if song is None:
                self.prepare(plan)
                return None
            self.services.sound.load_song(song)
        self._still = None
        self.rounds = Rounds(self.services, self.setup, plan)
        self.begin(self.rounds)
        self._is_drawn = False
        self._waiting_since_ns = None
        return self.rounds

    def _start_when_seen(self, rounds: Rounds, now_ns: int) -> None:
        """Building the first picture takes a moment, which must not be a gap in the song."""
        if not self._is_drawn:
            return
        self._last_tick_ns = None
        rounds.start(now_ns)
        self.started(rounds)
