"""Who plays, as the command line says it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from game.app.commands.options import part_choice
from game.charts.model import PLAYERS
from game.errors import GameError

if TYPE_CHECKING:
    from game.app.play.setup import SeatSetup


def add_seats(parser: argparse.ArgumentParser, default: str) -> None:
    """`--p1` and `--p2`."""
    for player in PLAYERS:
        parser.add_argument(
            f"--p{player}",
            default=default,
            metavar="WHO",
            help="keyboard, midi:NAME as `devices` lists it, "
            f"or bot[:OFFSET_MS[,SPREAD_MS[,FOLLOW_GAIN]]] (default: {default})",
        )


def seats_of(arguments: argparse.Namespace) -> tuple[SeatSetup, ...]:
    """Both players.

    Raises:
        GameError: one of them is no device and no bot.
    """
    return tuple(_seat(arguments, player) for player in PLAYERS)


def _seat(arguments: argparse.Namespace, player: int) -> SeatSetup:
    from game.app.play.setup import SeatSetup, kit_of
    from game.duet.bot_spec import BotSpec, is_bot

    device = getattr(arguments, f"p{player}")
    if is_bot(device):
        BotSpec.parse(device)
    elif device != "keyboard" and not kit_of(device):
        found = f'found "{device}" for player {player}'
        raise GameError(f"{found}, expected keyboard, midi:NAME or bot", "such as --p2 bot:0,14")
    choice = part_choice(arguments, player)
    return SeatSetup(player, f"P{player}", device, choice.level, choice.layout, choice.rules)
