"""The songs on this machine: what the game ships, the player's folder, folders of the shell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from game.app.library.reading import Reading
from game.app.library.remembered import RememberedSongs
from game.app.library.song import Song
from game.app.waking import wake_the_loop


class Library:
    """The songs as they are found, while a thread reads the charts."""

    def __init__(
        self,
        folders: Iterable[Path],
        arrived: Callable[[], None] = wake_the_loop,
        remembered: Path | None = None,
    ) -> None:
        """
        Args:
            arrived: called in the thread whenever `step` has something to take.
            remembered: the file that keeps what is known of charts that have not changed.
        """
        self._folders = tuple(folders)
        self._arrived = arrived
        self._remembered = RememberedSongs(remembered)
        self._reading: Reading | None = None
        self.songs: tuple[Song, ...] = ()
        self.is_complete = False

    @property
    def total(self) -> int | None:
        """How many songs there will be; None until that is known."""
        return None if self._reading is None else self._reading.total

    def step(self) -> bool:
        """Take the songs that were read since the last time; False once all are there.

        Never waits for one. The first step begins the reading, and any step goes on with it.
        """
        if self.is_complete:
            return False
        if self._reading is None:
            self._reading = Reading(self._folders, self._remembered, self._arrived)
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
        """Look through the folders again; the next step begins, and charts that have changed are
        read anew."""
        self.close()
        self.songs, self.is_complete = (), False

    def close(self) -> None:
        """Stop reading, after the chart that is being read."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
