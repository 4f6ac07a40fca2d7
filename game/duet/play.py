"""One player's play in progress: judges, tally, and what the view wants to know."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from game.duet.events import Mark
from game.duet.seat import Seat
from game.duet.snapshot import SeatSnapshot
from game.duet.stand_ins import StandIns
from game.judge.judge import Judge
from game.judge.verdict import Grade, Verdict
from game.score.dynamics import Dynamics
from game.score.tally import Tally
from game.score.together.rules import TOGETHER_RULES
from game.timing.units import Micros

_HIT = 1
_SEEN_AS = {Grade.MISS: 2}
_RECENT = 16


class Play:
    """Everything that belongs to one seat of a running duet; owned by `Duet`.

    Two judges hear the same presses: one by the seat's rules, for the score; one by those of
    Together. While a stand-in plays, verdicts go into the log, and their notes leave the part:
    they count neither as hit nor as missed, and the player's combo waits.
    """

    def __init__(self, seat: Seat, rate_pct: int) -> None:
        self.seat = seat
        self.lanes = frozenset(seat.lanes)
        self._judge = Judge(seat.timeline.notes, seat.rules.at_rate(rate_pct))
        self._together = Judge(seat.timeline.notes, TOGETHER_RULES.at_rate(rate_pct))
        self._tally = Tally(seat.rules, seat.notes)
        self._dynamics = Dynamics(seat.timeline.notes)
        self._as_written: deque[int] = deque(maxlen=_RECENT)
        self._judged = bytearray(len(seat.timeline.notes))
        self._stand_ins = StandIns()

    @property
    def now_us(self) -> Micros:
        """How far all is judged."""
        return self._judge.now_us

    def press(self, at_us: Micros, lane: str, velocity: int) -> None:
        """Judge a press; not before `now_us`."""
        self._judge.press(at_us, lane, velocity)
        self._together.press(at_us, lane, velocity)

    def advance(self, to_us: Micros) -> None:
        """Let time pass; a time already passed changes nothing."""
        self._judge.advance(to_us)
        self._together.advance(to_us)

    def finish(self) -> None:
        """Let all time pass that a note has."""
        self.advance(max(self._judge.end_us, self._together.end_us))

    @property
    def verdicts(self) -> Sequence[Verdict]:
        """All so far; it grows with the play."""
        return self._judge.verdicts

    def own_verdicts(self) -> list[Verdict]:
        """Those of the player, without a stand-in's."""
        return [each for each in self.verdicts if not self._stand_ins.play_at(each.at_us)]

    @property
    def tally(self) -> Tally:
        """The counts up to now. Verdicts are counted when somebody asks, not with each press."""
        self._count()
        return self._tally

    def drain_together(self) -> Iterator[tuple[Verdict, bool]]:
        """The verdicts for Together since the last call, and whether each is a stand-in's."""
        for verdict in self._together.drain():
            yield verdict, self._stand_ins.play_at(verdict.at_us)

    def earliest_mark_us(self) -> Micros:
        """A mark before this time would concern what is judged already."""
        return max(self.now_us, self._stand_ins.latest_us)

    def mark(self, mark: Mark) -> None:
        """From the mark on, a stand-in or the player plays."""
        self._stand_ins.mark(mark)

    def score(self) -> int | None:
        """The part's score so far; None while no note counts."""
        tally = self.tally
        return tally.score if tally.notes else None

    def snapshot(self) -> SeatSnapshot:
        tally = self.tally
        counts = tally.counts
        return SeatSnapshot(
            player=self.seat.player,
            now_us=self.now_us,
            score=tally.score,
            combo=tally.combo,
            max_combo=tally.max_combo,
            perfect=counts[Grade.PERFECT],
            great=counts[Grade.GREAT],
            good=counts[Grade.GOOD],
            miss=counts[Grade.MISS],
            overhits=counts[Grade.OVERHIT],
            roll_hits=counts[Grade.ROLL],
            judged=bytes(self._judged),
            recent=tuple(self.verdicts[-_RECENT:]),
            as_written=tuple(self._as_written),
        )

    def _count(self) -> None:
        for verdict in self._judge.drain():
            if self._stand_ins.play_at(verdict.at_us):
                self._tally.leave_out(verdict)
            else:
                self._tally.add(verdict)
                self._weigh(verdict)
            if verdict.note is not None:
                self._judged[verdict.note] = _SEEN_AS.get(verdict.grade, _HIT)

    def _weigh(self, verdict: Verdict) -> None:
        self._dynamics.add(verdict)
        if verdict.note is not None and self._dynamics.is_as_written(verdict):
            self._as_written.append(verdict.note)
