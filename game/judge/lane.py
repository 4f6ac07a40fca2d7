"""What is still to be played in one lane."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from game.judge.windows import Window


@dataclass(slots=True)
class Grace:
    """The further presses that a struck flam or drag still absorbs."""

    note: int
    until_us: int
    presses: int


@dataclass(frozen=True, slots=True)
class Roll:
    """The stretch of song time in which presses count for a roll, both ends included."""

    note: int
    from_us: int
    to_us: int


@dataclass(slots=True)
class Lane:
    """One lane's open notes, graces and rolls; each in the order of the notes."""

    unjudged: deque[Window] = field(default_factory=deque)
    graces: list[Grace] = field(default_factory=list)
    rolls: deque[Roll] = field(default_factory=deque)

    def absorb(self, at_us: int) -> int | None:
        """The flam or drag to which a further press belongs; it then absorbs one fewer."""
        self.graces = [grace for grace in self.graces if grace.until_us >= at_us and grace.presses]
        if not self.graces:
            return None
        self.graces[0].presses -= 1
        return self.graces[0].note

    def roll_at(self, at_us: int) -> int | None:
        """The earliest roll that is being played at a time."""
        while self.rolls and self.rolls[0].to_us < at_us:
            self.rolls.popleft()
        return next((r.note for r in self.rolls if r.from_us <= at_us <= r.to_us), None)
