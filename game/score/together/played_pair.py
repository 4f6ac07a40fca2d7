"""A pair that counts, with what was played."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.timing.units import Micros


class PlayedPair(NamedTuple):
    """Two moments that both were hit, or a shared one that one player left to the other."""

    at_us: Micros
    """Song time of the later moment."""

    first_us: float | None
    """Error of the first player in real time, late is positive; None where nothing was hit."""

    second_us: float | None

    @property
    def gap_us(self) -> float | None:
        """How much later the first player was than the second; None unless both hit."""
        if self.first_us is None or self.second_us is None:
            return None
        return self.first_us - self.second_us


def gaps_us(pairs: Iterable[PlayedPair]) -> list[float]:
    """The gaps of the pairs that both players hit."""
    return [gap_us for pair in pairs if (gap_us := pair.gap_us) is not None]
