"""Who plays what in a practice."""

from __future__ import annotations

from dataclasses import replace

from game.app.play.setup import PlaySetup, SeatSetup
from game.charts.compile import compile_timeline
from game.charts.model import PLAYERS
from game.charts.timeline import Timeline
from game.duet.practice.plan import PartBy, Plan

PARTNER = "bot:0,12"
"""Who plays along where a bot is asked for."""


def practice_setup(setup: PlaySetup, plan: Plan) -> PlaySetup:
    """The play with the plan's speed and bots; it leaves no replay.

    What waits is silent, so that no recording's time is kept to.
    """
    seats = tuple(_seat(seat, part) for seat, part in zip(setup.seats, plan.parts, strict=True))
    return replace(
        setup,
        seats=seats,
        rate_pct=plan.rate_pct,
        replay_path=None,
        quit_at_end=False,
        recording=None if plan.waits else setup.recording,
    )


def practice_timelines(setup: PlaySetup, plan: Plan) -> tuple[Timeline, ...]:
    """What each seat plays in the whole song: swapped if wanted, without notes if silent."""
    return tuple(
        _timeline(setup, seat, plan.is_swapped, part)
        for seat, part in zip(setup.seats, plan.parts, strict=True)
    )


def _seat(seat: SeatSetup, part: PartBy) -> SeatSetup:
    wants_bot = part is PartBy.BOT and not seat.is_bot
    return replace(seat, device=PARTNER) if wants_bot else seat


def _timeline(setup: PlaySetup, seat: SeatSetup, is_swapped: bool, part: PartBy) -> Timeline:
    player = sum(PLAYERS) - seat.player if is_swapped else seat.player
    timeline = replace(
        compile_timeline(setup.chart, player, seat.level, seat.layout), player=seat.player
    )
    return replace(timeline, notes=()) if part is PartBy.SILENT else timeline
