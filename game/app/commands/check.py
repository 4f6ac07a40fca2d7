"""`check`: finds all faults of charts at once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from game.app.commands.options import add_json, print_json


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("check", help="find all faults of charts at once")
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="charts or folders")
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from game.audio.length import audio_length_s
    from game.charts.check import check_paths

    found = check_paths(arguments.paths, audio_length_s)
    if arguments.json:
        print_json([{"path": str(path), **issue.to_json()} for path, issue in found])
    else:
        for path, issue in found:
            print(issue.text(path))
    return 1 if any(issue.severity == "error" for _, issue in found) else 0
