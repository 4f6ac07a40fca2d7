"""Sentences for the players, shown one after another at the foot of the menus."""

from __future__ import annotations

from collections import deque

NS_PER_S = 1_000_000_000
_LEAST_S = 5
_CHARACTERS_PER_S = 15


class Notices:
    """Takes sentences from the program's queue, shows each long enough to be read, drops it."""

    def __init__(self, waiting: deque[str]) -> None:
        self._waiting = waiting
        self._shown = ""
        self._until_ns = 0

    def tick(self, now_ns: int) -> None:
        """Go on to the next sentence when its time has come."""
        if self._shown and now_ns >= self._until_ns:
            self.dismiss()
        if not self._shown and self._waiting:
            self._shown = self._waiting[0]
            reading_s = max(_LEAST_S, len(self._shown) // _CHARACTERS_PER_S)
            self._until_ns = now_ns + reading_s * NS_PER_S

    def dismiss(self) -> None:
        """The present sentence has been read."""
        if self._shown and self._waiting and self._waiting[0] == self._shown:
            self._waiting.popleft()
        self._shown = ""

    @property
    def text(self) -> str:
        """The sentence to show, or ""."""
        return self._shown

    def wake_ns(self, now_ns: int) -> int | None:
        """When the picture changes by itself."""
        if self._shown:
            return self._until_ns
        return now_ns if self._waiting else None
