"""Options that several commands share."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.charts.layouts import DEFAULT_LAYOUT, LAYOUTS
from game.charts.model import FULL_LEVEL, LEVELS, PLAYERS
from game.judge.rules import DEFAULT_RULES, RULES


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON instead of plain text")


def add_chart(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("chart", type=Path, metavar="CHART", help="a .duet file")


def add_part_choices(parser: argparse.ArgumentParser) -> None:
    """`--level`, `--level1`, `--level2`, likewise for layouts."""
    for suffix, whose in (("", "both players"), *((str(n), f"player {n}") for n in PLAYERS)):
        parser.add_argument(
            f"--level{suffix}",
            type=int,
            choices=LEVELS,
            metavar="N",
            help=f"level of {whose}, 1 to 5",
        )
        parser.add_argument(
            f"--layout{suffix}",
            choices=tuple(LAYOUTS),
            metavar="LAYOUT",
            help=f"kit layout of {whose}: four, two or kit",
        )


def add_rules(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rules", choices=tuple(RULES), help="hit rules of both players")


def add_play_choices(parser: argparse.ArgumentParser) -> None:
    """`--rules` and `--seed`."""
    add_rules(parser)
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="for bots (default 1)")


@dataclass(frozen=True, slots=True)
class PartChoice:
    """How one player plays."""

    player: int
    level: int
    layout: str
    rules: str


def part_choice(arguments: argparse.Namespace, player: int) -> PartChoice:
    """The choice for one player: their own option, else the one for both, else the default."""
    own_level = getattr(arguments, f"level{player}")
    own_layout = getattr(arguments, f"layout{player}")
    return PartChoice(
        player,
        own_level or arguments.level or FULL_LEVEL,
        own_layout or arguments.layout or DEFAULT_LAYOUT,
        getattr(arguments, "rules", None) or DEFAULT_RULES,
    )


def print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
