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
    from collections.abc import Sequence

    from game.duet.duet import Duet
    from game.duet.result import DuetResult, PlayerResult, TogetherResult


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
    simulated = simulate(seats, bots, seed=arguments.seed, digest=chart_digest(chart))
    said = _sentences(simulated.duet)
    if arguments.json:
        print_json({**simulated.result.to_json(), "sentences": said})
    else:
        _print(chart.meta.title, simulated.result, said)
    return 0


def _sentences(duet: Duet) -> list[str]:
    """What may be said of the two, in English."""
    from game.app.files.folders import shipped
    from game.score.together.report import report_of
    from game.score.together.sentences import sentences
    from game.view.strings import Strings

    playing = duet.together()
    if playing is None:
        return []
    strings = Strings.load(shipped() / "assets" / "strings")
    names = {seat.player: strings(f"common.p{seat.player}") for seat in duet.seats}
    return [strings(each.key, **each.values) for each in sentences(report_of(playing), names)]


def _print(title: str, result: DuetResult, said: Sequence[str]) -> None:
    print(f"{title}: {result.duet_score:,}")
    for player in result.players:
        print(_line(player))
    print(_together_line(result.together))
    for sentence in said:
        print(sentence)


def _line(player: PlayerResult) -> str:
    counts = f"{player.perfect} perfect, {player.great} great, {player.good} good"
    missed = f"{player.miss} missed of {player.notes}, {player.overhits} overhits"
    return f"P{player.player}: {player.score:,}; {counts}, {missed}; combo {player.max_combo}"


def _together_line(together: TogetherResult) -> str:
    if together.score is None:
        return f"Together: unknown; pairs: {together.pairs}"
    line = (
        f"Together: {together.score} ({together.low} to {together.high}); pairs: {together.pairs}"
    )
    if together.typical_gap_us is None:
        return line
    return f"{line}; typical gap: {together.typical_gap_us / 1000:.0f} ms"
