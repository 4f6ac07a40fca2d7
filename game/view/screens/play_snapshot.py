"""What the play screen draws: one frozen frame."""

from __future__ import annotations

from dataclasses import dataclass

from game.view.butterfly import Butterfly
from game.view.highway.seat import SeatView
from game.view.highway.side import Now
from game.view.meter import TogetherView


@dataclass(frozen=True, slots=True)
class PlaySnapshot:
    """One frame of play. Bar, section, lead, cues and beat are read from the timelines."""

    visual_us: int
    """Song time at which to draw."""

    title: str
    bpm_text: str
    seats: tuple[SeatView, ...]
    """P1, then P2."""

    butterfly: Butterfly
    approach_ms: int = 1500
    """Real milliseconds for which a note is seen before its moment."""

    rate_pct: int = 100
    """Speed of a practice; song time runs that much slower."""

    count_in: int | None = None
    """The number to show while counting in."""

    together: TogetherView | None = None
    """None: not known; the meter is empty."""

    messages: tuple[str, ...] = ()
    """Whole sentences, such as that there is no sound; the latest is shown."""

    hint: str = ""
    """A quiet line between the highways, such as how to pause."""

    held: float = 0.0
    """How far a pause is that somebody holds for, 0 to 1."""

    has_score: bool = True
    """Whether the players see what they score."""

    language: str = "en"
    """For cues in several languages."""

    @property
    def now(self) -> Now:
        """The moment, with the way that notes take in song time."""
        approach_us = max(1, self.approach_ms * 1000 * self.rate_pct // 100)
        return Now(self.visual_us, approach_us, self.rate_pct)
