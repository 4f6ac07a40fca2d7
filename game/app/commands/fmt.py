"""`fmt`: brings charts into the canonical layout."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "fmt", help="align the bars of charts; every note, comment and division stays"
    )
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="charts or folders")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if a file would change"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from game.charts.check import charts_below
    from game.errors import ChartError

    status = 0
    for path in (chart for given in arguments.paths for chart in charts_below(given)):
        try:
            changed = _format(path, write=not arguments.check)
        except ChartError as error:
            print(error)
            status = 1
            continue
        if changed:
            print(path)
            if arguments.check:
                status = 1
    return status


def _format(path: Path, *, write: bool) -> bool:
    """Whether the file is (or would be) changed."""
    from game.app.files import atomic
    from game.charts.document import Document
    from game.charts.fmt import format_document

    document = Document.read(path)
    formatted = format_document(document).to_bytes()
    if formatted == document.to_bytes():
        return False
    if write:
        atomic.write_bytes(path, formatted)
    return True
