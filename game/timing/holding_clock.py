"""A song clock that waits at a time until it is told to go on."""

from __future__ import annotations

from game.timing.song_clock import REMEMBERED_NS, Segment, SongClock
from game.timing.units import NS_PER_US, Micros


class HoldingClock(SongClock):
    """Runs up to the time at which it is held, and stands there.

    What it once said of a past moment it says again: a wait is a stretch in which song time stood.
    """

    def __init__(self, song_us: int = 0, rate_pct: int = 100) -> None:
        super().__init__(song_us, rate_pct)
        self._hold_us: int | None = None

    @property
    def is_holding(self) -> bool:
        """Whether it stands and waits."""
        return self.is_running and self._segments[-1].rate_ppm == 0

    def start(self, host_ns: int, song_us: int) -> None:
        self._hold_us = None
        super().start(host_ns, song_us)

    def hold_at(self, host_ns: int, song_us: int | None) -> None:
        """From now on go no further than `song_us`; None: wait for nothing."""
        if not self.is_running:
            return
        reached_us = self.song_us(host_ns)
        if not self.is_holding and reached_us == self._hold_us:
            # The wait began when the clock got there, not now that somebody looks.
            since_ns = super().host_ns(reached_us) or host_ns
            self._stand(max(self._segments[-1].host_ns, min(host_ns, since_ns)), reached_us)
        self._hold_us = None if song_us is None else max(song_us, reached_us)
        may_run = self._hold_us is None or reached_us < self._hold_us
        if may_run and self.is_holding:
            rate_ppm = self._rate_ppm(0.0)
            self._segments.append(Segment(host_ns, reached_us * NS_PER_US, rate_ppm))
        elif not may_run and not self.is_holding:
            self._stand(host_ns, reached_us)
        while len(self._segments) > 1 and host_ns - self._segments[1].host_ns > REMEMBERED_NS:
            self._segments.popleft()

    def _stand(self, host_ns: int, song_us: int) -> None:
        self._segments.append(Segment(host_ns, song_us * NS_PER_US, 0))

    def song_us(self, host_ns: int) -> Micros:
        told_us = super().song_us(host_ns)
        if self._hold_us is None or not self.is_running:
            return told_us
        return Micros(min(told_us, self._hold_us))

    def host_ns(self, song_us: int) -> int | None:
        """None too while nobody knows how long the wait will be."""
        is_beyond = self._hold_us is not None and song_us > self._hold_us
        return None if self.is_holding or is_beyond else super().host_ns(song_us)
