"""Who plays each seat just now: its player, or a stand-in until the player is back."""

from __future__ import annotations

from bisect import bisect_left

from game.app.play.bots import PlayBots
from game.app.play.idle_watch import IdleWatch
from game.app.play.setup import PlaySetup
from game.charts.timeline import Timeline
from game.duet.bot_spec import BotSpec
from game.duet.duet import Duet
from game.duet.events import Mark
from game.judge.judge import LONG_AGO_US
from game.timing.units import Micros

STAND_IN = BotSpec(spread_ms=12)
"""Steady, and no show-off."""

_WINDOW_US = 150_000
"""No hit window is wider, in real time: what is hit so long before a bar may be meant for it."""


class HotSeats:
    """The people of a play, who may leave and come back in mid-song. All times are song time.

    Each change is a mark of the duet: what a stand-in plays counts for nothing. A player who comes
    back is judged from the next bar on, and until then the stand-in plays on.
    """

    def __init__(self, setup: PlaySetup, duet: Duet, bots: PlayBots) -> None:
        self.misses_the_idle = False
        """Whether a bot stands in for who has not hit anything for long: in plays, not in tests."""

        self._duet = duet
        self._bots = bots
        self._rate_pct = setup.rate_pct
        self._people = {seat.player for seat in setup.seats if not seat.is_bot}
        self._timelines = {seat.player: seat.timeline for seat in duet.seats}
        self._watches = {player: IdleWatch(line) for player, line in self._timelines.items()}
        self._away: set[int] = set()
        self._own_after_us: dict[int, Micros] = {}

    def is_away(self, player: int) -> bool:
        """Whether a stand-in plays, and nobody has come back."""
        return player in self._away

    def is_coming_back(self, player: int, now_us: int) -> bool:
        """Whether the player is there, and is judged from the next bar on."""
        return player not in self._away and now_us <= self._own_after_us.get(player, LONG_AGO_US)

    def is_own(self, player: int, at_us: int) -> bool:
        """Whether a press at a time is the player's own to be judged."""
        return player not in self._away and at_us > self._own_after_us.get(player, LONG_AGO_US)

    def leave(self, player: int, at_us: Micros) -> None:
        """From now on a stand-in plays; does nothing for who is away."""
        if player in self._away:
            return
        mark = self._duet.mark(Mark(at_us, player, "bot"))
        self._away.add(player)
        self._bots.seat(player, STAND_IN, Micros(mark.at_us + 1))

    def come_back(self, player: int, at_us: Micros) -> None:
        """From this very time on the player plays again; does nothing for who is there."""
        self._hand_back(player, at_us, at_us)

    def touched(self, player: int, at_us: Micros) -> None:
        """A player has hit something: whoever was away is back from the next bar on."""
        self._watches[player].touched(at_us)
        entry = self._next_entry(player, at_us) if player in self._away else None
        if entry is not None:
            self._hand_back(player, *entry)

    def watch(self, now_us: Micros) -> None:
        """Let a stand-in play for who has not hit anything for long, while the partner plays."""
        if not self.misses_the_idle:
            return
        there = self._people - self._away
        idle = {player for player in there if self._watches[player].is_idle(now_us)}
        if idle and idle != there:
            for player in idle:
                self.leave(player, now_us)

    def seat_guest(self, player: int, duet: Duet) -> None:
        """A person takes a bot's seat, in a duet in which that bot has been a stand-in."""
        self._duet = duet
        self._people.add(player)
        self._away.add(player)

    def _hand_back(self, player: int, mark_us: Micros, first_note_us: Micros) -> None:
        if player not in self._away:
            return
        mark = self._duet.mark(Mark(mark_us, player, "human"))
        self._away.discard(player)
        self._watches[player].touched(mark.at_us)
        self._own_after_us[player] = mark.at_us
        self._bots.stop(player, first_note_us)

    def _next_entry(self, player: int, now_us: Micros) -> tuple[Micros, Micros] | None:
        """When presses are the player's own again, and the bar line from which notes are; None
        for a song that is over before."""
        timeline = self._timelines[player]
        entries = (self._entry(timeline, bar.at_us) for bar in timeline.bars if bar.at_us > now_us)
        return next((entry for entry in entries if entry[0] > now_us), None)

    def _entry(self, timeline: Timeline, bar_us: Micros) -> tuple[Micros, Micros]:
        """Late enough for the stand-in's last note, early enough for the player's first."""
        times_us = [note.at_us for note in timeline.notes]
        before = bisect_left(times_us, bar_us)
        earliest_us = bar_us - _WINDOW_US * self._rate_pct // 100
        if before:
            earliest_us = max(earliest_us, (times_us[before - 1] + bar_us) // 2)
        return Micros(earliest_us), bar_us
