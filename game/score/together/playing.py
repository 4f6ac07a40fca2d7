"""A play as Together hears it: pair after pair, in the order in which they stand in the song."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.timeline import Timeline
from game.judge.verdict import Verdict
from game.score.together.estimate import Estimate, estimate
from game.score.together.meter import Meter, TogetherSnapshot
from game.score.together.pairs import Pair, pairs_of
from game.score.together.part import Part
from game.score.together.played_pair import PlayedPair


@dataclass(slots=True)
class _Known:
    """The score of the first so many pairs."""

    pairs: int
    estimate: Estimate


class Playing:
    """Two parts being played. Tell it verdicts under `TOGETHER_RULES`, then `settle`.

    The result and the meter depend on what became of the notes alone, not on how often or in what
    portions that is told.
    """

    def __init__(
        self, timelines: Sequence[Timeline], rate_pct: int = 100, *, is_relative: bool = False
    ) -> None:
        """
        Args:
            timelines: one for each of the two players.
            rate_pct: the speed of the song.
            is_relative: whether a constant gap between the players is taken out, because not both
                of them are calibrated.
        """
        first, second = timelines
        self.timelines = (first, second)
        self.rate_pct = rate_pct
        self.is_relative = is_relative
        self.parts = {each.player: Part(each, rate_pct) for each in self.timelines}
        self._first, self._second = self.parts[first.player], self.parts[second.player]
        self._pairs = pairs_of(self._first.moments, self._second.moments, first.pulses)
        self._settled = 0
        self._played: list[PlayedPair] = []
        self._meter = Meter(rate_pct, is_relative=is_relative)
        self._metered = 0
        self._known: _Known | None = None

    def add(self, player: int, verdict: Verdict) -> None:
        """What became of a note or a press of a player."""
        self.parts[player].add(verdict)

    def leave_out(self, player: int, verdict: Verdict) -> None:
        """What became of a note or a press of a player's stand-in."""
        self.parts[player].leave_out(verdict)

    def settle(self) -> None:
        """Count the pairs that are decided by now; one that is still open holds up the rest."""
        while self._settled < len(self._pairs):
            pair = self._pairs[self._settled]
            one, other = self._first, self._second
            if not (one.is_decided(pair.first) and other.is_decided(pair.second)):
                return
            self._settled += 1
            errors_us = one.error_us(pair.first), other.error_us(pair.second)
            if None not in errors_us or (pair.is_shared and self._was_left_to_one(pair)):
                self._played.append(PlayedPair(pair.at_us, *errors_us))

    def _was_left_to_one(self, pair: Pair) -> bool:
        """Whether one of the two hit and the other, playing themselves, did not."""
        one, other = self._first, self._second
        if one.error_us(pair.first) is None:
            return one.was_missed(pair.first) and other.error_us(pair.second) is not None
        return other.was_missed(pair.second)

    @property
    def played(self) -> Sequence[PlayedPair]:
        """The pairs that count so far. It grows with the play: look, do not change."""
        return self._played

    def estimate(self) -> Estimate:
        """The score so far; once all is judged, of the whole play."""
        if self._known is None or self._known.pairs != len(self._played):
            self._known = _Known(len(self._played), estimate(self._played, self.is_relative))
        hit_enough = all(part.hits_half for part in self.parts.values())
        return self._known.estimate if hit_enough else Estimate.unknown(len(self._played))

    def snapshot(self, now_us: int) -> TogetherSnapshot | None:
        """What the meter shows at a song time; None before there is anything to show."""
        for pair in self._played[self._metered :]:
            self._meter.add(pair)
        self._metered = len(self._played)
        return self._meter.snapshot(now_us)
