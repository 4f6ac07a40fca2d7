"""The MIDI kits: hit something and see what it is; teach it, adjust it."""

from __future__ import annotations

from collections import deque
from dataclasses import replace

import pygame

from game.app.kits.midi import MIDI_ARRIVED, decisions_in
from game.app.kits.pad_counts import PadCounts
from game.app.screens.base import Change, Pop
from game.app.screens.kit_editing import DIALS, dialled, given_to, learned, player_of
from game.app.screens.kit_sharing import USUAL_CHANNEL, stepped_channel
from game.app.screens.kit_texts import DRUMS, KitTexts, Line
from game.app.screens.menu import Menu, Picture, earliest
from game.app.screens.menu_keys import MenuKey
from game.app.screens.settings_keeper import SettingsKeeper
from game.app.services import Services
from game.charts.model import PLAYERS
from game.charts.pieces import Piece
from game.input.midi.filters import Decision, Outcome
from game.input.midi.kit import KitSettings
from game.view.screens import kits as view
from game.view.widgets.area import Target

_LIT_NS = 150_000_000


class KitsScreen(Menu):
    """A pad that is hit becomes the chosen drum; while learning, it becomes part of it."""

    is_steered_by_pads = False

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._texts = KitTexts(services.strings)
        self._keeper = SettingsKeeper(services)
        self._device = ""
        self._drum = Piece.SNARE
        self._channel = USUAL_CHANNEL
        """The one that was heard last."""

        self._line = Line.LEARN
        self._is_learning = False
        self._hits: deque[Decision] = deque(maxlen=view.HITS)
        self._counts = PadCounts()
        self._lit_until_ns: dict[Piece, int] = {}

    def leave(self) -> None:
        super().leave()
        self._is_learning = False
        self._keeper.write()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type != MIDI_ARRIVED:
            return super().handle(event, at_ns)
        for decision in decisions_in(event):
            self._take(decision, at_ns)
        return None

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if self._is_learning:
            if key in (MenuKey.CHOOSE, MenuKey.BACK):
                self._is_learning = False
                self.sound.choose()
        elif key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        elif key is MenuKey.CHOOSE:
            self._choose(at_ns)
        elif key in (MenuKey.UP, MenuKey.DOWN):
            self._focus(self._line + (1 if key is MenuKey.DOWN else -1))
        elif key in (MenuKey.LEFT, MenuKey.RIGHT):
            self._step(1 if key is MenuKey.RIGHT else -1, at_ns)
        elif key is MenuKey.NEXT:
            self._step_device(1)
        return None

    def point(self, target: Target) -> None:
        if target.name == view.ROW and not self._is_learning:
            self._focus(target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self._is_learning = False
        if target.name == view.DRUM:
            self._drum = DRUMS[target.index]
            self.sound.move()
            return None
        self._focus(target.index)
        if self._line in (Line.LEARN, Line.RESET):
            self._choose(at_ns)
        else:
            self._step(view.step_at(target.index, x), at_ns)
        return None

    def tick(self, now_ns: int) -> Change | None:
        self._keeper.tick(now_ns)
        return super().tick(now_ns)

    def wake_ns(self, now_ns: int) -> int | None:
        lit = (until_ns for until_ns in self._lit_until_ns.values() if until_ns > now_ns)
        return earliest(super().wake_ns(now_ns), self._keeper.due_ns, *lit)

    def snapshot(self, now_ns: int) -> view.KitsSnapshot:
        lit = [drum for drum, until_ns in self._lit_until_ns.items() if now_ns < until_ns]
        texts, kit, device = self._texts, self._kit, self._shown_device()
        none = self.strings("kits.nothing")
        return view.KitsSnapshot(
            heading=self.strings("kits.heading"),
            drums=texts.drums(self._drum, lit),
            hits=tuple(texts.hit(decision) for decision in reversed(self._hits)),
            rows=texts.rows(
                kit, device or none, self._drum, self._channel, self._line, self._is_learning
            ),
            word=self._word(kit, device) if device else self.strings("kits.plug_in"),
            is_waiting=self._is_learning or not device,
            frame=self.frame(*texts.hints(self._line, self._is_learning)),
        )

    def _word(self, kit: KitSettings, device: str) -> str:
        word = self._texts.word(kit, self._drum, self._channel, self._line, self._is_learning)
        if self._line is not Line.DRUM or self._is_learning:
            return word
        return self._texts.counted(word, self._counts.of(device, self._drum))

    def picture(self) -> Picture:
        return view

    @property
    def _kit(self) -> KitSettings:
        return self.services.settings.kits.get(self._shown_device(), KitSettings())

    def _shown_device(self) -> str:
        """The device that was hit last or chosen; the first one if that has gone."""
        devices = self.services.midi.devices
        return self._device if self._device in devices else next(iter(devices), "")

    def _take(self, decision: Decision, at_ns: int) -> None:
        is_meant = decision.outcome in (Outcome.PASSED, Outcome.UNKNOWN)
        if is_meant:
            self._device, self._channel = decision.hit.raw.device, decision.hit.channel
        if is_meant and self._is_learning:
            self._use(learned(self._kit, decision.hit.raw.code, self._drum), at_ns)
            decision = Decision(replace(decision.hit, piece=self._drum), Outcome.PASSED)
        self._hits.append(decision)
        self._counts.add(decision)
        hit = decision.hit
        if decision.is_passed and hit.piece is not None:
            self._drum = hit.piece
            self._lit_until_ns[hit.piece] = at_ns + _LIT_NS
            self.sound.strike(PLAYERS[0], hit.piece, hit.raw.velocity, open=hit.is_open)

    def _focus(self, line: int) -> None:
        line = max(min(Line), min(max(Line), line))
        if line != self._line:
            self._line = Line(line)
            self.sound.move()

    def _choose(self, at_ns: int) -> None:
        if not self._shown_device():
            self.sound.back()
        elif self._line is Line.LEARN:
            self._is_learning = True
            self.sound.choose()
        elif self._line is Line.RESET:
            self._use(KitSettings(), at_ns)
            self.sound.choose()

    def _step(self, steps: int, at_ns: int) -> None:
        if self._line is Line.DEVICE:
            self._step_device(steps)
        elif self._line is Line.DRUM:
            self._drum = DRUMS[(DRUMS.index(self._drum) + steps) % len(DRUMS)]
            self.sound.move()
        elif self._shown_device():
            self._use(self._stepped(steps), at_ns)

    def _stepped(self, steps: int) -> KitSettings:
        kit = self._kit
        if self._line.key in DIALS:
            return dialled(kit, self._drum, DIALS[self._line.key], steps)
        if self._line is Line.PLAYER:
            other = PLAYERS[0] + PLAYERS[1] - player_of(kit, self._drum)
            return given_to(kit, self._drum, other)
        if self._line is Line.CHANNEL:
            return stepped_channel(kit, self._channel, steps)
        return kit

    def _step_device(self, steps: int) -> None:
        devices = self.services.midi.devices
        if len(devices) > 1:
            index = devices.index(self._shown_device()) + steps
            self._device = devices[index % len(devices)]
            self.sound.move()

    def _use(self, kit: KitSettings, at_ns: int) -> None:
        """Hold from the next hit on, and in the settings."""
        device, settings = self._shown_device(), self.services.settings
        kits = {**settings.kits, device: kit}
        if self._keeper.use(replace(settings, kits=kits), at_ns):
            self.services.midi.use(device, kit)
            self.sound.move()
