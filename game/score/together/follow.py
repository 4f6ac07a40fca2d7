"""Who follows whom: how much each player moves toward what they last heard of the other.

A regression for each player after linear phase correction. A correlation of one player's errors
with the other's of one hit before would name a false leader wherever one is noisier.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import fsum, sqrt
from typing import NamedTuple

from game.score.together.numbers import mean
from game.score.together.part import Hit

HEARD_US = 100_000
"""Nobody answers in real time to what was struck less than this before."""

SMOOTHED = 32
"""Drift slower than so many events belongs to both players and is taken out."""

LEAST_EVENTS = 80
SURE = 2.58
"""So many standard errors away from 0 is called clear: 99 of 100."""

LEAST_LEAN = 0.15
_FITTED = 3
_ALIKE = 1e-9
"""Where back and toward are so much alike, nothing tells one from the other."""


class _Step(NamedTuple):
    """A hit of one player after another."""

    change: float
    """Error minus the error before."""

    back: float
    """The way back from the error before to none."""

    toward: float
    """The way from there to what was last heard of the partner."""


@dataclass(frozen=True, slots=True)
class Pull:
    """How one player moves toward the other."""

    gain: float
    """The share of the gap that is made up with each hit."""

    standard_error: float
    events: int

    @property
    def is_clear(self) -> bool:
        return self.gain > SURE * self.standard_error


@dataclass(frozen=True, slots=True)
class Following:
    """Both players' pulls; never a judgement of skill."""

    first: Pull
    second: Pull

    @property
    def lean(self) -> float:
        """How much more the second player moves toward the first than the other way round."""
        return self.second.gain - self.first.gain

    @property
    def is_known(self) -> bool:
        """Whether there are enough events to say anything at all."""
        return min(self.first.events, self.second.events) >= LEAST_EVENTS

    @property
    def leads(self) -> int:
        """1 if the first player clearly leads, -1 if the second one does, else 0."""
        error = sqrt(self.first.standard_error**2 + self.second.standard_error**2)
        if not self.is_known or abs(self.lean) <= max(SURE * error, LEAST_LEAN):
            return 0
        return 1 if self.lean > 0 else -1

    @property
    def is_mutual(self) -> bool:
        """Whether both clearly adjust to each other, and neither of them leads."""
        return self.is_known and not self.leads and self.first.is_clear and self.second.is_clear


def following(first: Sequence[Hit], second: Sequence[Hit], rate_pct: int) -> Following | None:
    """Who follows whom; None if the hits do not tell, as when they are all alike.

    Args:
        first: the hits of one player in the order of time.
        second: those of the other.
        rate_pct: the speed of the song.
    """
    one, other = _Voice(first, rate_pct), _Voice(second, rate_pct)
    heard_us = HEARD_US * rate_pct // 100
    toward_second, toward_first = _pull(one, other, heard_us), _pull(other, one, heard_us)
    if toward_second is None or toward_first is None:
        return None
    return Following(first=toward_second, second=toward_first)


class _Voice:
    """One player's hits, by when they stand, when they sound, and how far off they are."""

    def __init__(self, hits: Sequence[Hit], rate_pct: int) -> None:
        self.notes_us = [hit.at_us for hit in hits]
        struck_us = (hit.at_us + hit.error_us * rate_pct / 100 for hit in hits)
        self.struck_us = list(accumulate(struck_us, max))
        self.errors_us = _without_drift([hit.error_us for hit in hits])


def _without_drift(errors_us: Sequence[float]) -> list[float]:
    """Errors minus their centred moving average; towards the ends it narrows to what is there."""
    sums = [0.0, *accumulate(errors_us)]
    reach = SMOOTHED // 2
    level = []
    for index, error_us in enumerate(errors_us):
        start, end = max(0, index - reach), min(len(errors_us), index + reach + 1)
        level.append(error_us - (sums[end] - sums[start]) / (end - start))
    return level


def _pull(own: _Voice, partner: _Voice, heard_us: int) -> Pull | None:
    """Least squares: change = c + α·back + γ·toward; γ is the pull."""
    steps = list(_steps(own, partner, heard_us))
    count = len(steps)
    if count <= _FITTED:
        return None
    change = _centred([step.change for step in steps])
    back = _centred([step.back for step in steps])
    toward = _centred([step.toward for step in steps])
    bb, tt, bt = _product(back, back), _product(toward, toward), _product(back, toward)
    bc, tc = _product(back, change), _product(toward, change)
    determinant = bb * tt - bt * bt
    if min(bb, tt) < count or determinant <= _ALIKE * bb * tt:
        return None
    alpha, gamma = (tt * bc - bt * tc) / determinant, (bb * tc - bt * bc) / determinant
    rest = fsum(
        (c - alpha * b - gamma * t) ** 2 for c, b, t in zip(change, back, toward, strict=True)
    )
    return Pull(gamma, sqrt(rest / (count - _FITTED) * bb / determinant), count)


def _steps(own: _Voice, partner: _Voice, heard_us: int) -> Iterator[_Step]:
    # What is heard is chosen by where the own note stands, not by when it was hit: the choice
    # would else depend on the very error that it is to explain.
    for index in range(1, len(own.notes_us)):
        heard = bisect_right(partner.struck_us, own.notes_us[index] - heard_us)
        if heard:
            before_us = own.errors_us[index - 1]
            toward_us = partner.errors_us[heard - 1] - before_us
            yield _Step(own.errors_us[index] - before_us, -before_us, toward_us)


def _centred(values: Sequence[float]) -> list[float]:
    middle = mean(values)
    return [value - middle for value in values]


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return fsum(a * b for a, b in zip(one, other, strict=True))
