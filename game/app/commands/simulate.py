"""`simulate`: a headless duet of two bots."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from game.app.commands.options import (
    add_chart,
    add_json,
    add_part_choices,
    add_play_choices,
    part_choice,
    print_json,
)

if TYPE_CHECKING:
    from game.duet.result import DuetResult, PlayerResult


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("simulate", help="let two bots play a chart, without a window")
    add_chart(parser)
    for player in (1, 2):
        parser.add_argument(
            f"--p{player}",
            default="bot",
            metavar="BOT",
            help="bot[:OFFSET_MS[,SPREAD_MS[,FOLLOW_GAIN]]] (default: a perfect bot)",
        )
    add_part_choices(parser)
    add_play_choices(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from game.charts.compile import compile_timeline
    from game.charts.digest import chart_digest
    from game.charts.document import Document
    from game.charts.model import PLAYERS
    from game.duet.bot_spec import BotSpec
    from game.duet.seat import Seat
    from game.duet.simulate import simulate
    from game.judge.rules import RULES

    chart = Document.read(arguments.chart).chart()
    choices = [part_choice(arguments, player) for player in PLAYERS]
    seats = [
        Seat(
            compile_timeline(chart, choice.player, choice.level, choice.layout),
            RULES[choice.rules],
        )
        for choice in choices
    ]
    bots = [BotSpec.parse(arguments.p1), BotSpec.parse(arguments.p2)]
    result = simulate(seats, bots, seed=arguments.seed, digest=chart_digest(chart)).result
    if arguments.json:
        print_json(result.to_json())
    else:
        _print(chart.meta.title, result)
    return 0


def _print(title: str, result: DuetResult) -> None:
    print(f"{title}: {result.duet_score:,}")
    for player in result.players:
        print(_line(player))


def _line(player: PlayerResult) -> str:
    counts = f"{player.perfect} perfect, {player.great} great, {player.good} good"
    missed = f"{player.miss} missed of {player.notes}, {player.overhits} overhits"
    return f"P{player.player}: {player.score:,}; {counts}, {missed}; combo {player.max_combo}"
