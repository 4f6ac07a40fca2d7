"""A seat: what one player plays, and how it is judged."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.layouts import LAYOUTS
from game.charts.pieces import Stroke
from game.charts.timeline import Timeline
from game.judge.rules import Rules


@dataclass(frozen=True, slots=True)
class Seat:
    """One player's part and rules. Who plays it, a person, a bot or a file, makes no difference."""

    timeline: Timeline
    rules: Rules
    """As published, in real time."""

    calibrated: bool = False
    """Whether the player's input offset was measured, so that a constant gap to the partner is the
    players' own doing. Bots need no measuring: they count as calibrated."""

    @property
    def player(self) -> int:
        return self.timeline.player

    @property
    def lanes(self) -> tuple[str, ...]:
        """The lanes that can be pressed."""
        return tuple(LAYOUTS[self.timeline.layout].lanes)

    @property
    def notes(self) -> int:
        """How many notes the part has, rolls aside."""
        rolls = [note.stroke for note in self.timeline.notes].count(Stroke.ROLL)
        return len(self.timeline.notes) - rolls
