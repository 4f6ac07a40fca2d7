"""One pass through the folders, in a thread of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from game.app.library.remembered import RememberedSongs
from game.app.library.song import Song, Summary
from game.charts.check import charts_below
from game.charts.document import SUFFIX, Document
from game.errors import ChartError

_log = logging.getLogger(__name__)

FoundChart = tuple[Path, str]
"""A chart's file, and the name of the folder that is its own, or ""."""


class Reading:
    """Gives the songs that are remembered at once, then the others as they are read."""

    def __init__(
        self, folders: tuple[Path, ...], remembered: RememberedSongs, arrived: Callable[[], None]
    ) -> None:
        self.is_done = False
        """Whether everything has been read and taken."""

        self.total: int | None = None
        """How many charts there are; None until the folders have been looked through."""

        self._remembered = remembered
        self._read: SimpleQueue[tuple[Song, ...] | None] = SimpleQueue()
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
                songs = self._read.get_nowait()
            except Empty:
                break
            if songs is None:
                self.is_done = True
            else:
                found.extend(songs)
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
            self._read_all(folders)
        except Exception:
            # The list must not look for songs for ever, whatever went wrong in here.
            _log.exception("the songs were not read to the last")
        self._put(None)

    def _read_all(self, folders: tuple[Path, ...]) -> None:
        charts = list(_charts_in(folders))
        self.total = len(charts)
        self._remembered.load()
        known = {chart: self._remembered.song(*chart) for chart in charts}
        if any(known.values()):
            self._put(tuple(song for song in known.values() if song is not None))
        try:
            for chart in (chart for chart, song in known.items() if song is None):
                self._may_read.wait()
                if self._is_cancelled:
                    return
                song = read_song(*chart)
                self._remembered.keep(song)
                self._put((song,))
        finally:
            self._remembered.save()

    def _put(self, songs: tuple[Song, ...] | None) -> None:
        self._read.put(songs)
        self._arrived()


def read_song(path: Path, folder: str = "") -> Song:
    """Read one chart; a broken one becomes a song with a fault."""
    try:
        return Song(path, Summary.of(Document.read(path).chart()), folder=folder)
    except ChartError as error:
        return Song(path, None, str(error), folder)


def _charts_in(roots: Iterable[Path]) -> Iterator[FoundChart]:
    """Each chart once, with the name of the folder below the root that is its own."""
    seen: set[Path] = set()
    for root in roots:
        for path in charts_below(root):
            is_folder_without_charts = path == root and path.suffix.lower() != SUFFIX
            if is_folder_without_charts or path.resolve() in seen:
                continue
            seen.add(path.resolve())
            yield path, "" if root in (path, path.parent) else path.parent.name
