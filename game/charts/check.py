"""Checking chart files: every error and every warning at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from game.charts.document import SUFFIX, Document
from game.charts.issues import Issue
from game.charts.lint.moments import warning
from game.charts.reader.faults import quoted
from game.charts.reader.near_miss import did_you_mean
from game.charts.reader.reading import Score
from game.errors import ChartError

AudioLength = Callable[[Path], float | None]
"""The length of a sound file in seconds; None if it cannot be told."""


def check_paths(
    paths: Iterable[Path], audio_length_s: AudioLength | None = None
) -> list[tuple[Path, Issue]]:
    """The issues of charts, and of all charts in and below folders, in the order of the paths."""
    return [
        (chart, issue)
        for path in paths
        for chart in charts_below(path)
        for issue in check_path(chart, audio_length_s)
    ]


def charts_below(path: Path) -> list[Path]:
    """All charts in and below a folder, sorted; for anything else the path itself."""
    if not _is_folder(path):
        return [path]
    found = [file for file in path.rglob("*") if file.suffix.lower() == SUFFIX and file.is_file()]
    return sorted(found) or [path]


def check_path(path: Path, audio_length_s: AudioLength | None = None) -> list[Issue]:
    """The issues of one chart, sorted by place. A file that cannot be read is an issue, too."""
    if _is_folder(path):
        return [Issue(0, 0, "error", f"found no chart in this folder, expected a {SUFFIX} file")]
    try:
        document = Document.read(path)
    except ChartError as error:
        return [Issue(error.line, error.column, "error", error.message, error.hint)]
    score = document.reading.score
    if score is None or score.chart.meta.audio is None:
        return document.issues()
    audio = path.parent / score.chart.meta.audio
    if not _is_file(audio):
        return sorted([*document.issues(), *_missing_audio(audio, score)])
    return document.issues(audio_length_s(audio) if audio_length_s else None)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    """Whether there is such a file; a name that the system refuses is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _missing_audio(audio: Path, score: Score) -> Iterator[Issue]:
    _, line, column = score.header.values["audio"]
    message = f"found no file {quoted(audio.name)} beside the chart"
    yield warning((line, column), message, _similar_file(audio))


def _similar_file(audio: Path) -> str:
    try:
        names = sorted(file.name for file in audio.parent.iterdir() if file.suffix != SUFFIX)
    except OSError:
        return ""
    return did_you_mean(audio.name, names)
