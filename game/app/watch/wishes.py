"""What an author wants to hear of a chart, whatever is in it at the moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from game.app.play.setup import PlaySetup, SeatSetup
from game.charts.model import LEVELS, Chart
from game.charts.timeline import Timeline
from game.duet.practice.bars import Bars, section_at, whole
from game.input.raw_hit import KEYBOARD

BOT = "bot"


@dataclass(frozen=True, slots=True)
class Wishes:
    """Frozen; a change is a new one."""

    seats: tuple[SeatSetup, ...]
    rate_pct: int = 100
    metronome: bool = False
    plays_whole: bool = False
    """Whether the whole song goes round, and not one section of it."""

    @property
    def has_people(self) -> bool:
        return any(not seat.is_bot for seat in self.seats)

    def setup(self, path: Path, chart: Chart) -> PlaySetup:
        """The play of a chart."""
        return PlaySetup(path, chart, self.seats, self.rate_pct)

    def loop(self, timeline: Timeline, bar: int) -> Bars:
        """What goes round where a bar is to be heard."""
        return whole(timeline) if self.plays_whole else section_at(timeline, bar)

    def with_level(self, steps: int) -> Wishes:
        """Both players at the next level, after the last one at the first."""
        level = LEVELS[(LEVELS.index(self.seats[0].level) + steps) % len(LEVELS)]
        return replace(self, seats=tuple(replace(seat, level=level) for seat in self.seats))

    def with_other_hands(self, player: int, person: str) -> Wishes:
        """A person in the place of a player's bot, or the bot again."""
        return replace(
            self,
            seats=tuple(
                replace(seat, device=person if seat.is_bot else BOT)
                if seat.player == player
                else seat
                for seat in self.seats
            ),
        )


def people_of(seats: tuple[SeatSetup, ...]) -> dict[int, str]:
    """By player: the device of the person who may play in place of the bot."""
    return {seat.player: KEYBOARD if seat.is_bot else seat.device for seat in seats}
