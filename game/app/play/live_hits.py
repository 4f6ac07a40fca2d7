"""The latest hits along with the beats, as they are judged in play."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from game.timing.calibration import BEAT_US

SHOWN = 24
_LEAST = 6


class LiveHits:
    """One player's errors, the latest last."""

    def __init__(self) -> None:
        self.errors_us: deque[int] = deque(maxlen=SHOWN)

    def add(self, at_us: int) -> None:
        """A hit at a time counted from the first beat; it means the nearest beat."""
        self.errors_us.append((at_us + BEAT_US // 2) % BEAT_US - BEAT_US // 2)

    @property
    def middle_us(self) -> int | None:
        """Where most of them are; None for a few."""
        if len(self.errors_us) < _LEAST:
            return None
        return _median(sorted(self.errors_us))

    @property
    def scatter_us(self) -> int | None:
        """How far from their middle half of them are, as a standard deviation; None for a few."""
        middle_us = self.middle_us
        if middle_us is None:
            return None
        return round(1.4826 * _median(sorted(abs(each - middle_us) for each in self.errors_us)))


def _median(ordered: Sequence[int]) -> int:
    return ordered[len(ordered) // 2]
