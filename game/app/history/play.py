"""One play as it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from game.app.history.people import pair_key, person_key
from game.duet.result import PlayerResult, TogetherResult


class OffsetFrom(StrEnum):
    """Where the offset that was taken out of a player's hits came from."""

    MEASURED = "measured"
    """The player has tapped to sound on this very device, audio device and buffer."""

    NEARBY = "nearby"
    """On another buffer."""

    DEFAULT = "default"
    """Nobody has tapped; the setting for all stands in for it."""

    NONE = "none"
    """A bot hears nothing."""


@dataclass(frozen=True, slots=True)
class OffsetInUse:
    """A player's calibration as it was in this play."""

    input_us: int
    came_from: OffsetFrom
    measured_on: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What one of the two played."""

    name: str
    """As it was typed; "" for nobody's name. A bot goes by what the lobby calls it."""

    is_bot: bool
    device: str
    rules: str
    offset: OffsetInUse
    result: PlayerResult
    """Holds the player's number, level and layout as well."""


@dataclass(frozen=True, slots=True)
class Play:
    """One play of a song, from its start to its end."""

    played_at_s: int
    """When it ended, in seconds since 1970, UTC."""

    digest: str
    """Of the chart."""

    title: str
    rate_pct: int
    duet_score: int
    parts: tuple[Part, ...]
    together: TogetherResult = field(default_factory=TogetherResult)
    replay: str = ""
    """The path of its replay; "" if there is none."""

    @property
    def pair(self) -> str | None:
        """The key of the two people; None where a bot sat in."""
        if any(part.is_bot for part in self.parts):
            return None
        return pair_key(part.name for part in self.parts)

    def part_of(self, person: str) -> Part | None:
        """The part of a person, given the key of their name; the first of two namesakes."""
        return next((part for part in self.parts if person_key(part.name) == person), None)
