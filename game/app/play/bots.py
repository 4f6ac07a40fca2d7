"""The bots of a play: those who sit there from the start, and those who stand in for a while."""

from __future__ import annotations

from collections.abc import Sequence

from game.app.play.setup import PlaySetup
from game.duet.bot_spec import BotSpec
from game.duet.bots import Bot
from game.duet.duet import Duet
from game.duet.events import InputEvent
from game.duet.simulate import play_bots
from game.judge.verdict import Verdict
from game.timing.units import Micros


class PlayBots:
    """Who plays by themselves. All times are song time."""

    def __init__(self, setup: PlaySetup, duet: Duet) -> None:
        self.duet = duet
        """What they play in."""

        self._seed = setup.seed
        self._bots = [
            Bot(duet_seat, BotSpec.parse(seat.device), setup.seed, setup.rate_pct)
            for duet_seat, seat in zip(duet.seats, setup.seats, strict=True)
            if seat.is_bot
        ]

    def seat(self, player: int, spec: BotSpec, start_us: Micros) -> None:
        """A stand-in plays a player's notes from a time on."""
        duet = self.duet
        seat = next(seat for seat in duet.seats if seat.player == player)
        self._bots.append(Bot(seat, spec, self._seed, duet.rate_pct, start_us))

    def stop(self, player: int, end_us: Micros) -> None:
        """A player's bot leaves the notes from a time on to somebody else."""
        for bot in self._bots:
            if bot.player == player:
                bot.stop(end_us)

    def play(self, now_us: Micros) -> tuple[InputEvent, ...]:
        """Feed all that falls due by now; returns it, for whoever sounds it."""
        return play_bots(self.duet, self._bots, now_us)

    def next_us(self) -> Micros | None:
        """When one of them strikes next, as far as is known now."""
        strikes_us = (bot.wake_us(self._partner(bot.player)) for bot in self._bots)
        return min((at_us for at_us in strikes_us if at_us is not None), default=None)

    def _partner(self, player: int) -> Sequence[Verdict]:
        duet = self.duet
        others = (seat.player for seat in duet.seats if seat.player != player)
        return next((duet.verdicts(other) for other in others), ())
