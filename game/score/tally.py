"""The tally: a fold over one player's verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.judge.rules import Rules
from game.judge.verdict import NOTE_GRADES, Grade, Verdict
from game.score.points import PERFECT_POINTS, part_score

_LEAST_SHARE = 4
"""Who has played less than a quarter of a part is judged as if the rest of that was missed."""


@dataclass(slots=True)
class Tally:
    """What a player has played so far, counted. Start one for each play, and add every verdict."""

    rules: Rules
    notes: int
    """How many notes count, rolls aside: all of the part but those that a stand-in was left."""

    counts: dict[Grade, int] = field(default_factory=lambda: dict.fromkeys(Grade, 0))
    worth: dict[Grade, int] = field(init=False)
    """The points of each grade of a hit."""

    least_notes: int = field(init=False)
    """A part is weighed against no fewer, however much of it a stand-in has played."""

    points: int = 0
    combo: int = 0
    max_combo: int = 0
    offsets_us: list[int] = field(default_factory=list)
    """The errors that enter statistics, in song µs."""

    def __post_init__(self) -> None:
        self.least_notes = -(-self.notes // _LEAST_SHARE)
        self.worth = {
            Grade.PERFECT: PERFECT_POINTS,
            Grade.GREAT: self.rules.great_points,
            Grade.GOOD: self.rules.good_points,
        }

    @property
    def score(self) -> int:
        """What the part would score if nothing more were hit: 0 to 1,000,000."""
        return part_score(self.points, self.max_combo, max(self.notes, self.least_notes))

    def add(self, verdict: Verdict) -> None:
        """Count one more verdict."""
        grade = verdict.grade
        self.counts[grade] += 1
        points = self.worth.get(grade)
        if points is not None:
            self.points += points
            self.combo += 1
            self.max_combo = max(self.max_combo, self.combo)
            if verdict.is_timed and verdict.offset_us is not None:
                self.offsets_us.append(verdict.offset_us)
        elif grade is Grade.MISS or (grade is Grade.OVERHIT and self.rules.overhit_breaks_combo):
            self.combo = 0

    def leave_out(self, verdict: Verdict) -> None:
        """A verdict of a stand-in: its note leaves the part, all else stays as it is."""
        if verdict.grade in NOTE_GRADES:
            self.notes -= 1


def tally(verdicts: Iterable[Verdict], rules: Rules, notes: int) -> Tally:
    """The tally of a whole play of a part of so many notes."""
    total = Tally(rules, notes)
    for verdict in verdicts:
        total.add(verdict)
    return total
