"""`watch`: the game open beside a text editor, playing what is saved."""

from __future__ import annotations

import argparse
from typing import Any

from game.app.commands.options import add_chart, add_part_choices, add_rules
from game.app.commands.seats import add_seats, seats_of
from game.app.commands.speed import add_speed, checked_speed_pct


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "watch",
        help="play a chart while it is written",
        description="The game stays open beside your text editor. At each save it plays the "
        "section that has changed; faults are shown with line and column.",
    )
    add_chart(parser)
    add_seats(parser, default="bot")
    add_speed(parser)
    parser.add_argument("--metronome", action="store_true", help="with a metronome; F4 changes it")
    parser.add_argument("--whole", action="store_true", help="the whole song; Tab changes it")
    add_part_choices(parser)
    add_rules(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Raises ChartError or GameError: there is no such chart, or nobody to play it."""
    from game.app.watch.wishes import Wishes
    from game.charts.document import Document

    wishes = Wishes(
        seats_of(arguments),
        checked_speed_pct(arguments),
        metronome=arguments.metronome,
        plays_whole=arguments.whole,
    )
    # A name with a slip in it is told at once, where it was typed.
    Document.read(arguments.chart)

    from game.app.screens.watch import WatchScreen
    from game.app.start import run_game

    return run_game(lambda services: WatchScreen(services, arguments.chart, wishes))
