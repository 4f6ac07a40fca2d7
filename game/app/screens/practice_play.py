"""Practice while it is played: time round after time round, until the players have had enough."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

import pygame

from game.app.kits.midi import decisions_in
from game.app.play.hold_to_pause import HoldToPause
from game.app.play.picture import PlayPicture, sit_at_kits_alone
from game.app.play.setup import PlaySetup
from game.app.play.written_rolls import WrittenRolls
from game.app.practice.rounds import Rounds
from game.app.recordings.equip import equipped
from game.app.screens.base import Change
from game.app.screens.menu_keys import MenuKey
from game.app.screens.practice_texts import PracticeTexts, pass_bars
from game.app.screens.rounds_screen import RoundsScreen
from game.app.screens.song_card import title_in
from game.app.services import Services
from game.duet.practice.passes import Pass, next_rate_pct, stepped_rate_pct
from game.duet.practice.plan import Plan
from game.input.midi.filters import PadHit
from game.view.butterfly import Butterfly
from game.view.canvas import Canvas
from game.view.screens import practice_play as view

_log = logging.getLogger(__name__)


class PracticePlayScreen(RoundsScreen):
    """Leaving it leads back to the choices; a speed that is not there yet shows how far it is."""

    def __init__(
        self,
        services: Services,
        setup: PlaySetup,
        plan: Plan,
        texts: PracticeTexts,
        passes: list[Pass],
        follow_speed: Callable[[int], None],
    ) -> None:
        """
        Args:
            passes: gets every time round that was played to its end.
            follow_speed: told the speed whenever it changes.
        """
        with_music, notice = equipped(setup, services.recordings, services.strings)
        super().__init__(services, with_music, metronome=plan.metronome)
        if notice:
            services.notices.append(notice)
        self._plan = plan
        """As it is played; its speed is that of the present time round."""

        self._texts = texts
        self._passes = passes
        self._follow_speed = follow_speed
        self._wanted_pct = plan.rate_pct
        """The speed of the next time round."""

        self._passes_before = len(passes)
        self._is_by_pads = services.settings.playing.menus_by_pads
        self._hold = HoldToPause(0, self._is_by_pads)
        self._written_rolls = WrittenRolls(())
        self._picture: PlayPicture | None = None
        self._butterfly: Butterfly | None = None

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        for decision in decisions_in(event):
            if decision.is_passed:
                self._follow_roll(decision.hit)
        change = super().handle(event, at_ns)
        return self.go() if change is None and self._hold.is_due(at_ns) else change

    def _follow_roll(self, hit: PadHit) -> None:
        """A long roll on one cymbal leads back to the choices, as it pauses a play."""
        drum = self._pads.binding(hit)
        if drum is None or hit.piece is None or self.rounds is None:
            return
        host_ns = hit.raw.host_ns
        is_written = self._written_rolls.is_at(drum, self.rounds.session.song_us(host_ns))
        self._hold.strike(drum.player, hit.piece, host_ns, is_written)

    def wanted(self) -> Plan:
        return replace(self._plan, rate_pct=self._wanted_pct)

    def begin(self, rounds: Rounds) -> None:
        self._plan = rounds.plan
        self._butterfly = Butterfly.of(rounds.timelines)
        self._written_rolls = WrittenRolls(rounds.session.timelines)
        self._picture = PlayPicture(self.services, rounds.session)

    def started(self, rounds: Rounds) -> None:
        rate_pct = rounds.plan.rate_pct
        _log.info("practice at %d %%: bars at host %d ns", rate_pct, rounds.from_ns())

    def press(self, key: MenuKey | None) -> Change | None:
        if key in (MenuKey.UP, MenuKey.DOWN):
            steps = 1 if key is MenuKey.UP else -1
            self._want(stepped_rate_pct(self._wanted_pct, steps))
        elif key is MenuKey.CHOOSE:
            self.drop_round()
        return None

    def hear(self, rounds: Rounds, played: Pass) -> Change | None:
        """The next time round has begun, unless its speed is another."""
        self._passes.append(played)
        hits = ", ".join(f"{each.hits} of {each.notes}" for each in played.players)
        _log.info("practice at %d %%: hit %s", played.rate_pct, hits)
        self._picture = PlayPicture(self.services, rounds.session)
        is_as_chosen = self._wanted_pct == self._plan.rate_pct
        if is_as_chosen:
            self._want(next_rate_pct(self._wanted_pct, played, self._plan.threshold_pct))
        if self._wanted_pct != self._plan.rate_pct:
            self.drop_round()
            return None
        self.started(rounds)
        self._look_ahead()
        return None

    def title(self) -> str:
        return title_in(self.setup.chart.meta, self.services.strings.language)

    def played(self, rounds: Rounds, now_ns: int) -> view.PracticePlaySnapshot:
        assert self._picture is not None
        play = self._picture.frame(now_ns, rounds.visual_ns)
        return view.PracticePlaySnapshot(
            replace(
                play,
                butterfly=self._butterfly or play.butterfly,
                count_in=rounds.count(play.visual_us),
                bpm_text=self._texts.rate(rounds.plan.rate_pct),
                # Nobody joins in mid-practice: who plays what is chosen before it.
                seats=tuple(replace(seat, note="") for seat in play.seats),
                hint="",
            ),
            pass_bars(self._passes, self._plan),
            self._hints(),
            self._foot(),
            self._hold.share(now_ns),
        )

    def draw_played(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, view.PracticePlaySnapshot)
        view.draw(canvas, snapshot, self.services.strings)

    def _want(self, rate_pct: int) -> None:
        """Another speed from the next time round on; it is prepared meanwhile."""
        if rate_pct == self._wanted_pct:
            return
        self._wanted_pct = rate_pct
        self._follow_speed(rate_pct)
        self.services.sound.move()
        self.prepare(self.wanted())

    def _look_ahead(self) -> None:
        """Prepare the speed that comes next if both go on so well."""
        if self._plan.threshold_pct is not None:
            self.prepare(replace(self._plan, rate_pct=stepped_rate_pct(self._plan.rate_pct, 1)))

    def _hints(self) -> tuple[str, ...]:
        strings = self.services.strings
        if self._is_by_pads and sit_at_kits_alone(self.setup.seats):
            return (strings("practice.hint_roll"),)
        return strings("practice.hint_speed"), strings("practice.hint_leave")

    def _foot(self) -> str:
        if self._wanted_pct != self._plan.rate_pct:
            return self.services.strings("practice.next_speed", pct=self._wanted_pct)
        if self._plan.waits and len(self._passes) == self._passes_before:
            return self.services.strings("practice.waits")
        names = [seat.name for seat in self.setup.seats]
        return self._texts.foot(self._passes, names)
