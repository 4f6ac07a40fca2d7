"""`export`: a chart for other programs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.commands.options import add_chart
from game.errors import FileFaultError

if TYPE_CHECKING:
    from game.charts.model import Chart


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "export", help="write a chart as MIDI, sheet music, sound or JSON for other programs"
    )
    add_chart(parser)
    parser.add_argument(
        "--to",
        required=True,
        choices=tuple(_WRITERS),
        help="mid: two General MIDI drum tracks with the tempo map; "
        "musicxml: a percussion part a player, for notation programs; "
        "wav: both parts over the backing; json: as `events --json`",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="where it goes (default: beside you, named after the chart)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Raises ChartError or AudioError: the chart or its audio cannot be used."""
    from game.app.files import atomic
    from game.app.files.plain_faults import found_by
    from game.charts.document import Document

    chart = Document.read(arguments.chart).chart()
    target = arguments.output or Path(f"{arguments.chart.stem}.{arguments.to}")
    data = _WRITERS[arguments.to](arguments.chart, chart)
    try:
        atomic.write_bytes(target, data)
    except OSError as error:
        raise FileFaultError(target, "", found_by(error), "a file that can be written") from error
    print(target)
    return 0


def _midi(_path: Path, chart: Chart) -> bytes:
    import io

    from game.exchange.midi_out import midi_file

    stream = io.BytesIO()
    midi_file(chart).save(file=stream)
    return stream.getvalue()


def _musicxml(_path: Path, chart: Chart) -> bytes:
    from game.exchange.musicxml.score import musicxml_bytes

    return musicxml_bytes(chart)


def _wav(path: Path, chart: Chart) -> bytes:
    from game.app.files.folders import shipped
    from game.app.play.song_audio import audio_file
    from game.exchange.sound_out import mixed, wav_bytes

    return wav_bytes(mixed(chart, audio_file(path, chart.meta.audio), shipped() / "assets"))


def _json(_path: Path, chart: Chart) -> bytes:
    from game.charts.events import events_json

    return (json.dumps(events_json(chart), ensure_ascii=False, indent=1) + "\n").encode()


_WRITERS: Mapping[str, Callable[[Path, Chart], bytes]] = {
    "mid": _midi,
    "musicxml": _musicxml,
    "wav": _wav,
    "json": _json,
}
