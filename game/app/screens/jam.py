"""Free jam: both play whatever they like, with a metronome if they want one, and can record it."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.app.jam import keeping
from game.app.jam.kits import Kits
from game.app.jam.metronome import Metronome
from game.app.jam.take import JamHit, Recorder, Take
from game.app.kits.midi import MIDI_ARRIVED, decisions_in
from game.app.play.setup import device_of
from game.app.screens.base import Change, Pop
from game.app.screens.jam_lights import JamLights
from game.app.screens.jam_texts import ROWS, JamTexts, Line, first_drum, heads_of
from game.app.screens.menu import Menu, Picture, earliest
from game.app.screens.menu_keys import MenuKey
from game.app.screens.player_keys import cap
from game.app.services import Services
from game.charts.model import PLAYERS
from game.input.bindings import KeyBindings
from game.input.midi.filters import PadHit
from game.view.screens import jam as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button
from game.view.widgets.frame import Hint

_LAYOUTS = ("four", "two", "kit")
_RECORD_KEYS = ("R", "SPACE")
_TAP_KEY = "T"
_NS_PER_S = 1_000_000_000


class JamScreen(Menu):
    """The keyboard is always both players'; a kit joins by being hit."""

    is_steered_by_pads = False

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._texts = JamTexts(services)
        self._metronome = Metronome(0)
        self._recorder = Recorder()
        self._lights = JamLights()
        self._kits = Kits()
        self._chosen = Line.RECORD
        self._length_ns = 0
        """Of the last take."""

        self._is_leaving = False
        self._use_layout(services.settings.player(PLAYERS[0]).layout)

    def leave(self) -> None:
        """Whatever is being recorded is kept, however the screen is left."""
        super().leave()
        self._metronome.stop()
        self._keep(self._recorder.taken())

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == MIDI_ARRIVED:
            for decision in decisions_in(event):
                if decision.is_passed:
                    self._strike_pad(decision.hit, at_ns)
        elif event.type == pygame.KEYDOWN and self._press_key(event, at_ns):
            pass
        else:
            return super().handle(event, at_ns)
        self.is_animated = self.moves(at_ns)
        return None

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return self._leave_soon(at_ns)
        if key is MenuKey.CHOOSE:
            self._choose(at_ns)
        elif key in (MenuKey.UP, MenuKey.DOWN, MenuKey.NEXT):
            self._focus(self._chosen + (-1 if key is MenuKey.UP else 1))
        elif key in (MenuKey.LEFT, MenuKey.RIGHT):
            self._step(1 if key is MenuKey.RIGHT else -1, at_ns)
        return None

    def point(self, target: Target) -> None:
        if target.name == view.RECORD:
            self._focus(Line.RECORD)
        elif target.name == view.ROW:
            self._focus(ROWS[target.index])

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self.point(target)
        if target.name == view.RECORD:
            self._choose(at_ns)
        elif target.name == view.ROW:
            self._step(view.step_at(target.index, x), at_ns)
        else:
            player = PLAYERS[view.HEADS.index(target.name)]
            shown = "kit" if self._kits.of(player) else self._layout
            lane = heads_of(player, shown)[target.index]
            self._strike(JamHit(at_ns, player, first_drum(shown, lane)), at_ns)
        return None

    def tick(self, now_ns: int) -> Change | None:
        accent = self._metronome.due(now_ns)
        if accent is not None:
            self.sound.tick(accent)
        self._keep(self._recorder.finished(now_ns))
        if self._is_leaving and self._recorder.take is None:
            return Pop()
        return super().tick(now_ns)

    def moves(self, now_ns: int) -> bool:
        return self._lights.is_fading(now_ns)

    def wake_ns(self, now_ns: int) -> int | None:
        take, second_ns = self._recorder.take, None
        if take is not None and self._recorder.is_recording:
            passed_ns = now_ns - take.start_ns
            second_ns = take.start_ns + (passed_ns // _NS_PER_S + 1) * _NS_PER_S
        return earliest(
            super().wake_ns(now_ns), self._metronome.wake_ns(), self._recorder.due_ns(), second_ns
        )

    def snapshot(self, now_ns: int) -> view.JamSnapshot:
        take, is_recording = self._recorder.take, self._recorder.is_recording
        count = len(take.hits) if take else 0
        grid, sounded = self._metronome.grid, self._metronome.sounded
        pulse = max(0, sounded or 0)
        return view.JamSnapshot(
            heading=self.strings("jam.heading"),
            sides=tuple(
                self._texts.side(player, self._layout, self._kits.of(player), self._lights, now_ns)
                for player in PLAYERS
            ),
            clock=self._texts.clock(now_ns - take.start_ns if take else self._length_ns),
            state=self.strings("jam.recording" if is_recording else "jam.ready", count=count),
            is_recording=is_recording,
            pulses=grid.bars_at(pulse).pulses,
            pulse=None if sounded is None or sounded < 0 else grid.place(sounded),
            record=Button(
                self.strings("jam.stop" if is_recording else "jam.record"),
                self._chosen is Line.RECORD,
            ),
            rows=self._texts.rows(self._metronome, self._layout, self._kits, self._chosen),
            frame=self.frame(*self._hints()),
        )

    def picture(self) -> Picture:
        return view

    def _hints(self) -> list[Hint]:
        hints = [self.hint("jam.hint_rows", "↑", "↓", "←", "→")]
        for keys, text in ((_RECORD_KEYS, "jam.hint_record"), ((_TAP_KEY,), "jam.hint_tap")):
            free = [key for key in keys if self._bindings.binding(key) is None]
            hints += [self.hint(text, cap(self.services, key)) for key in free[:1]]
        return [*hints, self.hint("common.hint_back", self.strings("common.escape"))]

    def _use_layout(self, layout: str) -> None:
        self._layout = layout
        self._bindings = KeyBindings(self.services.settings.keys[layout])

    def _press_key(self, event: pygame.Event, at_ns: int) -> bool:
        """A drum, or one of the screen's own keys; a key that is a drum is nothing else."""
        hit = self.services.keyboard.hit(event, at_ns)
        name = self.services.keyboard.name(event)
        struck = self._bindings.binding(name)
        if struck is not None and hit is not None:
            piece = first_drum(self._layout, struck.lane)
            self._strike(JamHit(hit.host_ns, struck.player, piece, velocity=hit.velocity), at_ns)
        elif name in _RECORD_KEYS:
            self._toggle_recording(at_ns)
        elif name == _TAP_KEY:
            self._metronome.tap(at_ns)
        else:
            return False
        return True

    def _strike_pad(self, hit: PadHit, at_ns: int) -> None:
        if hit.piece is None:
            return
        raw = hit.raw
        self._kits.join(raw.device)
        player = self._kits.player(hit, self.services.settings.kits)
        device = device_of(raw.device)
        struck = JamHit(raw.host_ns, player, hit.piece, hit.is_open, raw.velocity, device)
        self._strike(struck, at_ns)

    def _strike(self, hit: JamHit, now_ns: int) -> None:
        """The drum sounds first; all else can wait."""
        self.sound.strike(hit.player, hit.piece, hit.velocity, open=hit.is_open)
        self._recorder.add(hit)
        self._lights.strike(hit.player, hit.piece, now_ns)

    def _focus(self, line: int) -> None:
        line = min(max(Line), max(min(Line), line))
        if line != self._chosen:
            self._chosen = Line(line)
            self.sound.move()

    def _choose(self, at_ns: int) -> None:
        if self._chosen is Line.RECORD:
            self._toggle_recording(at_ns)
        elif self._chosen is Line.TEMPO:
            self._metronome.tap(at_ns)
        else:
            self._step(1, at_ns)

    def _step(self, steps: int, at_ns: int) -> None:
        if self._chosen is Line.METRONOME:
            self._toggle_metronome(at_ns)
        elif self._chosen is Line.TEMPO:
            self._metronome.step_bpm(steps, at_ns)
        elif self._chosen is Line.METER:
            self._metronome.step_meter(steps, at_ns)
        elif self._chosen is Line.KEYS:
            index = _LAYOUTS.index(self._layout) + steps
            self._use_layout(_LAYOUTS[index % len(_LAYOUTS)])
        elif self._chosen is Line.KIT and self._kits.latest is not None:
            self._kits.step(self._kits.latest, steps)

    def _toggle_metronome(self, at_ns: int) -> None:
        if self._metronome.is_on:
            self._metronome.stop()
        else:
            # While something is recorded, bars go on as they have begun.
            self._metronome.start(at_ns, anew=self._recorder.take is None)

    def _toggle_recording(self, at_ns: int) -> None:
        if self._recorder.is_recording:
            self._recorder.stop(at_ns)
        elif self._recorder.take is None:
            if not self._metronome.is_on:
                self._metronome.restart(at_ns)
            self._recorder.start(at_ns, self._metronome.grid)
            self.services.rescue = self._rescue

    def _leave_soon(self, at_ns: int) -> Change | None:
        """At once, or when a recording is complete."""
        if self._recorder.take is None:
            return Pop()
        self._recorder.stop(at_ns)
        self._is_leaving = True
        return None

    def _keep(self, take: Take | None) -> None:
        """Save a take and say where it is."""
        if take is None:
            return
        self.services.rescue = None
        self._length_ns = take.hits[-1].host_ns - take.start_ns if take.hits else 0
        if not take.hits:
            self.services.notices.append(self.strings("jam.nothing"))
            return
        try:
            path = self._save(take)
        except OSError as error:
            reason = error.strerror or str(error)
            self.services.notices.append(self.strings("jam.failed", reason=reason))
            return
        self.services.notices.append(self._texts.saved(take, path))

    def _save(self, take: Take) -> Path:
        services = self.services
        return keeping.save(
            take,
            services.folders.jams,
            self.strings("jam.title"),
            {player: self._texts.name(player) for player in PLAYERS},
            keeping.offsets_ns(take, services.settings, self.sound.output),
        )

    def _rescue(self) -> Path | None:
        """After a crash: what has been recorded so far."""
        take = self._recorder.taken()
        return self._save(take) if take is not None and take.hits else None
