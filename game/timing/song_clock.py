"""The song clock: an affine map from host time to song time."""

from __future__ import annotations

from game.timing.units import NS_PER_US, Micros


class SongClock:
    """Host nanoseconds to song microseconds at a practice rate; stands still until started.

    Reads no clock itself: every method is told the host time.
    """

    def __init__(self, song_us: int = 0, rate_pct: int = 100) -> None:
        self.rate_pct = rate_pct
        self._anchor_ns: int | None = None
        self._anchor_us = song_us

    @property
    def is_running(self) -> bool:
        return self._anchor_ns is not None

    def start(self, host_ns: int, song_us: int) -> None:
        """Run on from `song_us`, which is reached at `host_ns`."""
        self._anchor_ns = host_ns
        self._anchor_us = song_us

    def stop(self, host_ns: int) -> None:
        """Stand still at the song time of `host_ns`."""
        self._anchor_us = self.song_us(host_ns)
        self._anchor_ns = None

    def song_us(self, host_ns: int) -> Micros:
        """Song time at a host time, past or future, rounded down."""
        if self._anchor_ns is None:
            return Micros(self._anchor_us)
        elapsed_ns = host_ns - self._anchor_ns
        return Micros(self._anchor_us + elapsed_ns * self.rate_pct // (100 * NS_PER_US))

    def host_ns(self, song_us: int) -> int | None:
        """The first host time at which `song_us` is reached; None while the clock stands still."""
        if self._anchor_ns is None:
            return None
        scaled = (song_us - self._anchor_us) * 100 * NS_PER_US
        return self._anchor_ns - (-scaled // self.rate_pct)
