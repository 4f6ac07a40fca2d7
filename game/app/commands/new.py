"""`new`: a folder with a chart that is ready to be written."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.errors import FileFaultError, GameError

if TYPE_CHECKING:
    from game.exchange.tempo_guess import TempoGuess


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("new", help="begin a chart in a folder of its own")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the song's new folder")
    parser.add_argument("--title", metavar="T", help="the song's title (default: the folder's)")
    parser.add_argument("--bpm", metavar="N", help="beats a minute (default: 120, or as heard)")
    parser.add_argument("--meter", default="4/4", metavar="M", help="such as 4/4 or 12/8")
    parser.add_argument(
        "--audio", type=Path, metavar="FILE", help="copied beside the chart, and listened to"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Raises GameError: the values make no chart, or one is there already."""
    from game.app.files import atomic
    from game.app.files.plain_faults import found_by
    from game.charts.document import SUFFIX, Document
    from game.editor.new_chart import new_chart

    folder, audio = arguments.folder, arguments.audio
    target = folder / f"{folder.resolve().name}{SUFFIX}"
    if target.exists():
        raise FileFaultError(target, "", "a chart", "a new place", "choose another folder")
    guess = _heard(audio) if audio else None
    bpm = arguments.bpm or (f"{guess.bpm:g}" if guess else "120")
    title = arguments.title or folder.resolve().name
    text = new_chart(title, bpm=bpm, meter=arguments.meter)
    if audio:
        offset = f"offset: {guess.offset_s}  // the first beat of bar 1\n" if guess else ""
        text = text.replace("meter:", f"audio:  {audio.name}\n{offset}meter:", 1)
    for issue in Document.parse(text, target).issues():
        if issue.severity == "error":
            raise GameError(issue.message, issue.hint)
    try:
        if audio:
            atomic.write_bytes(folder / audio.name, audio.read_bytes())
        atomic.write_text(target, text)
    except OSError as error:
        raise FileFaultError(target, "", found_by(error), "a file that can be written") from error
    print(target)
    if audio:
        print(_told(guess))
    return 0


def _heard(audio: Path) -> TempoGuess | None:
    from game.audio.decode import decode
    from game.audio.pcm import to_frames
    from game.exchange.tempo_guess import guess_tempo

    return guess_tempo(to_frames(decode(audio)).mean(axis=1))


def _told(guess: TempoGuess | None) -> str:
    if guess is None:
        return "no beat was heard: set bpm and offset by hand"
    sure = "clearly" if guess.is_sure else "but not clearly: look it over"
    return f"heard {guess.bpm:g} beats a minute, the first at {guess.offset_s} s, {sure}"
