"""The lobby: both players hit a drum to join, and choose how they play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pygame

from game.app.history.people import without_default
from game.app.kits.midi import MIDI_ARRIVED, decisions_in
from game.app.kits.pad_bindings import PadBindings
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.base import Change, Pop
from game.app.screens.drum_keys import DrumKeys
from game.app.screens.files import choose_music, is_about_music
from game.app.screens.lobby_kits import LobbyKits, shared_kit
from game.app.screens.lobby_seat import Line, Seat, can_start, first_seat
from game.app.screens.lobby_texts import LobbyTexts
from game.app.screens.lobby_way_on import way_on
from game.app.screens.menu import Menu, Picture, earliest
from game.app.screens.menu_keys import MenuKey
from game.app.screens.pad_keys import BETWEEN_DRUMMING
from game.app.screens.player_keys import lanes_of
from game.app.screens.player_pads import pad_lanes_of
from game.app.screens.settings_keeper import SettingsKeeper
from game.app.screens.text_field import TextField
from game.app.services import Services
from game.charts.model import PLAYERS, Chart
from game.input.bindings import Binding
from game.input.midi.filters import PadHit
from game.view.screens import lobby as view
from game.view.widgets.area import Target

_START = max(Line) + 1
"""The focus below the last line of either card."""

_PRACTICE = _START + 1
"""The focus on the button beside it."""

_NAME_LENGTH = 40
_SEEDS = 1 << 31


class LobbyScreen(Menu):
    """Two cards side by side; one focus that goes up and down a card, and over to the other."""

    pads_alone = BETWEEN_DRUMMING

    def __init__(
        self, services: Services, path: Path, chart: Chart, seated: Sequence[SeatSetup] = ()
    ) -> None:
        """`seated` sit there already: after a play, or when they have swapped seats."""
        super().__init__(services)
        self._path, self._chart = path, chart
        kits = services.midi.devices
        names = services.history.names()
        kept = services.settings.player
        seated = [
            replace(seat, name=without_default(seat.name, services.strings)) for seat in seated
        ]
        seats = (first_seat(kept(player), player, seated, kits) for player in PLAYERS)
        self._seats = tuple(seat.remembering(names) for seat in seats)
        self._texts = LobbyTexts(services, chart)
        self._keeper = SettingsKeeper(services)
        self._kits = LobbyKits(services)
        self._drums = DrumKeys(services, self._layouts())
        self._side = 0
        self._line = _START

    def leave(self) -> None:
        self._finish_name(0)
        super().leave()
        self._keeper.write()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if is_about_music(event):
            return choose_music(self.services, self._path, self._chart, event)
        if event.type == MIDI_ARRIVED:
            self._take_pads(event, at_ns)
        elif self.field is None or event.type == pygame.KEYUP:
            struck = self._drums.handle(event, at_ns)
            if struck is not None:
                self._join(struck.player)
        return super().handle(event, at_ns)

    def _take_pads(self, event: pygame.Event, at_ns: int) -> None:
        """A pad joins and sounds; only a stroke that stands alone does more."""
        kits = self.services.midi.devices
        self._seats = tuple(seat.beside(kits) for seat in self._seats)
        for decision in decisions_in(event):
            if not decision.is_passed:
                continue
            self._join_by(decision.hit, at_ns)
            seats = (seat.setup(seat.choices.name) for seat in self._seats)
            pads = PadBindings(seats, self.services.settings.kits)
            struck = pads.binding(decision.hit)
            if struck is not None:
                self._drums.strike_pad(struck, decision.hit, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if self.field is not None:
            return self._press_in_name(key, at_ns)
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key is MenuKey.CHOOSE:
            return self._choose(at_ns)
        if key is MenuKey.NEXT:
            self._focus(1 - self._side, 0 if self._line >= _START else self._line)
        elif key in (MenuKey.UP, MenuKey.DOWN):
            self._step_line(1 if key is MenuKey.DOWN else -1)
        elif key in (MenuKey.LEFT, MenuKey.RIGHT):
            self._step_aside(1 if key is MenuKey.RIGHT else -1, at_ns)
        return None

    def point(self, target: Target) -> None:
        if self.field is not None:
            return
        if target.name == view.START:
            self._focus(self._side, _START)
        elif target.name == view.PRACTICE:
            self._focus(self._side, _PRACTICE)
        elif target.name in view.ROWS:
            self._focus(view.ROWS.index(target.name), target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self._finish_name(at_ns)
        if target.name in view.KEYS:
            self._click_drum(self._seats[view.KEYS.index(target.name)], target.index, at_ns)
            return None
        if target.name in (view.START, view.PRACTICE):
            self._line = _START if target.name == view.START else _PRACTICE
            return self._choose(at_ns)
        side = view.ROWS.index(target.name)
        self._focus(side, target.index)
        can_step = self._seats[side].names and view.is_arrow(side, target.index, x)
        if target.index == Line.NAME and not can_step:
            self._begin_name()
        else:
            self._step(view.step_at(side, target.index, x), at_ns)
        return None

    def tick(self, now_ns: int) -> Change | None:
        self._keeper.tick(now_ns)
        return super().tick(now_ns)

    def moves(self, now_ns: int) -> bool:
        return self._drums.is_fading(now_ns)

    def wake_ns(self, now_ns: int) -> int | None:
        return earliest(super().wake_ns(now_ns), self._keeper.due_ns)

    def snapshot(self, now_ns: int) -> view.LobbySnapshot:
        lit = self._drums.lit(now_ns)
        is_on_start = self._line >= _START
        return view.LobbySnapshot(
            title=self._texts.title,
            facts=self._texts.facts_with_music(self._path),
            cards=tuple(
                self._texts.card(
                    seat,
                    None if is_on_start or side != self._side else Line(self._line),
                    lit,
                    self.field if side == self._side else None,
                    self._seats[1 - side].choices.name,
                    self._kits.share(self._seats, seat.player),
                    invites=can_start(self._seats),
                )
                for side, seat in enumerate(self._seats)
            ),
            start=self._texts.start(self._seats, self._line not in (Line.NAME, _PRACTICE)),
            practice=self._texts.practice(self._line == _PRACTICE),
            frame=self.frame(
                *self._texts.hints(self.field is not None, self._line, self.shows_pads)
            ),
        )

    def picture(self) -> Picture:
        return view

    def _layouts(self) -> dict[int, str]:
        return {seat.player: seat.choices.layout for seat in self._seats}

    @property
    def _lines(self) -> tuple[int, ...]:
        """Where the focus can be, from the top: on the lines of a card, and below them."""
        is_shared = shared_kit(self._seats) is not None
        return (*(line for line in Line if is_shared or line is not Line.SHARE), _START, _PRACTICE)

    def _step_line(self, steps: int) -> None:
        lines = self._lines
        # The last line goes when its kit is no longer shared.
        index = lines.index(self._line) if self._line in lines else len(lines) - 1
        self._focus(self._side, lines[max(0, min(len(lines) - 1, index + steps))])

    def _focus(self, side: int, line: int) -> None:
        if (side, line) != (self._side, self._line):
            self._side, self._line = side, line
            self.sound.move()

    def _step_aside(self, steps: int, at_ns: int) -> None:
        """Left and right: another choice of a line; from the start button, into a card."""
        if self._line >= _START:
            self._focus(0 if steps < 0 else 1, self._lines[-3])
        else:
            self._step(steps, at_ns)

    def _step(self, steps: int, at_ns: int) -> None:
        if self._line == Line.SHARE:
            self._step_share(steps, at_ns)
            return
        seat, partner = self._seats[self._side], self._seats[1 - self._side]
        self._seat(seat.stepped(Line(self._line), steps, partner.choices.name), at_ns)

    def _click_drum(self, seat: Seat, index: int, at_ns: int) -> None:
        layout = seat.choices.layout
        if seat.kit is None:
            lane = lanes_of(self.services, seat.player, layout)[index]
            self._join(seat.player)
        else:
            lane = pad_lanes_of(seat.player, layout)[index]
        self._drums.strike(Binding(seat.player, lane), at_ns, is_held=False)

    def _step_share(self, steps: int, at_ns: int) -> None:
        device = shared_kit(self._seats)
        if device and self._keeper.use(self._kits.stepped(device, steps), at_ns):
            self.sound.move()

    def _join_by(self, hit: PadHit, at_ns: int) -> None:
        """Whoever hits a pad takes a seat."""
        joined = self._kits.joined(self._seats, hit)
        if joined != self._seats:
            self._seats = joined
            self.services.pad_keys.settle(hit.raw.host_ns)
        self._keeper.use(self._kits.heard(self._seats, hit), at_ns)

    def _join(self, player: int) -> None:
        seats = tuple(seat.joined() if seat.player == player else seat for seat in self._seats)
        if seats != self._seats:
            self._seats = seats

    def _seat(self, changed: Seat, at_ns: int) -> None:
        """A seat as it is from now on; its choices are kept."""
        before = self._seats[changed.player - 1]
        if changed == before:
            return
        self._seats = tuple(
            changed if seat.player == changed.player else seat for seat in self._seats
        )
        self.sound.move()
        if changed.choices.layout != before.choices.layout:
            self._drums.use(self._layouts())
        self._keep_choices(at_ns)

    def _keep_choices(self, at_ns: int) -> None:
        players = tuple(seat.choices for seat in self._seats)
        self._keeper.use(replace(self.services.settings, players=players), at_ns)

    def _choose(self, at_ns: int) -> Change | None:
        if self._line == Line.NAME:
            self._begin_name()
            return None
        if not can_start(self._seats):
            self.sound.back()
            return None
        self.sound.choose()
        self._keep_choices(at_ns)
        setup = PlaySetup(
            self._path,
            self._chart,
            tuple(seat.setup(self._texts.name(seat)) for seat in self._seats),
            seed=at_ns % _SEEDS,
        )
        return way_on(self.services, setup, practises=self._line == _PRACTICE)

    def _begin_name(self) -> None:
        seat = self._seats[self._side]
        if seat.is_bot:
            self.sound.back()
            return
        self.field = TextField(seat.choices.name, _NAME_LENGTH)
        self.field.focus()
        self.field_target = Target(view.ROWS[self._side], Line.NAME)
        self.sound.choose()

    def _press_in_name(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.field = None
            self.sound.back()
        elif key in (MenuKey.CHOOSE, MenuKey.NEXT, MenuKey.UP, MenuKey.DOWN):
            self._finish_name(at_ns)
        return None

    def _finish_name(self, at_ns: int) -> None:
        if self.field is None:
            return
        self.field.blur()
        self._seat(self._seats[self._side].named(self.field.text.strip()), at_ns)
        self.field = None
