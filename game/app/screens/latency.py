"""The latency screen: what the game knows of keys, sound and picture, and hits as they come."""

from __future__ import annotations

import logging
from collections import deque
from time import perf_counter_ns

import pygame

from game.app.calibration.tap_song import tap_loader, tap_setup
from game.app.calibration.tap_test import NoSound, TapTest
from game.app.calibration.taps import Taps
from game.app.play.live_hits import LiveHits
from game.app.play.loader import PlayLoader
from game.app.play.offsets import PlayOffsets, play_offsets
from game.app.screens.base import Change, Pop
from game.app.screens.latency_facts import LatencyFacts
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.screens.timing_texts import TimingTexts
from game.app.services import Services
from game.charts.model import PLAYERS
from game.errors import AudioError
from game.judge.rules import RULES
from game.timing.calibration import BEAT_US
from game.view.canvas import Canvas
from game.view.screens import latency as view
from game.view.widgets.rug import Rug

_log = logging.getLogger(__name__)

_US_PER_MS = 1_000
_KEPT = 60
_FIGURES_NS = 500_000_000
"""Figures that changed with every frame could not be read."""

_BEAT_STEPS = 8
_REACH_MS = 150.0


class LatencyScreen(Menu):
    """Beats sound from the start; every hit is shown with the offsets that play would use."""

    is_steered_by_pads = False

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._facts = LatencyFacts(services.strings)
        self._texts = TimingTexts(services.strings)
        self._output = self.sound.output
        self._setup = tap_setup(services.settings, ("", ""), services.midi.devices)
        self._taps = Taps(services, self._setup)
        self._offsets: PlayOffsets = play_offsets(
            services.settings, self._output, self._setup.seats
        )
        self._hits = {player: LiveHits() for player in PLAYERS}
        self._uncertainty_us: int | None = None
        self._delays_ns: deque[int] = deque(maxlen=_KEPT)
        self._frames_ns: deque[int] = deque(maxlen=_KEPT)
        self._draws_ns: deque[int] = deque(maxlen=_KEPT)
        self._facts_shown: tuple[view.Fact, ...] = ()
        self._facts_due_ns = 0
        self._loader: PlayLoader | None = None
        self._beats: TapTest | None = None
        self._taken = 0

    def enter(self) -> None:
        super().enter()
        self._uncertainty_us = self.services.key_times.measured_uncertainty_us()
        if not self._output.is_silent:
            self._loader = tap_loader(self.services, self._setup)

    def leave(self) -> None:
        super().leave()
        if self._loader is not None and not self._loader.is_done:
            self._loader.cancel()
        self.sound.stop()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        taps = tuple(self._taps.of(event, at_ns))
        for tap in taps:
            self._delays_ns.append(max(0, perf_counter_ns() - tap.host_ns))
            if self._beats is not None:
                self._beats.tap(tap)
        return None if taps else super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        return None

    def tick(self, now_ns: int) -> Change | None:
        if self._beats is None or self._beats.session.is_over(now_ns):
            try:
                self._begin(now_ns)
            except AudioError as error:
                self.services.notices.append(str(error))
                return Pop()
        else:
            self._beats.session.step(now_ns)
            self._take_hits(self._beats)
        return super().tick(now_ns)

    def moves(self, now_ns: int) -> bool:
        return True

    def snapshot(self, now_ns: int) -> view.LatencySnapshot:
        self._frames_ns.append(now_ns)
        if now_ns >= self._facts_due_ns:
            self._facts_due_ns = now_ns + _FIGURES_NS
            self._facts_shown = (self._keys_fact(), self._sound_fact(), self._picture_fact())
        return view.LatencySnapshot(
            heading=self.strings("latency.heading"),
            facts=self._facts_shown,
            task=self.strings("latency.task_silent" if self._output.is_silent else "latency.task"),
            beat=self._beat(now_ns),
            hits=tuple(self._hits_of(player) for player in PLAYERS),
            frame=self.frame(self.hint("common.hint_back", self.strings("common.escape"))),
        )

    def picture(self) -> Picture:
        return view

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        before_ns = perf_counter_ns()
        super().draw(canvas, snapshot)
        self._draws_ns.append(perf_counter_ns() - before_ns)

    def _take_hits(self, beats: TapTest) -> None:
        """Hits of pads are judged a moment after they came."""
        events = beats.session.duet.events
        for event in events[self._taken :]:
            self._hits[event.player].add(event.at_us)
        self._taken = len(events)

    def _begin(self, now_ns: int) -> None:
        """The beats, from their start, as soon as they can sound.

        Raises:
            AudioError: their sound cannot be had.
        """
        still = NoSound()
        if self._output.is_silent:
            self._beats = TapTest(self._setup, still, still, offset_ns=self._offsets.input_ns)
        elif self._loader is not None and self._loader.is_done:
            song = self._loader.song
            if song is None:
                raise self._loader.fault or AudioError(self._setup.path, "", "no sound", "beats")
            self.sound.wait_until_loaded()
            self.sound.load_song(song)
            self._beats = TapTest(
                self._setup,
                self.sound,
                self.sound,
                start_us=song.start_us,
                end_us=song.end_us,
                offset_ns=self._offsets.input_ns,
            )
        else:
            return
        self._taken = 0
        self._beats.session.start(now_ns)
        _log.info("beat 0 at host %d ns", self._beats.session.song_zero_ns())

    def _beat(self, now_ns: int) -> float:
        """Bright on the beat, then out; in steps."""
        if self._beats is None:
            return 0.0
        at_us = self._beats.session.song_us(now_ns - self._offsets.visual_ns)
        phase = at_us % BEAT_US / BEAT_US
        return max(0, _BEAT_STEPS - int(phase * 3 * _BEAT_STEPS)) / _BEAT_STEPS

    def _keys_fact(self) -> view.Fact:
        times = self.services.key_times
        return self._facts.keys(times.name, self._uncertainty_us, self._delays_ns)

    def _sound_fact(self) -> view.Fact:
        return self._facts.sound(
            self._output, self._beats.session.sound_fit if self._beats is not None else None
        )

    def _picture_fact(self) -> view.Fact:
        frames_per_s = self.services.settings.display.frames_per_s
        return self._facts.picture(
            _gap_ns(self._frames_ns),
            frames_per_s,
            _middle(self._draws_ns),
            self._offsets.visual_ns // 1_000,
        )

    def _hits_of(self, player: int) -> view.Hits:
        hits = self._hits[player]
        rules = RULES[self.services.settings.player(player).rules]
        bands_us = (rules.perfect_us, rules.great_us, rules.good_us)
        middle_us = hits.middle_us
        return view.Hits(
            name=self.services.settings.player(player).name or self.strings(f"common.p{player}"),
            word=self._word(hits),
            rug=Rug(
                tuple(each / _US_PER_MS for each in hits.errors_us),
                reach_ms=_REACH_MS,
                middle_ms=None if middle_us is None else middle_us / _US_PER_MS,
                bands_ms=tuple(each / _US_PER_MS for each in bands_us),
                early=self.strings("calibration.side_early"),
                late=self.strings("calibration.side_late"),
            ),
        )

    def _word(self, hits: LiveHits) -> str:
        middle_us, scatter_us = hits.middle_us, hits.scatter_us
        if middle_us is None or scatter_us is None:
            return self.strings("latency.no_hits")
        return self.strings(
            "latency.hits",
            offset=self._texts.offset(middle_us),
            ms=round(scatter_us / _US_PER_MS),
        )


def _middle(values: deque[int]) -> float | None:
    return sorted(values)[len(values) // 2] if values else None


def _gap_ns(times_ns: deque[int]) -> float | None:
    if len(times_ns) < _KEPT:
        return None
    return (times_ns[-1] - times_ns[0]) / (len(times_ns) - 1)
