"""The songs on this machine: what the game ships, the player's folder, folders of the shell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from game.charts.document import Document
from game.charts.model import Chart
from game.errors import ChartError


@dataclass(frozen=True, slots=True)
class Song:
    """One chart file, readable or not."""

    path: Path
    chart: Chart | None
    fault: str = ""
    """Why the chart cannot be played, in one sentence; "" if it can."""

    @property
    def title(self) -> str:
        return self.chart.meta.title if self.chart else self.path.stem

    @property
    def audio_path(self) -> Path | None:
        """The song's sound file, if the chart names one that is there."""
        if self.chart is None or self.chart.meta.audio is None:
            return None
        audio = self.path.parent / self.chart.meta.audio
        return audio if audio.is_file() else None


class Library:
    """Reads charts one by one, so that a list can show what it has and go on."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self.songs: tuple[Song, ...] = ()
        self.is_complete = False
        self._waiting: Iterator[Path] = _charts_in(self._folders)

    def step(self) -> bool:
        """Read one more chart; False once all are there."""
        path = next(self._waiting, None)
        if path is None:
            self.is_complete = True
            return False
        found = (*self.songs, read_song(path))
        self.songs = tuple(sorted(found, key=lambda song: song.title.casefold()))
        return True

    def rescan(self) -> None:
        """Forget everything and begin again."""
        self.songs, self.is_complete = (), False
        self._waiting = _charts_in(self._folders)


def read_song(path: Path) -> Song:
    """Read one chart; a broken one becomes a song with a fault."""
    try:
        return Song(path, Document.read(path).chart())
    except ChartError as error:
        return Song(path, None, str(error))


def _charts_in(folders: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for folder in folders:
        found = [folder] if folder.is_file() else sorted(folder.rglob("*.duet"))
        for path in found:
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path
