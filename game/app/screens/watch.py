"""`watch`: a chart is played while it is written; each saved text takes the place of the last."""

from __future__ import annotations

import logging
from pathlib import Path
from time import perf_counter_ns

import pygame

from game.app.kits.midi import MIDI_ARRIVED
from game.app.recordings.equip import equipped
from game.app.screens.base import Change, Pop
from game.app.screens.watch_keys import SECTIONS, WatchKey, watch_key, wished
from game.app.screens.watch_play import WatchPlay
from game.app.screens.watch_texts import WatchTexts
from game.app.services import Services
from game.app.watch.chart_on_disk import ChartOnDisk, playable
from game.app.watch.wishes import Wishes, people_of
from game.charts.changes import changed_bars
from game.charts.compile import compile_timeline
from game.charts.document import Document
from game.charts.model import Chart
from game.charts.timeline import Timeline
from game.duet.practice.bars import section_at, section_beside
from game.view.canvas import Canvas
from game.view.screens import play as play_view
from game.view.screens import watch as view
from game.view.screens.play import PlaySnapshot

_log = logging.getLogger(__name__)

_POLL_NS = 10_000_000
_QUIET_NS = 300_000_000
"""A shorter wait is not spoken of."""


class WatchScreen:
    """The last good chart plays on whatever is wrong with the text."""

    text_input = False
    is_animated = True

    def __init__(self, services: Services, path: Path, wishes: Wishes) -> None:
        self._services = services
        self._file = ChartOnDisk(path)
        self._wishes = wishes
        self._people = people_of(wishes.seats)
        self._texts = WatchTexts(services.strings, path.name)
        self._chart: Chart | None = None
        """The last good one."""

        self._timeline: Timeline | None = None
        """Its bars and sections."""

        self.play: WatchPlay | None = None
        self._is_held = False
        self._state = 0
        """Grows with everything that is to be seen before it is heard."""

        self._seen_state: int | None = None

        self._began_ns: int | None = None
        """When the play was begun; None while it is a picture alone."""

    def enter(self) -> None:
        """The sound opens after the first picture: nothing is played before."""

    def leave(self) -> None:
        self._end()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        """Writing in another window is no reason to stop, so that leaving it is not heeded."""
        play = self.play
        if event.type == MIDI_ARRIVED and play is not None:
            return play.handle(event, at_ns)
        if event.type not in (pygame.KEYDOWN, pygame.KEYUP):
            return None
        if play is not None and play.is_drum(event):
            return None if self._is_held else play.handle(event, at_ns)
        key = watch_key(event)
        if key is WatchKey.LEAVE:
            self._services.sound.back()
            return Pop()
        if key is not None and play is not None and self._timeline is not None:
            self._services.sound.move()
            self._obey(key, play, self._timeline, at_ns)
        return None

    def tick(self, now_ns: int) -> Change | None:
        """What takes a moment, and what sounds, comes after the picture of a new text."""
        self._services.notices.tick(now_ns)
        if self._seen_state != self._state:
            return None
        document = self._file.look(now_ns)
        if document is not None:
            self._take(document, now_ns)
            return None
        self._texts.look_for_warnings()
        if self.play is not None and not self._is_held:
            self._go_on(self.play, now_ns)
        return None

    def wake_ns(self, now_ns: int) -> int | None:
        wake_ns = None if self.play is None or self._is_held else self.play.wake_ns(now_ns)
        return now_ns + _POLL_NS if wake_ns is None else min(wake_ns, now_ns + _POLL_NS)

    def snapshot(self, now_ns: int) -> view.WatchSnapshot:
        play, texts = self.play, self._texts
        is_waiting = play is not None and play.rounds is None and self._waits_long(now_ns)
        return view.WatchSnapshot(
            state=self._state,
            below=None if play is None else play.snapshot(now_ns),
            heading=texts.heading(self._file, is_first=play is None),
            faults=texts.faults(self._file),
            more=texts.more(self._file),
            note=texts.note(self._services.notices.text, self._is_held, is_waiting),
            hints=texts.hints(self._wishes, self._is_held),
        )

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, view.WatchSnapshot)
        view.draw(canvas, snapshot, self._draw_below)
        if snapshot.state != self._seen_state:
            _log.info("the text is drawn at host %d ns", perf_counter_ns())
        self._seen_state = snapshot.state

    def _take(self, document: Document, now_ns: int) -> None:
        """Another text is there: it is played, or what is wrong with it is shown."""
        chart = playable(document)
        changed = changed_bars(self._chart, chart) if chart and self._chart else range(0)
        self._texts.take(document, changed)
        self._state += 1
        if chart is None:
            _log.info("a text with faults")
            return
        before, self._chart = self._chart, chart
        if before is not None and before.meta == chart.meta and not changed:
            return
        timeline = self._timeline = compile_timeline(chart, 1)
        bar = 0 if self.play is None else self.play.bar(now_ns)
        self._renew(self._bar_to_hear(timeline, bar, changed))

    def _bar_to_hear(self, timeline: Timeline, bar: int, changed: range) -> int:
        """The same bar, unless what has changed is in another section."""
        bar = min(bar, len(timeline.bars) - 1)
        section = section_at(timeline, bar)
        is_heard = section.first < changed.stop and changed.start <= section.last
        if self._wishes.plays_whole or not changed or is_heard:
            return bar
        return section_at(timeline, changed.start).first

    def _renew(self, bar: int) -> None:
        """Play the chart as it is wanted now, from a bar on."""
        assert self._chart is not None
        assert self._timeline is not None
        self._end()
        services = self._services
        setup = self._wishes.setup(self._file.path, self._chart)
        with_music, notice = equipped(setup, services.recordings, services.strings)
        if notice:
            services.notices.append(notice)
        _log.info("bar %d is next", bar + 1)
        self.play = WatchPlay(
            services, with_music, self._wishes, self._timeline, bar, self._draw_play
        )
        self._state += 1

    def _go_on(self, play: WatchPlay, now_ns: int) -> None:
        if self._began_ns is None:
            play.enter()
            self._began_ns = now_ns
        elif play.tick(now_ns) is not None:
            # The sound has failed, and a notice says so: what is seen stays.
            self._is_held = True
            self._renew(play.bar(now_ns))

    def _end(self) -> None:
        """Fall silent; the picture stays."""
        if self.play is not None and self._began_ns is not None:
            self.play.leave()
        self._began_ns = None

    def _waits_long(self, now_ns: int) -> bool:
        return self._began_ns is not None and now_ns - self._began_ns >= _QUIET_NS

    def _obey(self, key: WatchKey, play: WatchPlay, timeline: Timeline, now_ns: int) -> None:
        bar = play.bar(now_ns)
        if key is WatchKey.HOLD:
            self._is_held = not self._is_held
        elif key in SECTIONS:
            bar = section_beside(timeline, bar, SECTIONS[key])
        else:
            wishes = wished(self._wishes, key, self._people)
            if wishes == self._wishes:
                return
            self._wishes = wishes
        self._renew(bar)

    def _draw_below(self, canvas: Canvas, below: object) -> None:
        assert self.play is not None
        self.play.draw(canvas, below)

    def _draw_play(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, PlaySnapshot)
        play_view.draw(canvas, snapshot, self._services.strings)
