"""Level 1 from level 2, for both players at once, so that their halves differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.charts.levels.limits import LIMITS
from game.charts.levels.moments import Moment, Moments, Place
from game.charts.levels.ranks import BACK_BEAT
from game.charts.levels.shapes import At


def options(moments: Moments, pulse_count: int, bar_s: float) -> list[Moments]:
    """What level 1 could leave of a player's bar at level 2, the most telling first; never none.

    Either half as many onsets as pulses (two of three), or what one lane has on the pulses.
    """
    half, most = (pulse_count + 1) // 2, LIMITS[1].presses_a_second * bar_s
    found = [_trimmed(moments, half, most)]
    lanes = {moment.lane for moment in moments}
    if len(lanes) > 1:
        for lane in sorted(lanes):
            on_lane = [m for m in moments if m.is_kept or m.lane == lane]
            found.append(_trimmed(on_lane, half, most))
    return sorted(found, key=_worth, reverse=True)


def differing(first: Sequence[Moments], second: Sequence[Moments]) -> tuple[Moments, Moments]:
    """The best options of both that share no drum at no moment, `&` aside; `first` has the choice.

    Where there are none, each takes every other pulse of what both would strike.
    """
    for other in second:
        if not _clash(first[0], other):
            return first[0], other
    for option in first[1:]:
        if not _clash(option, second[0]):
            return option, second[0]
    both = _clash(first[0], second[0])
    return _every_other(first[0], 0, both), _every_other(second[0], 1, both)


def _trimmed(moments: Moments, half: int, most: float) -> list[Moment]:
    """On the pulses, where any of it is; as many as one lane or two may have."""
    on_pulse = [m for m in moments if m.place is Place.ON_PULSE or m.is_kept]
    left = on_pulse if any(not m.is_kept for m in on_pulse) else list(moments)
    while left:
        lanes = {m.lane for m in left}
        limit = most if len(lanes) == 1 else min(half, most)
        loose = [m for m in left if not m.is_kept]
        if len(left) <= limit or not loose:
            break
        kept_pulses = [m.pulse for m in left if m.is_kept]
        left.remove(min(loose, key=lambda m: (m.rank, *_crowding(m, kept_pulses))))
    return left


def _crowding(moment: Moment, kept_pulses: Iterable[int]) -> tuple[int, int]:
    """Of two equal moments the one goes that is nearer to one that is kept, else the later one."""
    distance = min((abs(moment.pulse - pulse) for pulse in kept_pulses), default=0)
    return distance, -moment.pulse


def _worth(moments: Moments) -> tuple[int, int, int]:
    back_beats = sum(moment.rank == BACK_BEAT for moment in moments)
    return back_beats, len(moments), sum(moment.rank for moment in moments)


def _clash(first: Moments, second: Moments) -> set[tuple[At, str]]:
    return _struck(first) & _struck(second)


def _struck(moments: Moments) -> set[tuple[At, str]]:
    """What may not be the same for both; what must be kept may."""
    return {(m.at, m.lane) for m in moments if not m.is_kept}


def _every_other(moments: Moments, parity: int, both: set[tuple[At, str]]) -> Moments:
    return [m for m in moments if m.is_kept or m.pulse % 2 == parity or (m.at, m.lane) not in both]
