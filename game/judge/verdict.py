"""What became of a note or of a press."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.timing.units import Micros


class Grade(StrEnum):
    """The grade of a verdict, best first."""

    PERFECT = "perfect"
    GREAT = "great"
    GOOD = "good"
    MISS = "miss"
    OVERHIT = "overhit"
    """A press that matches no note."""

    ROLL = "roll"
    """A press that counts for a roll."""

    ABSORBED = "absorbed"
    """A further press of a flam or a drag; it changes nothing."""


HITS = (Grade.PERFECT, Grade.GREAT, Grade.GOOD)
"""The grades of a note that was hit."""

NOTE_GRADES = (*HITS, Grade.MISS)
"""The grades that a note can get."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade that happened."""

    at_us: Micros
    """When: the press's own song time, or for a miss the first moment outside the window."""

    grade: Grade
    lane: str
    note: int | None
    """Index of the note in the timeline; None for an overhit."""

    offset_us: int | None
    """hit - note, late is positive; None where no note was hit."""

    velocity: int
    """1-127; 0 for a miss."""

    is_timed: bool
    """Whether the error enters statistics and pairs: hits, ghosts and accents, never graces."""
