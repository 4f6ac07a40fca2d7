"""Timing: what the tests have found for each player, and the way to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.app.calibration.taps import devices_of
from game.app.play.offsets import setup_of
from game.app.play.setup import kit_of
from game.app.screens.base import Change, Pop, Push
from game.app.screens.latency import LatencyScreen
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.screens.picture_test import PictureTestScreen
from game.app.screens.sound_test import SoundTestScreen
from game.app.screens.timing_texts import TimingTexts
from game.app.services import Services
from game.app.sound.audio_output import AudioOutput
from game.charts.model import PLAYERS
from game.timing.offsets import Calibration, Kind, as_tested, find, without_test
from game.view.screens import timing as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button


@dataclass(frozen=True, slots=True)
class _Choice:
    text: str
    do: Callable[[], Change | None]
    is_enabled: bool = True


class TimingScreen(Menu):
    """Every change of an offset can be taken back as long as the screen is not left."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._texts = TimingTexts(services.strings)
        self._output: AudioOutput = self.sound.output
        self._chosen = 1 if self._output.is_silent else 0
        self._seen = services.settings.calibrations
        self._history: list[tuple[Calibration, ...]] = []
        self._forgets = False
        """Whether forgetting was asked for once."""

    def enter(self) -> None:
        super().enter()
        self._output = self.sound.output
        self._forgets = False
        self._note_change()

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.CHOOSE:
            return self._choose()
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key in (MenuKey.UP, MenuKey.LEFT):
            self._focus(self._chosen - 1, -1)
        elif key in (MenuKey.DOWN, MenuKey.RIGHT, MenuKey.NEXT):
            self._focus(self._chosen + 1, 1)
        return None

    def point(self, target: Target) -> None:
        self._focus(target.index, 0)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self._focus(target.index, 0)
        return self._choose() if self._chosen == target.index else None

    def snapshot(self, now_ns: int) -> view.TimingSnapshot:
        return view.TimingSnapshot(
            heading=self.strings("calibration.heading"),
            sentence=self._sentence(),
            players=tuple(self._player(player) for player in PLAYERS),
            buttons=tuple(
                Button(self.strings(choice.text), index == self._chosen, choice.is_enabled)
                for index, choice in enumerate(self._choices())
            ),
            frame=self.frame(
                self.hint("common.hint_move", "↑", "↓"),
                self.hint("common.hint_choose", self.strings("common.enter")),
                self.hint("common.hint_back", self.strings("common.escape")),
            ),
        )

    def picture(self) -> Picture:
        return view

    def _choices(self) -> Sequence[_Choice]:
        known = self.services.settings.calibrations
        forget = "calibration.forget_again" if self._forgets else "calibration.forget"
        return (
            _Choice("calibration.test_sound", self._test_sound, not self._output.is_silent),
            _Choice("calibration.test_picture", self._test_picture),
            _Choice("calibration.open_latency", self._open_latency),
            self._undo_choice(),
            _Choice(forget, self._forget, bool(known)),
        )

    def _undo_choice(self) -> _Choice:
        moved = any(each.songs for each in self.services.settings.calibrations)
        if moved and not self._history:
            return _Choice("calibration.undo_songs", self._undo_songs)
        return _Choice("calibration.undo", self._undo, bool(self._history))

    def _sentence(self) -> str:
        if self._output.is_silent:
            return self.strings("calibration.silent")
        key = "calibration.bluetooth" if self._output.is_bluetooth else "calibration.through"
        return self.strings(key, device=self._output.device, ms=round(self._output.buffer_ms))

    def _player(self, player: int) -> view.PlayerTiming:
        device = devices_of(self.services.midi.devices)[player]
        setup = setup_of(self._output, device)
        tests = {
            kind: find(self.services.settings.calibrations, player, setup, kind) for kind in Kind
        }
        sound = tests[Kind.SOUND]
        return view.PlayerTiming(
            name=self._name(player, device),
            tests=tuple(self._line(kind, test) for kind, test in tests.items()),
            songs=self._texts.songs(sound) if sound else "",
        )

    def _name(self, player: int, device: str) -> str:
        """With what is tapped on, if that is a kit."""
        name = self.services.settings.player(player).name or self.strings(f"common.p{player}")
        kit = kit_of(device)
        return self.strings("calibration.at_kit", name=name, kit=kit) if kit else name

    def _line(self, kind: Kind, test: Calibration | None) -> view.TestLine:
        label = self.strings(f"calibration.{kind}")
        if test is None:
            return view.TestLine(label, self.strings("calibration.untested"), "", is_known=False)
        value = self._texts.estimate(test.offset_us, test.uncertainty_us)
        return view.TestLine(label, value, self._texts.kept(test), is_known=True)

    def _focus(self, choice: int, direction: int) -> None:
        """Go to a button, or in this direction to the next one that can be pressed."""
        choices = self._choices()
        while 0 <= choice < len(choices) and not choices[choice].is_enabled and direction:
            choice += direction
        if 0 <= choice < len(choices) and choices[choice].is_enabled and choice != self._chosen:
            self._chosen = choice
            self._forgets = False
            self.sound.move()

    def _choose(self) -> Change | None:
        choice = self._choices()[self._chosen]
        if not choice.is_enabled:
            return None
        self.sound.choose()
        return choice.do()

    def _test_sound(self) -> Change:
        return Push(SoundTestScreen(self.services))

    def _test_picture(self) -> Change:
        return Push(PictureTestScreen(self.services))

    def _open_latency(self) -> Change:
        return Push(LatencyScreen(self.services))

    def _undo(self) -> None:
        if self._history:
            self._use(self._history.pop())
            self._seen = self.services.settings.calibrations

    def _undo_songs(self) -> None:
        self._use(tuple(as_tested(each) for each in self.services.settings.calibrations))
        self._note_change()

    def _forget(self) -> None:
        if not self._forgets:
            self._forgets = True
            return
        self._forgets = False
        kept = self.services.settings.calibrations
        for player, device in devices_of(self.services.midi.devices).items():
            kept = without_test(kept, player, device)
        self._use(kept)
        self._note_change()

    def _note_change(self) -> None:
        """Remember what was there before a test, so that it can be taken back."""
        present = self.services.settings.calibrations
        if present != self._seen:
            self._history.append(self._seen)
            self._seen = present

    def _use(self, calibrations: tuple[Calibration, ...]) -> None:
        settings = replace(self.services.settings, calibrations=calibrations)
        fault = self.services.store.save(settings)
        if fault is not None:
            self.services.notices.append(str(fault))
