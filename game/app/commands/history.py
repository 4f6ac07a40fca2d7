"""`history`: every play that was played to its end on this machine, oldest first."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.commands.options import add_json, print_json
from game.errors import GameError, HistoryError

if TYPE_CHECKING:
    from game.app.history.play import Play


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("history", help="list the plays that were kept")
    add_json(parser)
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="write them as a table for spreadsheets instead"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Raises HistoryError: the history or the table cannot be used."""
    from game.app.history import table

    plays = _plays()
    if arguments.csv is not None:
        _save(plays, arguments.csv)
    elif arguments.json:
        print_json([dict(zip(table.HEADER, table.values(play), strict=True)) for play in plays])
    else:
        for play in plays:
            print(_line(play))
    return 0


def _plays() -> tuple[Play, ...]:
    from game.app.files.folders import Folders
    from game.app.history.database import Database
    from game.app.history.history import History

    faults: list[GameError] = []
    database = Database(Folders.of_platform().history, faults.append)
    plays = History(database).plays()
    database.close()
    if faults:
        raise faults[0]
    return plays


def _save(plays: tuple[Play, ...], path: Path) -> None:
    from game.app.files.plain_faults import found_by
    from game.app.history import table

    try:
        table.save(plays, path)
    except OSError as error:
        raise HistoryError(path, "", found_by(error), "a file that can be written") from error


def _line(play: Play) -> str:
    from game.app.history.story import local_time

    names = " & ".join(part.name or f"P{part.result.player}" for part in play.parts)
    together = "-" if play.together.score is None else play.together.score
    return (
        f"{local_time(play.played_at_s):%Y-%m-%d %H:%M}  {play.title}  {names}  "
        f"{play.duet_score:,}  together {together}"
    )
