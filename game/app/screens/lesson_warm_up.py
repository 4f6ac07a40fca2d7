"""Before a step of the lesson: both strike any of their drums, four times each."""

from __future__ import annotations

import pygame

from game.app.kits.midi import MIDI_ARRIVED, decisions_in
from game.app.kits.pad_bindings import PadBindings
from game.app.lesson.hold_to_skip import HoldToSkip
from game.app.lesson.steps import step_setup, step_text
from game.app.play.setup import SeatSetup
from game.app.screens.base import Change, Pop, Replace
from game.app.screens.drum_keys import NS_PER_MS, DrumKeys
from game.app.screens.lesson_play import LessonPlayScreen
from game.app.screens.lobby_kits import LobbyKits
from game.app.screens.lobby_seat import BOTS, PARTNER, Seat
from game.app.screens.menu import Menu, Picture, earliest
from game.app.screens.menu_keys import MenuKey
from game.app.screens.player_keys import keys_of, lanes_of
from game.app.screens.player_pads import pad_lanes_of, pads_of
from game.app.services import Services
from game.charts.model import PLAYERS
from game.duet.lesson.warm_up import WANTED, WarmUp
from game.errors import ChartError
from game.input.bindings import Binding, KeyBindings
from game.input.midi.filters import PadHit
from game.view.screens import lesson_warm_up as view
from game.view.widgets.area import Target

_SEEN_NS = 500 * NS_PER_MS
"""So that the last stroke is seen and heard for itself."""

_SEEDS = 1 << 31


class LessonWarmUpScreen(Menu):
    """Goes on by itself once both are warm; whoever is alone goes on with a bot."""

    is_steered_by_pads = False

    def __init__(self, services: Services, step: str) -> None:
        super().__init__(services)
        self._step = step
        kits = services.midi.devices
        self._seats = tuple(Seat(p, services.settings.player(p), kits=kits) for p in PLAYERS)
        self._kits = LobbyKits(services)
        self._drums = DrumKeys(services, self._layouts())
        self._keys = KeyBindings(
            {p: services.settings.keys[layout][p] for p, layout in self._layouts().items()}
        )
        self._hold = HoldToSkip(services.settings.playing.menus_by_pads)
        self._warm_up = WarmUp()
        self._start_ns: int | None = None

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == MIDI_ARRIVED:
            self._take_pads(event, at_ns)
        else:
            struck = self._drums.handle(event, at_ns)
            if struck is not None:
                self._strike(struck.player, at_ns)
            self._hold.hear(event, at_ns, self.services.keyboard, self._keys)
        return super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key is MenuKey.CHOOSE:
            if not any(seat.is_human for seat in self._seats):
                self.sound.back()
                return None
            self.sound.choose()
            return self._start(at_ns)
        return None

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        seat = self._seats[view.KEYS.index(target.name)]
        layout = seat.choices.layout
        lanes = pad_lanes_of(seat.player, layout)
        if seat.kit is None:
            lanes = lanes_of(self.services, seat.player, layout)
        self._drums.strike(Binding(seat.player, lanes[target.index]), at_ns, is_held=False)
        self._strike(seat.player, at_ns)
        return None

    def tick(self, now_ns: int) -> Change | None:
        is_due = self._start_ns is not None and now_ns >= self._start_ns
        if is_due or self._held(now_ns) >= 1:
            return self._start(now_ns)
        return super().tick(now_ns)

    def moves(self, now_ns: int) -> bool:
        return self._drums.is_fading(now_ns) or self._hold.is_held

    def wake_ns(self, now_ns: int) -> int | None:
        return earliest(super().wake_ns(now_ns), self._start_ns)

    def snapshot(self, now_ns: int) -> view.WarmUpSnapshot:
        lit = self._drums.lit(now_ns)
        return view.WarmUpSnapshot(
            title=step_text(self.strings, self._step, "title"),
            sentence=self.strings("lesson.warm_up"),
            cards=tuple(
                view.WarmUpCard(
                    self._name(seat),
                    self._status(seat),
                    self._warm_up.of(seat.player),
                    WANTED,
                    keys_of(self.services, seat.player, seat.choices.layout, lit)
                    if seat.kit is None
                    else pads_of(self.services, seat.player, seat.choices.layout, lit),
                )
                for seat in self._seats
            ),
            alone=self._alone(),
            held=self._held(now_ns),
            held_for=self.strings("lesson.hint_start"),
            frame=self.frame(
                self.hint("lesson.hint_start", self.strings("common.enter")),
                self.hint("common.hint_back", self.strings("common.escape")),
            ),
        )

    def picture(self) -> Picture:
        return view

    def _layouts(self) -> dict[int, str]:
        return {seat.player: seat.choices.layout for seat in self._seats}

    def _name(self, seat: Seat) -> str:
        return seat.choices.name or self.strings(f"common.p{seat.player}")

    def _status(self, seat: Seat) -> str:
        if self._warm_up.is_warm(seat.player):
            return self.strings("lesson.warm")
        return self.strings("lesson.hit_yours")

    def _alone(self) -> str:
        """What one can do who is alone: at a kit there may be no keyboard within reach."""
        people = [seat for seat in self._seats if seat.is_human]
        if len(people) != 1:
            return ""
        is_by_pads = people[0].kit is not None and self.services.settings.playing.menus_by_pads
        return self.strings("lesson.alone_by_pads" if is_by_pads else "lesson.alone")

    def _held(self, now_ns: int) -> float:
        """How far the beginning is that somebody holds for, 0 to 1."""
        return self._hold.share(now_ns, song_us=0)

    def _take_pads(self, event: pygame.Event, at_ns: int) -> None:
        kits = self.services.midi.devices
        self._seats = tuple(seat.beside(kits) for seat in self._seats)
        for decision in decisions_in(event):
            if decision.is_passed:
                self._seats = self._kits.joined(self._seats, decision.hit)
                self._strike_pad(decision.hit, at_ns)

    def _strike_pad(self, hit: PadHit, at_ns: int) -> None:
        pads = PadBindings(
            (seat.setup(self._name(seat)) for seat in self._seats), self.services.settings.kits
        )
        struck = pads.binding(hit)
        if struck is not None:
            self._drums.strike_pad(struck, hit, at_ns)
            if hit.piece is not None:
                self._hold.strike(struck, hit.piece, hit.raw.host_ns, song_us=0)
            self._strike(struck.player, at_ns)

    def _strike(self, player: int, at_ns: int) -> None:
        self._warm_up = self._warm_up.struck(player)
        self._seats = tuple(
            seat.joined() if seat.player == player and not seat.is_human else seat
            for seat in self._seats
        )
        if self._start_ns is None and all(map(self._warm_up.is_warm, PLAYERS)):
            self._start_ns = at_ns + _SEEN_NS

    def _start(self, now_ns: int) -> Change | None:
        seats = tuple(self._seated(seat) for seat in self._seats)
        try:
            setup = step_setup(self.services, self._step, seats, now_ns % _SEEDS)
        except ChartError as error:
            self.services.notices.append(str(error))
            return Pop()
        return Replace(LessonPlayScreen(self.services, self._step, setup))

    def _seated(self, seat: Seat) -> SeatSetup:
        if seat.is_human:
            return seat.setup(self._name(seat))
        return seat.setup(self.strings(f"lobby.{BOTS[PARTNER]}"))
