"""Sentences for the players, shown one after another at the foot of the menus."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

NS_PER_S = 1_000_000_000
_LEAST_S = 5
_CHARACTERS_PER_S = 15


class Notices:
    """What any part of the program has to say; each sentence is shown long enough to be read.

    A sentence stays until its time is over, whichever menus it is read on.
    """

    def __init__(self, sentences: Iterable[str] = ()) -> None:
        self._waiting = deque(sentences)
        self._until_ns: int | None = None
        """When the first of them has been read; None before it is shown."""

    def append(self, sentence: str) -> None:
        """Say something after all that is waiting; what already waits is not said twice."""
        if sentence not in self._waiting:
            self._waiting.append(sentence)

    def extend(self, sentences: Iterable[str]) -> None:
        """Say all of these, in order."""
        for sentence in sentences:
            self.append(sentence)

    def __iter__(self) -> Iterator[str]:
        """All that has not been read yet, the one that is shown first."""
        return iter(self._waiting)

    def tick(self, now_ns: int) -> None:
        """Go on to the next sentence when its time has come."""
        if self._until_ns is not None and now_ns >= self._until_ns:
            self._waiting.popleft()
            self._until_ns = None
        if self._until_ns is None and self._waiting:
            reading_s = max(_LEAST_S, len(self._waiting[0]) // _CHARACTERS_PER_S)
            self._until_ns = now_ns + reading_s * NS_PER_S

    @property
    def text(self) -> str:
        """The sentence to show, or ""."""
        return self._waiting[0] if self._until_ns is not None else ""

    def wake_ns(self, now_ns: int) -> int | None:
        """When the picture changes by itself."""
        if self._until_ns is not None:
            return self._until_ns
        return now_ns if self._waiting else None
