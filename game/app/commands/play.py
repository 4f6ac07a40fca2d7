"""`play`: one chart straight from the shell, without title or lobby."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.commands.options import add_part_choices, add_play_choices
from game.app.commands.seats import add_seats, seats_of
from game.app.commands.speed import add_speed, checked_speed_pct

if TYPE_CHECKING:
    from game.app.play.setup import PlaySetup


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("play", help="play one chart; without CHART, the game starts")
    parser.add_argument("chart", type=Path, nargs="?", metavar="CHART", help="a .duet file")
    add_seats(parser, default="keyboard")
    add_speed(parser)
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

    rate_pct = checked_speed_pct(arguments)
    return PlaySetup(
        path=arguments.chart,
        chart=Document.read(arguments.chart).chart(),
        seats=seats_of(arguments),
        rate_pct=rate_pct,
        seed=arguments.seed,
        replay_path=arguments.replay,
        quit_at_end=arguments.quit_at_end,
    )
