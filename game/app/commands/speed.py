"""`--speed`."""

from __future__ import annotations

import argparse

from game.errors import GameError

_SLOWEST_PCT, _FASTEST_PCT = 40, 150


def add_speed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--speed",
        type=int,
        default=100,
        metavar="PCT",
        help=f"{_SLOWEST_PCT} to {_FASTEST_PCT} percent; the pitch stays",
    )


def checked_speed_pct(arguments: argparse.Namespace) -> int:
    """The speed that was asked for.

    Raises:
        GameError: the song cannot be played so slowly or so fast.
    """
    speed_pct: int = arguments.speed
    if not _SLOWEST_PCT <= speed_pct <= _FASTEST_PCT:
        found = f"found a speed of {speed_pct} percent"
        raise GameError(f"{found}, expected {_SLOWEST_PCT} to {_FASTEST_PCT}")
    return speed_pct
