"""Judging a replay again: the same duet, fed from a file."""

from __future__ import annotations

from game.duet.duet import Duet
from game.duet.replay import Replay


def rescore(replay: Replay) -> Duet:
    """The finished duet of a replay, with the log and the score that its events are worth."""
    duet = Duet(replay.seats, replay.rate_pct)
    # A mark takes hold at its own time, so all can be set before the first event.
    for mark in replay.marks:
        duet.mark(mark)
    for event in replay.events:
        duet.feed(event)
    duet.finish()
    return duet
