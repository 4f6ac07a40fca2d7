"""Play: presses go to the session at their own time, frames come from its snapshots."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pygame

from game.app.calibration import timing_notices
from game.app.garbage import pause_collector, resume_collector
from game.app.history import recording
from game.app.kits.midi import MIDI_ARRIVED, decisions_in
from game.app.kits.pad_bindings import PadBindings
from game.app.play import record as play_record
from game.app.play.breaks import breaks, open_seats, welcome
from game.app.play.hold_to_pause import HoldToPause
from game.app.play.loader import play_span_us
from game.app.play.offsets import play_offsets
from game.app.play.picture import PlayPicture
from game.app.play.session import PlaySession
from game.app.play.setup import PlaySetup
from game.app.play.written_rolls import WrittenRolls
from game.app.screens.base import Change, Pop, Push, Quit, Replace
from game.app.screens.pause import PauseScreen, Wish
from game.app.screens.practice import PracticeScreen
from game.app.screens.results import ResultsScreen
from game.app.services import Services
from game.app.sound import sound_buffer
from game.audio.request import PreparedSong
from game.duet.analysis import analysis_of
from game.duet.practice.bars import around
from game.duet.replay import Replay
from game.errors import AudioError, ReplayError
from game.input.bindings import KeyBindings
from game.input.midi.filters import PadHit
from game.view.canvas import Canvas
from game.view.screens import play as view

_log = logging.getLogger(__name__)

PAUSE_KEYS = frozenset({"ESCAPE", "BACKSPACE"})
"""One within reach of each player."""

_NS_PER_MS = 1_000_000
_LONGEST_GAP_NS = 250 * _NS_PER_MS
"""A loop that stood still for longer - a window dragged, a laptop asleep - is a pause."""


class PlayScreen:
    """One play of a song that is ready to sound; starts when its first frame has been drawn."""

    text_input = False
    is_animated = True

    def __init__(self, services: Services, setup: PlaySetup, song: PreparedSong) -> None:
        self._services = services
        self._setup = setup
        self._song = song
        self._wish = Wish.RESUME
        self._is_drawn = False
        self._last_tick_ns: int | None = None
        self._messages = (services.strings("play.silent"),) if services.sound.is_silent else ()
        keys = services.settings.keys
        self._bindings = KeyBindings(
            {
                seat.player: keys[seat.layout][seat.player]
                for seat in setup.seats
                if seat.is_at_keyboard or seat.player in open_seats(setup.seats)
            }
        )
        self._pads = PadBindings(setup.seats, services.settings.kits)
        self._begin()

    def _begin(self) -> None:
        """A play from the start."""
        services = self._services
        offsets = play_offsets(services.settings, services.sound.output, self._setup.seats)
        self._visual_ns = offsets.visual_ns
        start_us, end_us = play_span_us(self._setup, self._song)
        self._session = PlaySession(
            self._setup,
            services.sound,
            services.sound,
            start_us=start_us,
            end_us=end_us,
            offset_ns=offsets.input_ns,
            calibrated=offsets.calibrated,
        )
        self._session.drum_lead_ns = services.sound.drum_lead_ns
        self._session.hot_seats.misses_the_idle = True
        self._picture = PlayPicture(self._services, self._session)
        self._written_rolls = WrittenRolls(self._session.timelines)
        playing = services.settings.playing
        self._hold = HoldToPause(playing.pause_hold_ms * _NS_PER_MS, playing.menus_by_pads)

    def enter(self) -> None:
        self._services.rescue = self._rescue
        if self._wish is Wish.RESTART:
            self._begin()
        if self._wish in (Wish.RESUME, Wish.RESTART):
            self._services.sound.wait_until_loaded()
            self._is_drawn = False
            self._hold.let_go()
            pygame.mouse.set_visible(False)
            pause_collector()

    def leave(self) -> None:
        resume_collector()
        pygame.mouse.set_visible(True)
        self._services.sound.stop()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == MIDI_ARRIVED:
            return self._handle_pads(event, at_ns)
        hit = self._services.keyboard.hit(event, at_ns)
        if event.type == pygame.KEYUP:
            self._hold.release(self._services.keyboard.name(event))
        if hit is None:
            if event.type == pygame.WINDOWFOCUSLOST and self._session.is_running:
                _log.info("pause: the window lost the focus")
                return self._pause(at_ns)
            return None
        name = self._services.keyboard.name(event)
        binding = self._bindings.binding(name)
        if binding is not None:
            if binding.player in open_seats(self._setup.seats):
                self._welcome(binding.player)
            self._session.press(binding, hit.host_ns, hit.velocity)
        elif name in PAUSE_KEYS:
            self._hold.press(name, at_ns)
        return self._pause(at_ns) if self._hold.is_due(at_ns) else None

    def _welcome(self, player: int) -> None:
        """A bot's keys were hit: somebody joins."""
        welcome(self._services, self._session, player)
        self._setup = self._session.setup
        self._picture = PlayPicture(self._services, self._session)

    def _handle_pads(self, event: pygame.Event, at_ns: int) -> Change | None:
        for decision in decisions_in(event):
            if decision.is_passed:
                self._strike_pad(decision.hit)
        if self._missing_kits() and self._session.is_running:
            _log.info("pause: %s is gone", ", ".join(self._missing_kits()))
            return self._pause(at_ns)
        return None

    def _strike_pad(self, hit: PadHit) -> None:
        binding, host_ns = self._pads.binding(hit), hit.raw.host_ns
        if binding is None or hit.piece is None:
            return
        self._session.strike(binding, host_ns, hit.raw.velocity)
        is_written = self._written_rolls.is_at(binding, self._session.song_us(host_ns))
        self._hold.strike(binding.player, hit.piece, host_ns, is_written)

    def _missing_kits(self) -> tuple[str, ...]:
        return self._pads.missing(self._services.midi)

    def tick(self, now_ns: int) -> Change | None:
        if self._wish in (Wish.LEAVE, Wish.PRACTISE):
            return self._go_away() if self._wish is Wish.LEAVE else self._practise()
        if not self._session.is_running:
            return self._start_when_seen(now_ns)
        gap_ns = now_ns - (self._last_tick_ns or now_ns)
        self._last_tick_ns = now_ns
        self._session.step(now_ns)
        if self._session.is_over(now_ns):
            return self._finish()
        if self._hold.is_due(now_ns):
            return self._pause(now_ns)
        return self._pause_if_disturbed(now_ns, gap_ns)

    def _pause_if_disturbed(self, now_ns: int, gap_ns: int) -> Change | None:
        """A pause that nobody asked for, with its reason."""
        if gap_ns > _LONGEST_GAP_NS:
            _log.info("pause: the loop stood still for %d ms", gap_ns // _NS_PER_MS)
            return self._pause(now_ns, "play.stood_still")
        if self._session.has_lost_the_sound(now_ns):
            _log.info("pause: the sound is elsewhere")
            return self._pause(now_ns, "play.lost_sound")
        return None

    def wake_ns(self, now_ns: int) -> int | None:
        return self._session.next_sound_ns()

    def snapshot(self, now_ns: int) -> view.PlaySnapshot:
        held = self._hold.share(now_ns)
        return self._picture.frame(now_ns, self._visual_ns, self._messages, held)

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, view.PlaySnapshot)
        view.draw(canvas, snapshot, self._services.strings)
        self._is_drawn = True

    def wish(self, wish: Wish) -> None:
        """What the players chose in the pause."""
        self._wish = wish

    def _start_when_seen(self, now_ns: int) -> Change | None:
        """Building the first picture takes a moment, which must not be a gap in the song."""
        if not self._is_drawn or not self._pads.are_known(self._services.midi):
            return None
        if self._missing_kits():
            return self._pause(now_ns)
        self._wish = Wish.RESUME
        self._last_tick_ns = None
        try:
            self._services.sound.load_song(self._song)
            self._session.start(now_ns)
        except AudioError as error:
            return self._give_up(error)
        _log.info("song time 0 at host %d ns", self._session.song_zero_ns())
        return None

    def _give_up(self, error: AudioError) -> Change:
        """The prepared song is gone: what was played is kept, and the list says why."""
        _log.warning("%s", error)
        self._rescue()
        self._services.notices.append(str(error))
        return self._go_away()

    def _go_away(self) -> Change:
        self._services.rescue = None
        return Quit() if self._setup.quit_at_end else Pop()

    def _practise(self) -> Change:
        """The bars before the pause, over and over."""
        self._services.rescue = None
        session = self._session
        paused_us = max(session.resumed_at_us(seat.player) for seat in self._setup.seats)
        bars = around(session.timelines[0], paused_us)
        return Replace(PracticeScreen(self._services, self._setup, bars))

    def _pause(self, now_ns: int, reason_key: str = "") -> Change:
        # The frame of the moment, before the song steps back by the count-in.
        still = replace(self._picture.frame(now_ns, self._visual_ns), hint="")
        self._session.pause(now_ns)
        self._services.sound.choose()
        reason = self._services.strings(reason_key) if reason_key else ""
        missing = self._missing_kits()
        return Push(
            PauseScreen(
                self._services,
                still,
                self.wish,
                missing,
                reason,
                breaks(self._services, self._session),
            )
        )

    def _finish(self) -> Change:
        self._services.rescue = None
        replay = play_record.replay_of(self._session)
        path = self._save(replay, self._replay_path())
        standing = recording.keep(self._services, self._session, replay.result, path)
        hits_us = self._session.timed_hits_us()
        notices = timing_notices.after_song(self._services, self._setup.seats, hits_us)
        self._services.notices.extend(notices)
        self._services.notices.extend(
            sound_buffer.after_song(self._services, self._session.dropouts)
        )
        if self._setup.quit_at_end:
            return Quit()
        result, analysis = replay.result, analysis_of(self._session.duet)
        results = ResultsScreen(self._services, self._setup, result, path, analysis, standing)
        return Replace(results)

    def _save(self, replay: Replay, path: Path) -> Path | None:
        try:
            play_record.save(replay, path)
        except ReplayError as error:
            _log.warning("%s", error)
            self._services.notices.append(str(error))
            return None
        _log.info("replay written to %s", path)
        return path

    def _replay_path(self) -> Path:
        if self._setup.replay_path is not None:
            return self._setup.replay_path
        name = play_record.replay_name(self._setup.chart.meta.title, datetime.now())
        return self._services.folders.replays / name

    def _rescue(self) -> Path | None:
        """Save a play that a crash has cut short."""
        return self._save(play_record.replay_of(self._session), self._replay_path())
