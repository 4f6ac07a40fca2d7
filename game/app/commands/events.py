"""`events`: the compiled timeline."""

from __future__ import annotations

import argparse
from typing import Any

from game.app.commands.options import add_chart, add_json, add_part_choices, part_choice, print_json


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("events", help="print what a chart compiles to")
    add_chart(parser)
    parser.add_argument("--player", type=int, choices=(1, 2), help="one player only")
    add_part_choices(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from game.charts.compile import compile_timeline
    from game.charts.document import Document
    from game.charts.events import timelines_json
    from game.charts.model import PLAYERS

    chart = Document.read(arguments.chart).chart()
    players = (arguments.player,) if arguments.player else PLAYERS
    choices = [part_choice(arguments, player) for player in players]
    events = timelines_json(
        chart,
        [compile_timeline(chart, choice.player, choice.level, choice.layout) for choice in choices],
    )
    if arguments.json:
        print_json(events)
    else:
        for note in events["notes"]:
            print(_line(note))
    return 0


def _line(note: dict[str, Any]) -> str:
    signs = "".join(
        sign for sign, name in (("!", "accent"), ("o", "open"), ("&", "shared")) if note[name]
    )
    seconds = note["at_us"] / 1e6
    words = f"{seconds:10.6f} s  P{note['player']}  {note['lane']:8}{note['piece']:8}"
    return f"{words}{note['stroke']:6}{signs}".rstrip()
