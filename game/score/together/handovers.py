"""Hand-overs: how the one who enters takes up the beat of the one who leaves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from game.charts.timeline import TimedLead
from game.score.together.part import Hit
from game.timing.units import Micros

ON_TIME_US = 25_000


class Entry(StrEnum):
    """How somebody came in."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class HandOver:
    """One change of the lead from one player to the other."""

    at_us: Micros
    """Song time at which the lead changes hands."""

    leaves: int
    """Number of the player who led."""

    enters: int
    error_us: float
    """How much longer the gap between the two was than written, in real time."""

    @property
    def entry(self) -> Entry:
        if abs(self.error_us) <= ON_TIME_US:
            return Entry.ON_TIME
        return Entry.LATE if self.error_us > 0 else Entry.EARLY


def hand_overs(
    leads: Sequence[TimedLead], hits: Mapping[int, Sequence[Hit]], constant_us: Mapping[int, float]
) -> tuple[HandOver, ...]:
    """The hand-overs at which both players hit something, in the order of the song.

    Args:
        leads: of the song, in the order of time.
        hits: of each player, in the order of time.
        constant_us: what is not the player's doing in each one's errors; 0 if calibrated.
    """
    ends_us = [*(lead.at_us for lead in leads[2:]), None]
    found = []
    for (before, after), end_us in zip(pairwise(leads), ends_us, strict=False):
        if before.players == after.players or len(before.players) + len(after.players) != 2:
            continue
        (leaves,), (enters,) = before.players, after.players
        last = _within(hits[leaves], before.at_us, after.at_us)[-1:]
        first = _within(hits[enters], after.at_us, end_us)[:1]
        if last and first:
            left_us = last[0].error_us - constant_us[leaves]
            entered_us = first[0].error_us - constant_us[enters]
            found.append(HandOver(after.at_us, leaves, enters, entered_us - left_us))
    return tuple(found)


def _within(hits: Sequence[Hit], from_us: int, to_us: int | None) -> Sequence[Hit]:
    """The hits of a stretch; without an end, of all that follows."""
    after = bisect_left(hits, from_us, key=_at_us)
    return hits[after:] if to_us is None else hits[after : bisect_left(hits, to_us, key=_at_us)]


def _at_us(hit: Hit) -> int:
    return hit.at_us
