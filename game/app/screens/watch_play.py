"""A chart while it is watched: a section of it, over and over, until another text is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame

from game.app.play.picture import PlayPicture
from game.app.play.setup import PlaySetup
from game.app.practice.rounds import Rounds
from game.app.screens.base import Change
from game.app.screens.menu_keys import MenuKey
from game.app.screens.rounds_screen import RoundsScreen
from game.app.services import Services
from game.app.watch.wishes import Wishes
from game.charts.timeline import Timeline
from game.duet.practice.bars import Bars, bar_at
from game.duet.practice.passes import Pass
from game.duet.practice.plan import Plan
from game.view.canvas import Canvas
from game.view.screens.play import PlaySnapshot


class WatchPlay(RoundsScreen):
    """One state of the chart, as one set of wishes wants it. The picture never waits for the sound.

    It begins with any bar of what goes round.
    """

    def __init__(
        self,
        services: Services,
        setup: PlaySetup,
        wishes: Wishes,
        timeline: Timeline,
        from_bar: int,
        draw_picture: Callable[[Canvas, object], None],
    ) -> None:
        """
        Args:
            timeline: of the whole song; only its bars and sections count.
        """
        super().__init__(services, setup, metronome=wishes.metronome)
        self._wishes = wishes
        self._draw_picture = draw_picture
        self._timeline = timeline
        self._bars = Bars(from_bar, wishes.loop(timeline, from_bar).last)
        self._unheard = Rounds(services, setup, self.wanted())
        """What is seen until its song is there."""

        self._picture = PlayPicture(services, self._unheard.session)

    def bar(self, now_ns: int) -> int:
        """The bar that sounds, or the one that would sound first."""
        rounds = self.rounds
        if rounds is None or not rounds.session.is_running:
            return self._bars.first
        at = bar_at(self._timeline, rounds.session.song_us(now_ns))
        return max(self._bars.first, min(self._bars.last, at))

    def is_drum(self, event: pygame.Event) -> bool:
        """Whether a key is a drum of somebody who plays along."""
        return self._bindings.binding(self.services.keyboard.name(event)) is not None

    def wanted(self) -> Plan:
        with_people = self._wishes.has_people
        rate_pct = self._wishes.rate_pct
        return Plan(self._bars, rate_pct, counts_in=with_people, runs_in=with_people)

    def begin(self, rounds: Rounds) -> None:
        self._picture = PlayPicture(self.services, rounds.session)

    def hear(self, rounds: Rounds, played: Pass) -> Change | None:
        """After the first time round, which may begin in its midst, all of it goes round."""
        loop = self._wishes.loop(self._timeline, self._bars.first)
        if self._bars != loop:
            self._bars = loop
            self.drop_round()
        else:
            self._picture = PlayPicture(self.services, rounds.session)
        return None

    def press(self, key: MenuKey | None) -> Change | None:
        return None

    def title(self) -> str:
        return ""

    def snapshot(self, now_ns: int) -> object:
        if self.rounds is None and not self._missing_kits():
            return self.played(self._unheard, now_ns)
        return super().snapshot(now_ns)

    def played(self, rounds: Rounds, now_ns: int) -> PlaySnapshot:
        play = self._picture.frame(now_ns, rounds.visual_ns)
        return replace(
            play,
            count_in=rounds.count(play.visual_us),
            bpm_text=self.services.strings("watch.rate", pct=rounds.plan.rate_pct),
            seats=tuple(replace(seat, note="") for seat in play.seats),
            hint="",
        )

    def draw_played(self, canvas: Canvas, snapshot: object) -> None:
        self._draw_picture(canvas, snapshot)
