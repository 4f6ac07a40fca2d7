"""When sticks are signed: two people, one song, played to its end."""

from __future__ import annotations

from dataclasses import dataclass

from game.app.play.setup import PlaySetup
from game.duet.result import DuetResult


@dataclass(frozen=True, slots=True)
class Occasion:
    """The duet after which sticks are signed."""

    title: str
    names: tuple[str, str]
    """P1's, then P2's."""

    score: int
    together: int | None = None


def occasion_of(setup: PlaySetup, result: DuetResult) -> Occasion | None:
    """The occasion of a play that is over; None where one of the two was a bot throughout."""
    if any(seat.is_bot for seat in setup.seats) or len(setup.seats) != 2:
        return None
    first, second = (seat.name for seat in setup.seats)
    title = setup.chart.meta.title
    return Occasion(title, (first, second), result.duet_score, result.together.score)
