"""Where it went wrong: the bars of a finished play that are worth another try."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.charts.timeline import TimedBar
from game.duet.duet import Duet
from game.duet.practice.bars import Bars
from game.judge.verdict import Grade
from game.score.together.estimate import constant_gap_us
from game.score.together.played_pair import PlayedPair, gaps_us

EIGHT = 8
LEAST_PAIRS = 6
"""Fewer pairs in eight bars say nothing about the gap in them."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a play suggests to practise; None where there was nothing amiss."""

    missed: Bars | None = None
    apart: Bars | None = None


def trouble_of(duet: Duet) -> Trouble:
    """Look back on a play that is over."""
    bars = duet.seats[0].timeline.bars
    if not bars:
        return Trouble()
    missed_us = [
        seat.timeline.notes[verdict.note].at_us
        for seat in duet.seats
        for verdict in duet.own_verdicts(seat.player)
        if verdict.grade is Grade.MISS and verdict.note is not None
    ]
    together = duet.together()
    pairs = together.played if together else ()
    is_relative = together is not None and together.is_relative
    return Trouble(most_missed(bars, missed_us), widest_gap(bars, pairs, is_relative))


def most_missed(
    bars: Sequence[TimedBar], missed_us: Iterable[int], count: int = EIGHT
) -> Bars | None:
    """So many bars in a row with the most misses; the first of several; None without a miss.

    Args:
        missed_us: the song times of the notes that were missed.
    """
    misses = [0] * len(bars)
    for at_us in missed_us:
        misses[_bar_of(bars, at_us)] += 1
    if not any(misses):
        return None
    best = max(_starts(bars, count), key=lambda first: sum(misses[first : first + count]))
    return _stretch(bars, best, count)


def widest_gap(
    bars: Sequence[TimedBar],
    pairs: Sequence[PlayedPair],
    is_relative: bool = False,
    count: int = EIGHT,
) -> Bars | None:
    """So many bars in a row in which the two lay furthest apart on average; the first of several.

    Args:
        is_relative: whether a constant gap is taken out, as Together takes it out.

    Returns:
        None where no stretch has enough pairs that both hit.
    """
    centre_us = constant_gap_us(gaps_us(pairs)) if is_relative else 0.0
    found: list[list[float]] = [[] for _ in bars]
    for pair in pairs:
        if pair.gap_us is not None:
            found[_bar_of(bars, pair.at_us)].append(abs(pair.gap_us - centre_us))
    widest: tuple[float, int] | None = None
    for first in _starts(bars, count):
        gaps = [gap for bar in found[first : first + count] for gap in bar]
        if len(gaps) < LEAST_PAIRS:
            continue
        mean_us = sum(gaps) / len(gaps)
        if widest is None or mean_us > widest[0]:
            widest = mean_us, first
    return None if widest is None else _stretch(bars, widest[1], count)


def _starts(bars: Sequence[TimedBar], count: int) -> range:
    return range(max(1, len(bars) - count + 1))


def _stretch(bars: Sequence[TimedBar], first: int, count: int) -> Bars:
    return Bars(first, min(len(bars), first + count) - 1)


def _bar_of(bars: Sequence[TimedBar], at_us: int) -> int:
    return max(0, bisect_right(bars, at_us, key=lambda bar: bar.at_us) - 1)
