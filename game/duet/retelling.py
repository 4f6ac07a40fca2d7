"""Telling a running play anew, as if somebody had been a stand-in from the start."""

from __future__ import annotations

from collections.abc import Sequence

from game.duet.duet import Duet
from game.duet.events import Mark
from game.duet.seat import Seat


def retold(duet: Duet, seats: Sequence[Seat], first: Mark) -> Duet:
    """The same presses in a duet in which a mark stands before all else.

    Args:
        duet: the play so far.
        seats: with the same timelines and rules; who is calibrated may differ.
        first: a mark not later than any other.

    Returns:
        A duet that goes on where the other is.
    """
    told = Duet(seats, duet.rate_pct)
    # A mark takes hold at its own time, so all can be set before the first event.
    for mark in (first, *duet.marks):
        told.mark(mark)
    for event in duet.events:
        told.feed(event)
    for seat in duet.snapshot().seats:
        told.advance(seat.player, seat.now_us)
    told.drain()
    told.clamped = duet.clamped
    return told
