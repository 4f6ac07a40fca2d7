"""The game itself, headless: seats, their judges and scores, fed with events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import merge

from game.charts.model import PLAYERS
from game.duet.events import InputEvent, Mark
from game.duet.play import Play
from game.duet.seat import Seat
from game.duet.snapshot import DuetSnapshot
from game.judge.verdict import Verdict
from game.score.points import duet_score
from game.score.tally import Tally
from game.score.together.playing import Playing
from game.timing.units import Micros

LoggedVerdict = tuple[int, Verdict]
"""A player and what became of one of their notes or presses."""


class Duet:
    """A play of a song: a function of its seats and of the events and marks that it is fed.

    Each player has a time line of their own, which only their events and `advance` move. The log
    is the same whenever and in whatever portions the events are told, as long as none comes behind
    its own player's time.
    """

    def __init__(self, seats: Sequence[Seat], rate_pct: int = 100) -> None:
        """
        Args:
            seats: one for each player.
            rate_pct: the speed of the song; windows are widths of real time.
        """
        self.seats = tuple(seats)
        self.rate_pct = rate_pct
        self.clamped = 0
        self._plays = {seat.player: Play(seat, rate_pct) for seat in self.seats}
        if len(self._plays) != len(self.seats):
            raise ValueError("two seats of a duet belong to the same player")
        self._events: list[InputEvent] = []
        self._marks: list[Mark] = []
        self._drained = dict.fromkeys(self._plays, 0)
        self._together = _playing(self.seats, rate_pct)

    def feed(self, event: InputEvent) -> InputEvent:
        """Judge a press at its own time, and record it.

        Returns:
            The event as recorded: one behind its player's time is clamped to that time.

        Raises:
            ValueError: no such player, or no such lane in the player's layout.
        """
        play = self._plays.get(event.player)
        if play is None:
            raise ValueError(f"no player {event.player} in this duet")
        if event.lane not in play.lanes:
            raise ValueError(f"no lane {event.lane!r} in layout {play.seat.timeline.layout!r}")
        if event.at_us < play.now_us:
            event = replace(event, at_us=play.now_us)
            self.clamped += 1
        self._events.append(event)
        play.press(event.at_us, event.lane, event.velocity)
        return event

    def advance(self, player: int, to_us: Micros) -> None:
        """Let one player's time pass; a time already passed changes nothing."""
        self._plays[player].advance(to_us)

    def finish(self) -> None:
        """The song is over: whatever was not hit is missed."""
        for play in self._plays.values():
            play.finish()

    def mark(self, mark: Mark) -> Mark:
        """Record something that happened to the play; a "bot" or "human" changes who is judged.

        Returns:
            The mark as recorded: a change behind the time of a player whom it concerns is clamped.

        Raises:
            ValueError: no such player.
        """
        if mark.player is not None and mark.player not in self._plays:
            raise ValueError(f"no player {mark.player} in this duet")
        if mark.kind != "pause":
            plays = [play for player, play in self._plays.items() if mark.player in (None, player)]
            earliest_us = max(play.earliest_mark_us() for play in plays)
            mark = replace(mark, at_us=max(mark.at_us, earliest_us))
            for play in plays:
                play.mark(mark)
        self._marks.append(mark)
        return mark

    def drain(self) -> tuple[LoggedVerdict, ...]:
        """The verdicts since the last call, by (at_us, player, order of arrival)."""
        fresh = {}
        for player, play in self._plays.items():
            fresh[player] = play.verdicts[self._drained[player] :]
            self._drained[player] = len(play.verdicts)
        return _merged(fresh.items())

    @property
    def log(self) -> tuple[LoggedVerdict, ...]:
        """All verdicts so far, by (at_us, player, order of arrival)."""
        return _merged((player, play.verdicts) for player, play in self._plays.items())

    @property
    def events(self) -> tuple[InputEvent, ...]:
        """All events in the order of arrival, as judged."""
        return tuple(self._events)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks in the order of arrival."""
        return tuple(self._marks)

    def verdicts(self, player: int) -> Sequence[Verdict]:
        """One player's verdicts so far. It grows with the play: look, do not change."""
        return self._plays[player].verdicts

    def own_verdicts(self, player: int) -> Sequence[Verdict]:
        """One player's verdicts so far, without those of a stand-in."""
        return self._plays[player].own_verdicts()

    def tally(self, player: int) -> Tally:
        """One player's counts so far. It grows with the play: look, do not change."""
        return self._plays[player].tally

    def together(self) -> Playing | None:
        """How well the two play together so far; None unless there are two. Look, do not change."""
        if self._together is not None:
            for player, play in self._plays.items():
                for verdict, is_stand_in in play.drain_together():
                    if is_stand_in:
                        self._together.leave_out(player, verdict)
                    else:
                        self._together.add(player, verdict)
            self._together.settle()
        return self._together

    def score(self) -> int:
        """The score of the two so far: 0 to 1,200,000."""
        together = self.together()
        parts = (play.score() for play in self._plays.values())
        return duet_score(parts, together.estimate().score if together else None)

    def snapshot(self) -> DuetSnapshot:
        """What the view sees. Cheap enough for every frame."""
        together = self.together()
        now_us = min(play.now_us for play in self._plays.values())
        return DuetSnapshot(
            seats=tuple(play.snapshot() for play in self._plays.values()),
            duet_score=self.score(),
            clamped=self.clamped,
            together=together.snapshot(now_us) if together else None,
        )


def _playing(seats: Sequence[Seat], rate_pct: int) -> Playing | None:
    if len(seats) != len(PLAYERS):
        return None
    is_relative = not all(seat.calibrated for seat in seats)
    return Playing([seat.timeline for seat in seats], rate_pct, is_relative=is_relative)


def _merged(verdicts: Iterable[tuple[int, Sequence[Verdict]]]) -> tuple[LoggedVerdict, ...]:
    streams = [[(player, verdict) for verdict in own] for player, own in verdicts]
    return tuple(merge(*streams, key=lambda logged: (logged[1].at_us, logged[0])))
