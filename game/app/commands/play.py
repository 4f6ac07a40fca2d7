"""`play`: one chart straight from the shell, without title or lobby."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.commands.options import add_part_choices, add_play_choices, part_choice
from game.errors import GameError

if TYPE_CHECKING:
    from game.app.play.setup import PlaySetup, SeatSetup

_SLOWEST_PCT, _FASTEST_PCT = 40, 150


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("play", help="play one chart; without CHART, the game starts")
    parser.add_argument("chart", type=Path, nargs="?", metavar="CHART", help="a .duet file")
    for player in (1, 2):
        parser.add_argument(
            f"--p{player}",
            default="keyboard",
            metavar="WHO",
            help="keyboard, midi:NAME as `devices` lists it, "
            "or bot[:OFFSET_MS[,SPREAD_MS[,FOLLOW_GAIN]]] (default: keyboard)",
        )
    parser.add_argument(
        "--speed",
        type=int,
        default=100,
        metavar="PCT",
        help=f"{_SLOWEST_PCT} to {_FASTEST_PCT} percent; the pitch stays",
    )
    parser.add_argument("--replay", type=Path, metavar="OUT", help="where the replay goes")
    parser.add_argument(
        "--quit-at-end", action="store_true", help="leave when the song is over, without results"
    )
    add_part_choices(parser)
    add_play_choices(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.chart is None:
        from game.app.start import run_game

        return run_game()
    setup = _setup(arguments)

    from game.app.screens.loading import LoadingScreen
    from game.app.start import run_game

    return run_game(lambda services: LoadingScreen(services, setup))


def _setup(arguments: argparse.Namespace) -> PlaySetup:
    from game.app.play.setup import PlaySetup
    from game.charts.document import Document
    from game.charts.model import PLAYERS

    if not _SLOWEST_PCT <= arguments.speed <= _FASTEST_PCT:
        found = f"found a speed of {arguments.speed} percent"
        raise GameError(f"{found}, expected {_SLOWEST_PCT} to {_FASTEST_PCT}")
    return PlaySetup(
        path=arguments.chart,
        chart=Document.read(arguments.chart).chart(),
        seats=tuple(_seat(arguments, player) for player in PLAYERS),
        rate_pct=arguments.speed,
        seed=arguments.seed,
        replay_path=arguments.replay,
        quit_at_end=arguments.quit_at_end,
    )


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
