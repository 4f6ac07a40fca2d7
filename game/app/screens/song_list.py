"""The list of songs: searched, sorted, with one chosen."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from game.app.library import Song
from game.app.screens.song_facts import Facts, facts_of


class Order(StrEnum):
    """By what the list is sorted."""

    TITLE = "title"
    TEMPO = "tempo"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Entry:
    """A song with what its row says."""

    song: Song
    facts: Facts | None
    """None for a chart that cannot be read."""

    words: str
    """All that a search looks at, folded."""


class SongList:
    """The songs that match, in order. The chosen one stays chosen whatever else changes."""

    def __init__(self, order: Order = Order.TITLE) -> None:
        self.order = order
        self.entries: tuple[Entry, ...] = ()
        """What is to be seen, in order."""

        self.chosen_path: Path | None = None
        self.total = 0
        self._songs: Sequence[Song] = ()
        self._known: dict[Path, Entry] = {}
        self._search = ""

    def use(self, songs: Sequence[Song]) -> None:
        """Show these songs; what is known of unchanged ones is kept."""
        if songs is self._songs:
            return
        self._songs = songs
        self.total = len(songs)
        self._known = {song.path: self._entry(song) for song in songs}
        self._arrange()

    def search(self, text: str) -> None:
        """Show only songs whose title, artist or charter has all these words in it."""
        if text != self._search:
            self._search = text
            self._arrange()

    def sort(self, order: Order) -> None:
        self.order = order
        self._arrange()

    @property
    def index(self) -> int:
        """Where the chosen song is; 0 if it is not to be seen."""
        paths = [entry.song.path for entry in self.entries]
        return paths.index(self.chosen_path) if self.chosen_path in paths else 0

    @property
    def chosen(self) -> Entry | None:
        """The chosen song, or the first one; None if nothing is to be seen."""
        return self.entries[self.index] if self.entries else None

    def choose(self, index: int) -> bool:
        """Choose by place, as near as there is one; True if it is another song than before."""
        if not self.entries:
            return False
        before = self.index
        index = max(0, min(len(self.entries) - 1, index))
        self.chosen_path = self.entries[index].song.path
        return index != before

    def _entry(self, song: Song) -> Entry:
        known = self._known.get(song.path)
        if known is not None and known.song is song:
            return known
        return Entry(song, facts_of(song.chart) if song.chart else None, _words(song))

    def _arrange(self) -> None:
        wanted = folded(self._search).split()
        matching = [
            entry for entry in self._known.values() if all(word in entry.words for word in wanted)
        ]
        self.entries = tuple(sorted(matching, key=self._rank))

    def _rank(self, entry: Entry) -> tuple[bool, int, str]:
        """Broken charts last, then by the order, then by title."""
        number = 0
        if entry.facts is not None and self.order is Order.TEMPO:
            number = entry.facts.lowest_bpm
        elif entry.facts is not None and self.order is Order.LENGTH:
            number = entry.facts.length_us
        return entry.facts is None, number, folded(entry.song.title)


def folded(text: str) -> str:
    """Without case, accents and widths; Hangul as letters, so that half a syllable is found."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")


def _words(song: Song) -> str:
    if song.chart is None:
        return folded(f"{song.title} {song.path.stem}")
    meta = song.chart.meta
    return folded(" ".join((meta.title, *meta.titles.values(), meta.artist, meta.charter)))
