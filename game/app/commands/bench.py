"""`bench`: how fast and how exact the game is on this machine."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.app.commands.options import add_json, print_json

if TYPE_CHECKING:
    from game.app.bench.figure import Figures

_NAME_WIDTH = 24
_VALUE_WIDTH = 16


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "bench", help="measure how fast and how exact the game is here; takes two minutes"
    )
    parser.add_argument(
        "--quick", action="store_true", help="a rough look, in a quarter of the time"
    )
    parser.add_argument(
        "--minutes",
        type=float,
        metavar="N",
        help="how long to play for the figures of play (default: a third; the song has 3.8)",
    )
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from game.app.bench.program import ProbeError

    figures: Figures = {}
    for name, measure in _measures(arguments.quick, arguments.minutes):
        print(f"{name} …", file=sys.stderr)
        try:
            taken = measure()
        except ProbeError as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        figures |= taken
        if not arguments.json:
            _print(taken)
    if arguments.json:
        print_json({name: figure.to_json() for name, figure in figures.items()})
    return 0


def _measures(is_quick: bool, minutes: float | None) -> list[tuple[str, Callable[[], Figures]]]:
    from game.app.bench import engine, key_to_sound, keys, picture

    play_s = 60 * minutes if minutes else (5 if is_quick else 20)
    watched_s = 3 if is_quick else 8
    return [
        ("the engine", lambda: engine.measure(11 if is_quick else 51)),
        ("the picture", lambda: picture.measure(play_s, watched_s)),
        ("the keys", lambda: keys.measure(60 if is_quick else 400)),
        ("the sound", lambda: key_to_sound.measure(40 if is_quick else 200)),
    ]


def _print(figures: Figures) -> None:
    for name, figure in figures.items():
        value = "-" if figure.value is None else f"{figure.value:,.2f} {figure.unit}"
        print(f"{name:{_NAME_WIDTH}}{value:>{_VALUE_WIDTH}}  {figure.note}", flush=True)
