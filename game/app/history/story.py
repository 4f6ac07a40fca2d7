"""The plays of two people as a story: what has been, and how it went over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import sqrt
from statistics import fmean, stdev

from game.app.history.people import person_key
from game.app.history.play import Play

MOST_POINTS = 96
"""More would not be told apart in a plot."""

GROWTH_PLAYS = 8
"""So many plays at either end are compared."""

_CLEARLY = 2.0
"""Standard errors from which on a difference is believed."""


@dataclass(frozen=True, slots=True)
class Point:
    """One play, or the means of several that follow each other; None for what is unknown."""

    first: int
    """Which plays it stands for: the index of the first, and how many."""

    count: int
    scores: tuple[float | None, ...]
    """By person, in the order of the pair's names."""

    together: float | None = None
    low: float | None = None
    high: float | None = None
    typical_gap_us: float | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """Together at both ends of a story, where the second is clearly above the first."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Story:
    """What is told of some plays of one pair, oldest first."""

    plays: int
    songs: int
    days: int
    closest: Play | None
    """The one with the highest Together; the first of equals."""

    growth: Growth | None
    points: tuple[Point, ...]


def story_of(plays: Sequence[Play], names: Sequence[str]) -> Story:
    """The story of plays, oldest first, of the people with these names."""
    known = [play for play in plays if play.together.score is not None]
    return Story(
        plays=len(plays),
        songs=len({play.digest for play in plays}),
        days=len({local_time(play.played_at_s).date() for play in plays}),
        closest=max(known, key=lambda play: play.together.score or 0, default=None),
        growth=growth_of([play.together.score or 0 for play in known]),
        points=points_of(plays, names),
    )


def growth_of(togethers: Sequence[int]) -> Growth | None:
    """Whether the latest plays came clearly closer than the first ones."""
    if len(togethers) < 2 * GROWTH_PLAYS:
        return None
    first, last = togethers[:GROWTH_PLAYS], togethers[-GROWTH_PLAYS:]
    error = sqrt((stdev(first) ** 2 + stdev(last) ** 2) / GROWTH_PLAYS)
    before, after = fmean(first), fmean(last)
    if after - before <= max(1.0, _CLEARLY * error):
        return None
    return Growth(round(before), round(after))


def points_of(plays: Sequence[Play], names: Sequence[str]) -> tuple[Point, ...]:
    """At most `MOST_POINTS` points, each for as many plays as any other, or one fewer."""
    count = min(len(plays), MOST_POINTS)
    edges = [len(plays) * index // count for index in range(count + 1)] if count else []
    return tuple(_point(first, plays[first:end], names) for first, end in pairwise(edges))


def scores_of(play: Play, names: Sequence[str]) -> tuple[int | None, ...]:
    """The score of each person, wherever they sat; namesakes go by their seats."""
    people = [person_key(name) for name in names]
    if len(set(people)) < len(people):
        return tuple(part.result.score for part in play.parts)
    parts = [play.part_of(person) for person in people]
    return tuple(part.result.score if part else None for part in parts)


def local_time(at_s: int) -> datetime:
    """On this machine's clock; a time that no clock shows is the first of all."""
    try:
        return datetime.fromtimestamp(at_s).astimezone()
    except (OverflowError, OSError, ValueError):
        return datetime.fromtimestamp(0).astimezone()


def _point(first: int, plays: Sequence[Play], names: Sequence[str]) -> Point:
    together = [play.together for play in plays if play.together.score is not None]
    scores = zip(*(scores_of(play, names) for play in plays), strict=True)
    return Point(
        first=first,
        count=len(plays),
        scores=tuple(_mean(each) for each in scores),
        together=_mean(each.score for each in together),
        low=_mean(each.low for each in together),
        high=_mean(each.high for each in together),
        typical_gap_us=_mean(each.typical_gap_us for each in together),
    )


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
