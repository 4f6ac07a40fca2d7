"""The live meter: how together the two have been lately."""

from __future__ import annotations

from bisect import insort
from collections import deque
from dataclasses import dataclass

from game.score.together.kernel import CHANCE, closeness, points
from game.score.together.numbers import mean, median, median_of_sorted
from game.score.together.played_pair import PlayedPair
from game.score.together.tiers import segments
from game.timing.units import US_PER_S

KEPT = 0.917
"""What a pair leaves of the value before it: the weight of a pair halves in 8 pairs."""

SHOWN_AFTER = 6
HYSTERESIS = 4.0
"""A segment goes out that many points below where it lights."""

FADE_FROM_US = 4 * US_PER_S
FADE_US = US_PER_S
"""Without a pair for so long, the meter fades within so long, in real time."""

_RECENT = 32


@dataclass(frozen=True, slots=True)
class TogetherSnapshot:
    """What the meter shows."""

    score: int
    """0 to 100, of the latest pairs."""

    segments: int
    """How many of five are lit, 1 to 5."""

    fade: float
    """0 while pairs come; towards 1, neutral, when none have come for a while."""

    typical_gap_us: int | None
    """Of the latest pairs, in real time; None if none of them was hit by both."""

    relative: bool


class Meter:
    """A weighted mean over the pairs so far, the latest weighing most. Frames do not change it."""

    def __init__(self, rate_pct: int, *, is_relative: bool) -> None:
        self._rate_pct = rate_pct
        self._is_relative = is_relative
        self._opening: list[PlayedPair] = []
        self._gaps_us: list[float] = []
        self._recent_us: deque[float] = deque(maxlen=_RECENT)
        self._value = CHANCE
        self._segments = 0
        self._latest_us = 0

    @property
    def score(self) -> float:
        """0 to 100, with all its decimals; meaningless before anything is shown."""
        return points(self._value)

    def add(self, pair: PlayedPair) -> None:
        """One more pair that counts."""
        gap_us = pair.gap_us
        if gap_us is not None:
            insort(self._gaps_us, gap_us)
            self._recent_us.append(gap_us)
        self._latest_us = pair.at_us
        if len(self._opening) < SHOWN_AFTER:
            self._opening.append(pair)
            self._value = mean([self._worth(each.gap_us) for each in self._opening])
            self._segments = segments(self.score)
        else:
            self._value += (1 - KEPT) * (self._worth(gap_us) - self._value)
            self._light()

    def snapshot(self, now_us: int) -> TogetherSnapshot | None:
        """What is shown at a song time; None before six pairs."""
        if len(self._opening) < SHOWN_AFTER:
            return None
        age_us = (now_us - self._latest_us) * 100 / self._rate_pct
        return TogetherSnapshot(
            score=round(self.score),
            segments=self._segments,
            fade=min(1.0, max(0.0, (age_us - FADE_FROM_US) / FADE_US)),
            typical_gap_us=self._typical_gap_us(),
            relative=self._is_relative,
        )

    def _light(self) -> None:
        """Light what the value reaches, and leave lit what it has hardly left."""
        reached, held = segments(self.score), segments(self.score + HYSTERESIS)
        self._segments = min(max(self._segments, reached), held)

    def _typical_gap_us(self) -> int | None:
        centre_us = self._centre_us()
        distances_us = [abs(gap_us - centre_us) for gap_us in self._recent_us]
        return round(median(distances_us)) if distances_us else None

    def _worth(self, gap_us: float | None) -> float:
        return CHANCE if gap_us is None else closeness(gap_us - self._centre_us())

    def _centre_us(self) -> float:
        """The constant gap, as far as it is known by now."""
        return median_of_sorted(self._gaps_us) if self._is_relative and self._gaps_us else 0.0
