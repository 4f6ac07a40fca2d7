"""When a bot plays in a player's stead."""

from __future__ import annotations

from bisect import bisect_left

from game.duet.events import Mark
from game.judge.judge import LONG_AGO_US
from game.timing.units import Micros


class StandIns:
    """One player's marks "bot" and "human".

    A mark takes hold after its own microsecond, so that what is judged at that very time needs no
    order between the two.
    """

    def __init__(self) -> None:
        self._times_us: list[Micros] = []
        self._is_bot: list[bool] = []

    @property
    def latest_us(self) -> Micros:
        """The time of the latest mark; before all time without any."""
        return self._times_us[-1] if self._times_us else LONG_AGO_US

    def mark(self, mark: Mark) -> None:
        """From the mark on, a stand-in or the player plays; not before the latest mark."""
        self._times_us.append(mark.at_us)
        self._is_bot.append(mark.kind == "bot")

    def play_at(self, at_us: int) -> bool:
        """Whether what happens at a time is a stand-in's."""
        before = bisect_left(self._times_us, at_us)
        return before > 0 and self._is_bot[before - 1]
