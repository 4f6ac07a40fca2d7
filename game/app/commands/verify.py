"""`verify`: judges replays again and compares."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.commands.options import add_json, print_json
from game.errors import ReplayError

if TYPE_CHECKING:
    from game.charts.model import Chart
    from game.duet.verify import Verification


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("verify", help="judge replays again and compare")
    parser.add_argument("replays", type=Path, nargs="+", metavar="REPLAY")
    parser.add_argument(
        "--chart",
        type=Path,
        metavar="CHART",
        help="say besides whether this chart still compiles to the same notes",
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from game.charts.document import Document

    chart = Document.read(arguments.chart).chart() if arguments.chart else None
    found = [_verified(path, chart) for path in arguments.replays]
    if arguments.json:
        print_json([each.to_json() for each in found])
    else:
        for each in found:
            print(f"{each.path}: {'the same' if each.same else 'different'}")
            for difference in each.differences:
                print(f"  {difference}")
    return 0 if all(each.same for each in found) else 1


def _verified(path: Path, chart: Chart | None) -> Verification:
    """A replay that cannot be read is told like a difference, so that the others are checked."""
    from game.charts.compile import compile_timeline
    from game.charts.digest import chart_digest
    from game.duet.replay_reader import read_replay
    from game.duet.verify import Today, Verification, verify

    try:
        replay = read_replay(path)
    except ReplayError as error:
        return Verification(path, (str(error),))
    if chart is None:
        return verify(path, replay)
    timelines = (
        compile_timeline(chart, seat.player, seat.timeline.level, seat.timeline.layout)
        for seat in replay.seats
    )
    return verify(path, replay, Today(chart_digest(chart), tuple(timelines)))
