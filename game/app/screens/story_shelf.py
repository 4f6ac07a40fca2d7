"""Which plays of the history are looked at: one pair's, all of them or those of one song."""

from __future__ import annotations

from game.app.history.history import History, Pair
from game.app.history.play import Play
from game.app.history.story import Story, story_of


class StoryShelf:
    """The pairs that have played together, one of them chosen, and its plays."""

    def __init__(self, history: History, pair: str | None = None) -> None:
        """Begin with a pair by its key; with the one that played last if there is none of it."""
        self._history = history
        self.pairs = history.pairs()
        keys = [each.key for each in self.pairs]
        self._pair = keys.index(pair) if pair in keys else 0
        self._song = 0
        self._read()

    @property
    def pair(self) -> Pair | None:
        """None where no two people have played yet."""
        return self.pairs[self._pair] if self.pairs else None

    @property
    def song(self) -> str | None:
        """The digest of the chosen song; None for all songs."""
        return self.songs[self._song][0]

    @property
    def title(self) -> str:
        """Of the chosen song; "" for all."""
        return self.songs[self._song][1]

    @property
    def pair_ends(self) -> tuple[bool, bool]:
        """Whether there is a pair before and one behind the chosen one."""
        return self._pair > 0, self._pair < len(self.pairs) - 1

    @property
    def song_ends(self) -> tuple[bool, bool]:
        return self._song > 0, self._song < len(self.songs) - 1

    def step_pair(self, steps: int) -> bool:
        """Another pair; False at the end."""
        index = max(0, min(len(self.pairs) - 1, self._pair + steps))
        if index == self._pair or not self.pairs:
            return False
        self._pair, self._song = index, 0
        self._read()
        return True

    def step_song(self, steps: int) -> bool:
        """Another song of the pair, or all; False at the end."""
        index = max(0, min(len(self.songs) - 1, self._song + steps))
        if index == self._song:
            return False
        self._song = index
        self._choose()
        return True

    def point_of(self, play: int) -> int:
        """Which point of the plots stands for a play, by its index."""
        points = self.story.points
        return max(index for index, point in enumerate(points) if point.first <= play)

    def _read(self) -> None:
        pair = self.pair
        self._all: tuple[Play, ...] = self._history.plays(pair.key) if pair else ()
        # A song goes by the title that it had last.
        titles = {play.digest: play.title for play in self._all}
        by_title = sorted(titles.items(), key=lambda song: (song[1].casefold(), song[0]))
        self.songs: tuple[tuple[str | None, str], ...] = ((None, ""), *by_title)
        self._choose()

    def _choose(self) -> None:
        song = self.song
        self.plays = tuple(play for play in self._all if song in (None, play.digest))
        self.story: Story = story_of(self.plays, self.pair.names if self.pair else ())
