"""The songs on this machine: what the game ships, the player's folder, folders of the shell."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

import pygame

from game.charts.check import charts_below
from game.charts.document import SUFFIX, Document
from game.charts.model import Chart
from game.errors import ChartError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Song:
    """One chart file, readable or not."""

    path: Path
    chart: Chart | None
    fault: str = ""
    """Why the chart cannot be played, in one sentence; "" if it can."""

    folder: str = ""
    """The name of the song's own folder; "" for a chart that lies loose among others."""

    @property
    def title(self) -> str:
        """What the list calls it: a chart that cannot be read goes by its folder's name."""
        return self.chart.meta.title if self.chart else self.folder or self.path.stem

    @property
    def audio_path(self) -> Path | None:
        """The song's sound file, if the chart names one that is there."""
        audio = self._named_audio
        return audio if audio is not None and _is_file(audio) else None

    @property
    def missing_audio(self) -> str:
        """The name of the sound file that the chart asks for in vain; "" if nothing is missing."""
        audio = self._named_audio
        return audio.name if audio is not None and not _is_file(audio) else ""

    @property
    def _named_audio(self) -> Path | None:
        if self.chart is None or self.chart.meta.audio is None:
            return None
        return self.path.parent / self.chart.meta.audio


def wake_the_loop() -> None:
    """End the loop's wait. Where SDL has been left already, nobody waits any more."""
    try:
        pygame.event.post(pygame.Event(pygame.USEREVENT))
    except pygame.error:
        return


class Library:
    """The songs as they are found, while a thread reads the charts."""

    def __init__(
        self, folders: Iterable[Path], arrived: Callable[[], None] = wake_the_loop
    ) -> None:
        """`arrived` is called in the thread whenever `step` has something to take."""
        self._folders = tuple(folders)
        self._arrived = arrived
        self._reading: _Reading | None = None
        self.songs: tuple[Song, ...] = ()
        self.is_complete = False

    def step(self) -> bool:
        """Take the songs that were read since the last time; False once all are there.

        Never waits for one. The first step begins the reading, and any step goes on with it.
        """
        if self.is_complete:
            return False
        if self._reading is None:
            self._reading = _Reading(self._folders, self._arrived)
        self._reading.go_on()
        found = self._reading.take()
        self.is_complete = self._reading.is_done
        if found:
            self.songs = tuple(
                sorted((*self.songs, *found), key=lambda song: song.title.casefold())
            )
        return not self.is_complete

    def rest(self) -> None:
        """Read nothing until the next step: a play has the processor for itself."""
        if self._reading is not None:
            self._reading.rest()

    def rescan(self) -> None:
        """Forget everything; the next step begins again."""
        self.close()
        self.songs, self.is_complete = (), False

    def close(self) -> None:
        """Stop reading, after the chart that is being read."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None


class _Reading:
    """One pass through the folders, in a thread of its own."""

    def __init__(self, folders: tuple[Path, ...], arrived: Callable[[], None]) -> None:
        self.is_done = False
        """Whether everything has been read and taken."""

        self._read: SimpleQueue[Song | None] = SimpleQueue()
        """Songs, and None behind the last."""

        self._arrived = arrived
        self._may_read = Event()
        self._is_cancelled = False
        Thread(target=self._run, args=(folders,), name="library", daemon=True).start()

    def take(self) -> list[Song]:
        """What has been read since the last time."""
        found: list[Song] = []
        while not self.is_done:
            try:
                song = self._read.get_nowait()
            except Empty:
                break
            if song is None:
                self.is_done = True
            else:
                found.append(song)
        return found

    def go_on(self) -> None:
        self._may_read.set()

    def rest(self) -> None:
        self._may_read.clear()

    def cancel(self) -> None:
        self._is_cancelled = True
        self._may_read.set()

    def _run(self, folders: tuple[Path, ...]) -> None:
        try:
            for path, folder in _charts_in(folders):
                self._may_read.wait()
                if self._is_cancelled:
                    return
                self._put(read_song(path, folder))
        except Exception:
            # The list must not look for songs for ever, whatever went wrong in here.
            _log.exception("the songs were not read to the last")
        self._put(None)

    def _put(self, song: Song | None) -> None:
        self._read.put(song)
        self._arrived()


def read_song(path: Path, folder: str = "") -> Song:
    """Read one chart; a broken one becomes a song with a fault."""
    try:
        return Song(path, Document.read(path).chart(), folder=folder)
    except ChartError as error:
        return Song(path, None, str(error), folder)


def _charts_in(roots: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Each chart once, with the name of the folder below the root that is its own."""
    seen: set[Path] = set()
    for root in roots:
        for path in charts_below(root):
            is_folder_without_charts = path == root and path.suffix.lower() != SUFFIX
            if is_folder_without_charts or path.resolve() in seen:
                continue
            seen.add(path.resolve())
            yield path, "" if root in (path, path.parent) else path.parent.name


def _is_file(path: Path) -> bool:
    """Whether there is such a file; a name that the system refuses is none."""
    try:
        return path.is_file()
    except OSError:
        return False
