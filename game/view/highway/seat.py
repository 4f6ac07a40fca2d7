"""What the picture knows of one player."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from game.charts.timeline import Timeline
from game.duet.snapshot import SeatSnapshot


class LaneView(NamedTuple):
    """One lane and what is printed on its key."""

    name: str
    label: str
    """"A", "Space"; "" for a pad without a name."""


class PressedLane(NamedTuple):
    """A lane that was struck lately."""

    lane: str
    age_ms: float
    """Real milliseconds since the press; what is older than 200 need not be told."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """One player's side of the screen."""

    name: str
    timeline: Timeline
    lanes: tuple[LaneView, ...]
    """In P1's order from left to right; P2's highway is drawn mirrored."""

    seat: SeatSnapshot
    pressed: tuple[PressedLane, ...] = ()
    due: tuple[str, ...] = ()
    """Lanes whose keys are lit because they are next, in a lesson."""

    caption: str = ""
    """A short line under the name: level, rules, device."""

    note: str = ""
    """A sentence on the highway, such as that a bot plays here just now."""

    @property
    def player(self) -> int:
        """1 sits on the left."""
        return self.timeline.player
