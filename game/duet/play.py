"""One player's play in progress: judge, tally, and what the view wants to know."""

from __future__ import annotations

from collections.abc import Sequence

from game.duet.events import Mark
from game.duet.seat import Seat
from game.duet.snapshot import SeatSnapshot
from game.judge.judge import Judge
from game.judge.verdict import Grade, Verdict
from game.score.tally import Tally
from game.timing.units import Micros

_HIT = 1
_SEEN_AS = {Grade.MISS: 2}
_RECENT = 16


class Play:
    """Everything that belongs to one seat of a running duet; owned by `Duet`.

    While a stand-in plays, verdicts go into the log, and their notes leave the part: they count
    neither as hit nor as missed, and the player's combo waits. A mark takes hold after its own
    microsecond, so that what is judged at that very time needs no order between the two.
    """

    def __init__(self, seat: Seat, rate_pct: int) -> None:
        self.seat = seat
        self.lanes = frozenset(seat.lanes)
        self.judge = Judge(seat.timeline.notes, seat.rules.at_rate(rate_pct))
        self._tally = Tally(seat.rules, seat.notes)
        self._judged = bytearray(len(seat.timeline.notes))
        self._changes: list[Mark] = []
        self._stands_in = False

    @property
    def verdicts(self) -> Sequence[Verdict]:
        """All so far; it grows with the play."""
        return self.judge.verdicts

    @property
    def tally(self) -> Tally:
        """The counts up to now. Verdicts are counted when somebody asks, not with each press."""
        self._count()
        return self._tally

    def earliest_mark_us(self) -> Micros:
        """A mark before this time would concern what is judged already."""
        return max([self.judge.now_us, *(mark.at_us for mark in self._changes)])

    def mark(self, mark: Mark) -> None:
        """From the mark on, a stand-in or the player plays."""
        self._changes.append(mark)

    def score(self) -> int | None:
        """The part's score so far; None while no note counts."""
        tally = self.tally
        return tally.score if tally.notes else None

    def snapshot(self) -> SeatSnapshot:
        tally = self.tally
        counts = tally.counts
        return SeatSnapshot(
            player=self.seat.player,
            now_us=self.judge.now_us,
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
        )

    def _count(self) -> None:
        for verdict in self.judge.drain():
            if self._changes:
                self._follow_marks(verdict.at_us)
            if self._stands_in:
                self._tally.leave_out(verdict)
            else:
                self._tally.add(verdict)
            if verdict.note is not None:
                self._judged[verdict.note] = _SEEN_AS.get(verdict.grade, _HIT)

    def _follow_marks(self, at_us: Micros) -> None:
        while self._changes and self._changes[0].at_us < at_us:
            self._stands_in = self._changes.pop(0).kind == "bot"
