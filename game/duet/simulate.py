"""A duet that only bots play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.duet.bot_spec import BotSpec
from game.duet.bots import Bot
from game.duet.duet import Duet
from game.duet.events import InputEvent
from game.duet.result import DuetResult, result_of
from game.duet.seat import Seat
from game.judge.verdict import Verdict
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class SimulatedDuet:
    """A whole play, from the first note to the last."""

    duet: Duet
    result: DuetResult
    events: tuple[InputEvent, ...]


def simulate(
    seats: Sequence[Seat], bots: Sequence[BotSpec], *, seed: int = 0, digest: str = ""
) -> SimulatedDuet:
    """Let bots play a song.

    Args:
        seats: one for each player.
        bots: one for each seat, in the same order.
        seed: the same seed gives the same play, everywhere and always.
        digest: of the chart, for the result.
    """
    duet = Duet([replace(seat, calibrated=True) for seat in seats])
    players = [Bot(seat, spec, seed) for seat, spec in zip(seats, bots, strict=True)]
    play_bots(duet, players, None)
    duet.finish()
    return SimulatedDuet(duet, result_of(duet, digest), duet.events)


def play_bots(duet: Duet, bots: Sequence[Bot], to_us: Micros | None) -> tuple[InputEvent, ...]:
    """Feed all that bots play up to a song time; None: to the end of the song.

    The bot that strikes first goes first, so that each has heard all that came before: two bots
    that follow each other play the same however often this is called.

    Returns:
        The events as recorded, for whoever sounds them.
    """
    partners = {bot.player: _partner_verdicts(duet, bot.player) for bot in bots}
    events: list[InputEvent] = []
    while True:
        due = [
            (at_us, bot) for bot in bots if (at_us := bot.wake_us(partners[bot.player])) is not None
        ]
        if not due:
            return tuple(events)
        at_us, bot = min(due, key=lambda pair: (pair[0], pair[1].player))
        if to_us is not None and at_us > to_us:
            return tuple(events)
        events += (duet.feed(event) for event in bot.next(at_us, partners[bot.player]))


def _partner_verdicts(duet: Duet, player: int) -> Sequence[Verdict]:
    others = [seat.player for seat in duet.seats if seat.player != player]
    return duet.verdicts(others[0]) if others else ()
