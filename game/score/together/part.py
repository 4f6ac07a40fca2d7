"""One player's moments as they are played."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.charts.timeline import Timeline
from game.judge.verdict import Verdict
from game.score.together.moments import moments_of
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class Hit:
    """A moment that its player hit."""

    at_us: Micros
    """Song time at which the moment stands."""

    error_us: float
    """The mean error of the notes hit, in real time; late is positive."""


class Part:
    """What became of each moment: a fold over verdicts under the rules of Together."""

    def __init__(self, timeline: Timeline, rate_pct: int) -> None:
        self.moments = moments_of(timeline.notes)
        self._rate_pct = rate_pct
        self._moment_of = {
            note: place for place, moment in enumerate(self.moments) for note in moment.notes
        }
        self._open = [len(moment.notes) for moment in self.moments]
        self._hit = [0] * len(self.moments)
        self._missed = [0] * len(self.moments)
        self._offsets_us = [0] * len(self.moments)
        self._notes_hit = 0
        self._notes_missed = 0

    def add(self, verdict: Verdict) -> None:
        """What became of a note of the player; other strokes and overhits change nothing."""
        place = self._decide(verdict)
        if place is None:
            return
        if verdict.offset_us is None:
            self._missed[place] += 1
            self._notes_missed += 1
        else:
            self._hit[place] += 1
            self._notes_hit += 1
            self._offsets_us[place] += verdict.offset_us

    def leave_out(self, verdict: Verdict) -> None:
        """What became of a note that a stand-in was left: neither hit nor missed."""
        self._decide(verdict)

    def is_decided(self, place: int) -> bool:
        """Whether all is known of a moment."""
        return self._open[place] == 0

    def was_missed(self, place: int) -> bool:
        """Whether a decided moment was the player's own, and none of its notes was hit."""
        return self._missed[place] > 0 and self._hit[place] == 0

    def error_us(self, place: int) -> float | None:
        """The mean error of a moment's hits in real time; None without any."""
        hits = self._hit[place]
        return self._offsets_us[place] * 100 / (hits * self._rate_pct) if hits else None

    @property
    def hits_half(self) -> bool:
        """Whether the player has hit at least half of the notes so far."""
        return self._notes_hit >= self._notes_missed

    def hits(self) -> tuple[Hit, ...]:
        """The moments hit so far, in the order of time."""
        return tuple(self._hits())

    def _hits(self) -> Iterator[Hit]:
        for place, moment in enumerate(self.moments):
            error_us = self.error_us(place)
            if error_us is not None:
                yield Hit(moment.at_us, error_us)

    def _decide(self, verdict: Verdict) -> int | None:
        """The moment of the verdict's note, which then has one open note fewer."""
        if verdict.note is None:
            return None
        place = self._moment_of.get(verdict.note)
        if place is not None:
            self._open[place] -= 1
        return place
