"""The bots of a play: those who sit there from the start, told how far the song is."""

from __future__ import annotations

from collections.abc import Sequence

from game.app.play_setup import PlaySetup
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
        self._duet = duet
        self._bots = {
            seat.player: Bot(duet_seat, BotSpec.parse(seat.device), setup.seed, setup.rate_pct)
            for duet_seat, seat in zip(duet.seats, setup.seats, strict=True)
            if seat.is_bot
        }

    def play(self, now_us: Micros) -> tuple[InputEvent, ...]:
        """Feed all that falls due by now; returns it, for whoever sounds it."""
        return play_bots(self._duet, tuple(self._bots.values()), now_us)

    def next_us(self) -> Micros | None:
        """When one of them strikes next, as far as is known now."""
        strikes_us = (bot.wake_us(self._partner(bot.player)) for bot in self._bots.values())
        return min((at_us for at_us in strikes_us if at_us is not None), default=None)

    def _partner(self, player: int) -> Sequence[Verdict]:
        duet = self._duet
        others = (seat.player for seat in duet.seats if seat.player != player)
        return next((duet.verdicts(other) for other in others), ())
