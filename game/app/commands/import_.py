"""`import`: a chart out of a MIDI file with one drum track or two."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.errors import FileFaultError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.exchange.from_midi import Imported


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
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Raises FileFaultError or ChartError: the file cannot be used, or a chart is there already."""
    from game.app.files import atomic
    from game.app.files.plain_faults import found_by
    from game.charts.document import SUFFIX
    from game.charts.writer import write
    from game.exchange.from_midi import chart_of
    from game.exchange.midi_in import read_midi

    source = arguments.file
    imported = chart_of(read_midi(source), source, is_split=arguments.split)
    folder = arguments.output or Path(source.stem)
    target = folder / f"{folder.resolve().name}{SUFFIX}"
    text = write(imported.chart)
    try:
        if target.exists():
            hint = "choose another folder with -o"
            raise FileFaultError(target, "", "a chart", "a new place", hint)
        atomic.write_text(target, text)
    except OSError as error:
        raise FileFaultError(target, "", found_by(error), "a file that can be written") from error
    print(target)
    for line in _report(imported):
        print(line)
    return 0


def _report(imported: Imported) -> Iterator[str]:
    errors_ms = imported.errors_ms
    if errors_ms:
        grids = ", ".join(
            f"{lines} to a quarter note in {bars} {'bar' if bars == 1 else 'bars'}"
            for lines, bars in sorted(Counter(imported.grids).items())
        )
        yield f"grid: {grids}"
        middle_ms = errors_ms[len(errors_ms) // 2]
        worst = f"worst {errors_ms[-1]:.1f} ms (bar {imported.worst_bar})"
        yield f"distance from it: median {middle_ms:.1f} ms, {worst}"
    for note, count in sorted(imported.unknown.items()):
        times = "once" if count == 1 else f"{count} times"
        yield f"left out: note {note}, struck {times}, is no drum of a kit"
