"""The alignment of a recording, checked by eye and ear, moved by hand, and saved."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter_ns
from typing import TYPE_CHECKING

import pygame

from game.app.play.offsets import keyboard_offset_us
from game.app.recordings.playback import Playback
from game.app.recordings.recording import FileFacts, Recording, song_key
from game.app.recordings.store import moved_to
from game.app.recordings.tapping import Tapping
from game.app.screens.alignment_hand import AlignmentHand
from game.app.screens.alignment_texts import BY_HAND, UNSURE, AlignmentTexts
from game.app.screens.alignment_waves import waves_of
from game.app.screens.base import Change, Pop
from game.app.screens.menu import Menu, Picture, earliest
from game.app.screens.menu_keys import MenuKey
from game.app.screens.song_card import title_in
from game.app.services import Services
from game.charts.compile import compile_timeline
from game.charts.model import Chart
from game.errors import AudioError
from game.timing.sound_map import SoundMap
from game.view.screens import alignment as view
from game.view.widgets.area import Target

if TYPE_CHECKING:
    from game.audio.survey import Survey

_BEFORE_TAPS_US = 3_000_000
_COARSE_US, _FINE_US = 10_000, 1_000
_FRAME_NS = 50_000_000
_NS_PER_US = 1_000


class AlignmentScreen(Menu):
    """A file that is known already opens as it was left."""

    is_steered_by_pads = False

    def __init__(self, services: Services, chart: Chart, file: FileFacts, survey: Survey) -> None:
        super().__init__(services)
        self._chart, self._file, self._survey = chart, file, survey
        known = services.recordings.known(chart, file.digest)
        self._confidence = known.confidence if known else str(survey.confidence)
        self._timeline = compile_timeline(chart, 1)
        sound_map = known.sound_map if known else SoundMap.of(survey.pins)
        places_us = (SoundMap.of(survey.pins).sound_us(0), *survey.others_us)
        self._hand = AlignmentHand(sound_map, self._timeline, survey.length_us, places_us)
        self._edit, self._sight = self._hand.edit, self._hand.sight
        self._texts = AlignmentTexts(services.strings, chart, file.path.name, survey.length_us)
        pulses_us = [pulse.at_us for pulse in self._timeline.pulses]
        self._playback = Playback(services.sound, survey.prepared, pulses_us)
        self._tapping: Tapping | None = None
        self._step_us = _COARSE_US

        self._asked = False
        """Whether leaving without saving was asked for once."""

        self._doings: dict[int, Callable[[int], Change | None]] = {
            pygame.KSCAN_SPACE: self._play_or_stop,
            pygame.KSCAN_T: self._tap,
            pygame.KSCAN_P: self._pin,
            pygame.KSCAN_U: self._undo,
            pygame.KSCAN_BACKSPACE: self._undo,
            pygame.KSCAN_M: self._go_to_middle,
            pygame.KSCAN_O: self._try_next_place,
            pygame.KSCAN_COMMA: lambda at_ns: self._shift_beats(-1, at_ns),
            pygame.KSCAN_PERIOD: lambda at_ns: self._shift_beats(1, at_ns),
        }

    def leave(self) -> None:
        super().leave()
        self._playback.stop()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == pygame.KEYDOWN:
            self._step_us = _FINE_US if event.mod & pygame.KMOD_SHIFT else _COARSE_US
            doing = self._doings.get(event.scancode)
            if doing is not None:
                return self._do(doing, at_ns)
        return super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            return self._leave()
        self._asked = False
        if key is MenuKey.CHOOSE:
            return self._save()
        if key in (MenuKey.LEFT, MenuKey.RIGHT):
            by_us = self._step_us if key is MenuKey.RIGHT else -self._step_us
            self._changed(self._hand.shift(by_us), at_ns)
        elif key in (MenuKey.UP, MenuKey.DOWN):
            self._told(self._sight.zoom(1 if key is MenuKey.UP else -1))
        elif key is MenuKey.NEXT:
            self._hand.step_pin()
            self.sound.move()
        elif key in (MenuKey.HOME, MenuKey.END):
            self._go_to_song(0 if key is MenuKey.HOME else self._timeline.bars[-1].at_us)
        elif key in (MenuKey.PAGE_UP, MenuKey.PAGE_DOWN):
            self._step_section(1 if key is MenuKey.PAGE_DOWN else -1)
        return None

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        if target.name == view.WAVES:
            self._sight.point(view.share_at(x))
            if self._playback.is_playing:
                self._play_from(self._sight.cursor_us)
            return None
        doings = (
            self._play_or_stop,
            self._tap,
            self._try_next_place,
            self._pin,
            self._undo,
            lambda _: self._leave(),
            lambda _: self._save(),
        )
        return self._do(doings[target.index], at_ns)

    def wheel(self, steps: int, at_ns: int) -> None:
        self._sight.zoom(steps)

    def moves(self, now_ns: int) -> bool:
        return self._playback.is_playing

    def tick(self, now_ns: int) -> Change | None:
        try:
            self._playback.follow(now_ns, lambda: self._edit.sound_map)
        except AudioError as error:
            self.services.notices.append(str(error))
            return Pop()
        return super().tick(now_ns)

    def wake_ns(self, now_ns: int) -> int | None:
        frame_ns = now_ns + _FRAME_NS if self._playback.is_playing else None
        return earliest(super().wake_ns(now_ns), frame_ns)

    def snapshot(self, now_ns: int) -> view.AlignmentSnapshot:
        title = title_in(self._chart.meta, self.strings.language)
        confidence = BY_HAND if self._edit.is_changed else self._confidence
        return view.AlignmentSnapshot(
            heading=self.strings("alignment.heading", title=title),
            sentence=self._texts.sentence(confidence),
            is_unsure=confidence == UNSURE,
            waves=waves_of(self._survey.waveform, self._hand, self._playback.position_us()),
            warning=self._texts.odd_length(),
            facts=self._texts.facts(self._edit.sound_map),
            task=self._task(),
            buttons=self._texts.buttons(self._hand, self._playback.is_playing, self._asked),
            frame=self.frame(*self._texts.hints()),
        )

    def picture(self) -> Picture:
        return view

    def _task(self) -> str:
        if self._tapping is not None:
            section, count = self._tapping.section, self._tapping.count
            return self.strings("alignment.tapping", section=section, count=count)
        if self._hand.place is not None:
            return self._texts.place(self._hand)
        if self._edit.pin is None:
            return self.strings("alignment.whole_in_hand")
        return self._texts.pin(self._edit.sound_map, self._edit.pin)

    def _told(self, was_done: bool) -> None:
        self.sound.move() if was_done else self.sound.back()

    def _changed(self, was_done: bool, at_ns: int) -> None:
        if was_done:
            self._playback.changed_ns = at_ns
        else:
            self.sound.back()

    def _do(self, doing: Callable[[int], Change | None], at_ns: int) -> Change | None:
        change = doing(at_ns)
        self.is_animated = self.moves(at_ns)
        return change

    def _shift_beats(self, beats: int, at_ns: int) -> None:
        self._asked = False
        self._changed(self._hand.shift_beats(beats), at_ns)

    def _try_next_place(self, at_ns: int) -> None:
        self._asked = False
        self._changed(self._hand.try_next_place(), at_ns)

    def _pin(self, at_ns: int) -> Change | None:
        """The pin in hand goes; without one, the bar line nearest to the cursor gets one."""
        if self._edit.pin is not None:
            self._changed(self._edit.unpin(), at_ns)
            return None
        self._told(self._hand.pin_nearest_bar())
        return None

    def _undo(self, at_ns: int) -> Change | None:
        self._asked = False
        self._changed(self._hand.undo(), at_ns)
        return None

    def _play_or_stop(self, at_ns: int) -> Change | None:
        self._tapping = None
        if self._playback.is_playing:
            self._sight.cursor_us = self._playback.position_us() or self._sight.cursor_us
            self._playback.stop()
        else:
            self._play_from(self._sight.cursor_us)
        return None

    def _play_from(self, from_us: int) -> None:
        if self.sound.output.is_silent:
            self.services.notices.append(self.strings("play.silent"))
            return
        try:
            self._playback.play(max(0, from_us), self._edit.sound_map)
        except AudioError as error:
            self.services.notices.append(str(error))

    def _tap(self, at_ns: int) -> Change | None:
        """The first press plays up to the section; those that follow are its first beats."""
        if self._tapping is None:
            self._tapping = Tapping(self._timeline, self._hand.section())
            start_us = self._edit.sound_map.sound_us(self._tapping.beats_us[0])
            self._play_from(start_us - _BEFORE_TAPS_US)
            return None
        position_us = self._playback.position_us()
        if position_us is None:
            self._tapping = None
            return None
        offset_us = keyboard_offset_us(self.services.settings, self.sound.output)
        late_us = (perf_counter_ns() - at_ns) // _NS_PER_US + offset_us
        self._tapping.tap(position_us - late_us)
        if self._tapping.is_done:
            self._hand.place = None
            self._changed(self._tapping.apply(self._edit), at_ns)
            self._sight.go_to(self._edit.sound_map.sound_us(self._tapping.beats_us[0]))
            self._tapping = None
        return None

    def _step_section(self, steps: int) -> None:
        start_us = self._hand.section_start_us(steps)
        if start_us is not None:
            self._go_to_song(start_us)

    def _go_to_middle(self, at_ns: int) -> Change | None:
        bars = self._timeline.bars
        self._go_to_song(bars[len(bars) // 2].at_us)
        return None

    def _go_to_song(self, song_us: int) -> None:
        self.sound.move()
        self._sight.go_to(self._edit.sound_map.sound_us(song_us))
        if self._playback.is_playing:
            self._play_from(self._sight.cursor_us)

    def _save(self) -> Change:
        known = self.services.recordings.known(self._chart, self._file.digest)
        if known is not None and not self._edit.is_changed:
            recording = moved_to(known, self._file)
        else:
            recording = Recording(
                self._file,
                song_key(self._chart),
                self._chart.meta.title,
                self._survey.length_us,
                self._edit.sound_map,
                BY_HAND if self._edit.is_changed else self._confidence,
            )
        fault = self.services.recordings.use(recording)
        if fault is not None:
            self.services.notices.append(str(fault))
        self.sound.choose()
        return Pop()

    def _leave(self) -> Change | None:
        """Changes are thrown away only when that was asked for twice."""
        self.sound.back()
        if self._tapping is not None:
            self._tapping = None
            self._playback.stop()
            return None
        if self._edit.is_changed and not self._asked:
            self._asked = True
            return None
        return Pop()
