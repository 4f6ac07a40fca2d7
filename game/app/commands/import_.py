"""`import`: a chart out of a MIDI file with one drum track or two."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.app.commands.import_report import report
from game.errors import ChartError, FileFaultError, GameError

_USUAL_GHOST, _USUAL_ACCENT = 50, 112
_LOUDEST = 127
_FINEST_GRID = 48


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("import", help="make a chart of a MIDI file's drum tracks")
    parser.add_argument("file", type=Path, metavar="FILE.mid", help="drums on channel 10")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FOLDER",
        help="the song's new folder (default: beside you, named after the file)",
    )
    parser.add_argument(
        "--split", action="store_true", help="share one drum track out between the two players"
    )
    parser.add_argument(
        "--tracks",
        type=_numbers,
        metavar="N[,N]",
        help="the drum tracks of P1 and P2 (default: all), by their numbers in the file",
    )
    parser.add_argument(
        "--grid",
        type=_within(_FINEST_GRID),
        metavar="N",
        help="lines to a quarter note (default: for each bar the grid that fits)",
    )
    _add_border(parser, "ghost", "at most so hard is a ghost", _USUAL_GHOST)
    _add_border(parser, "accent", "at least so hard is an accent", _USUAL_ACCENT)
    parser.add_argument(
        "--bars", action="store_true", help="say of every bar how far it lies from its grid"
    )
    parser.set_defaults(run=run)


def _add_border(parser: argparse.ArgumentParser, name: str, meaning: str, usual: int) -> None:
    parser.add_argument(
        f"--{name}",
        type=_within(_LOUDEST),
        default=usual,
        metavar="VELOCITY",
        help=f"{meaning}, 1 to {_LOUDEST} (default {usual})",
    )


def run(arguments: argparse.Namespace) -> int:
    """Raises GameError: the file or the choices cannot be used, or a chart is there already."""
    from game.app.files import atomic
    from game.app.files.plain_faults import found_by
    from game.charts.document import SUFFIX
    from game.charts.writer import write
    from game.exchange.from_midi import Choices, chart_of
    from game.exchange.midi_in import only_tracks, read_midi

    source = arguments.file
    if arguments.ghost >= arguments.accent:
        found = f"found --ghost {arguments.ghost} and --accent {arguments.accent}"
        raise GameError(f"{found}, expected ghosts to be softer than accents")
    choices = Choices(arguments.split, arguments.ghost, arguments.accent, arguments.grid)
    file = read_midi(source)
    if arguments.tracks:
        file = only_tracks(file, arguments.tracks, source)
    imported = chart_of(file, source, choices)
    folder = arguments.output or Path(source.stem)
    target = folder / f"{folder.resolve().name}{SUFFIX}"
    try:
        text = write(imported.chart)
    except ChartError as error:
        raise GameError(f"{source}: {error.message}", "try a coarser grid with --grid") from error
    try:
        if target.exists():
            hint = "choose another folder with -o"
            raise FileFaultError(target, "", "a chart", "a new place", hint)
        atomic.write_text(target, text)
    except OSError as error:
        raise FileFaultError(target, "", found_by(error), "a file that can be written") from error
    print(target)
    for line in report(imported, has_bars=arguments.bars):
        print(line)
    return 0


def _within(most: int) -> Callable[[str], int]:
    """Reads a number from 1 to `most`."""

    def read(text: str) -> int:
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"found {text!r}, expected a number from 1 to {most}")
        return int(text)

    return read


def _numbers(text: str) -> tuple[int, ...]:
    """Reads `2` or `2,3`."""
    words = text.split(",")
    are_numbers = all(word.strip().isdecimal() for word in words)
    if not are_numbers or len({int(word) for word in words}) != len(words) or len(words) > 2:
        raise argparse.ArgumentTypeError(f"found {text!r}, expected one number or two, as in 2,3")
    return tuple(int(word) for word in words)
