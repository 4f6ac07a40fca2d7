"""The list of songs: searched, sorted, with one chosen."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from game.app.history.history import Best
from game.app.library.song import Song, Summary


class Order(StrEnum):
    """By what the list is sorted."""

    TITLE = "title"
    TEMPO = "tempo"
    LENGTH = "length"
    LEVEL = "level"
    PLAYED = "played"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Entry:
    """A song with what its row says."""

    song: Song
    words: str
    """All that a search looks at, folded."""

    name: str
    """The title as it is sorted, folded."""


@dataclass(frozen=True, slots=True)
class Past:
    """What became of a song so far."""

    last_played_at_s: int | None = None
    best: Best | None = None
    """By any two people."""


_NO_PAST = Past()


class SongList:
    """The songs that match, in order. The chosen one stays chosen whatever else changes."""

    def __init__(self, order: Order = Order.TITLE) -> None:
        self.order = order
        self.entries: tuple[Entry, ...] = ()
        """What is to be seen, in order."""

        self.chosen_path: Path | None = None
        self.total = 0
        self._songs: Sequence[Song] = ()
        self._past: Mapping[str, Past] = {}
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

    def remember(self, past: Mapping[str, Past]) -> None:
        """Sort by what became of the songs, by digest."""
        self._past = past
        self._arrange()

    def past(self, song: Song) -> Past:
        """What became of a song."""
        return self._past.get(song.summary.digest, _NO_PAST) if song.summary else _NO_PAST

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
        return Entry(song, _words(song), folded(song.title))

    def _arrange(self) -> None:
        wanted = folded(self._search).split()
        matching = [
            entry for entry in self._known.values() if all(word in entry.words for word in wanted)
        ]
        self.entries = tuple(sorted(matching, key=self._rank))

    def _rank(self, entry: Entry) -> tuple[bool, int, str]:
        """Broken charts last, then by the order, then by title."""
        summary = entry.song.summary
        number = 0 if summary is None else self._number(summary)
        return summary is None, number, entry.name

    def _number(self, summary: Summary) -> int:
        """Slow, short and easy songs first; and first what was played last, and best."""
        past = self._past.get(summary.digest, _NO_PAST)
        match self.order:
            case Order.TEMPO:
                return summary.facts.lowest_bpm
            case Order.LENGTH:
                return summary.facts.length_us
            case Order.LEVEL:
                busyness = summary.figure.busyness
                return max(busyness) * 100 + sum(busyness)
            case Order.PLAYED:
                return -(past.last_played_at_s or 0)
            case Order.BEST:
                return -(past.best.duet_score if past.best else 0)
        return 0


def folded(text: str) -> str:
    """Without case, accents and widths; Hangul as letters, so that half a syllable is found."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")


def _words(song: Song) -> str:
    summary = song.summary
    if summary is None:
        return folded(f"{song.title} {song.path.stem}")
    names = (summary.title, *summary.titles.values(), summary.artist, summary.charter)
    return folded(" ".join(names))
