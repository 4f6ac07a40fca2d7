"""The song clock: host time is master, and bends gently towards the sound card.

A piecewise affine map from host nanoseconds to song microseconds. Its rate stays within 0.9 and 1.1
of the practice speed; it never steps and never runs backwards while the song runs. What it once
said of a past moment it says again: a press that is handled late gets the same song time.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from game.timing.device_fit import DeviceFit
from game.timing.units import NS_PER_US, Micros

MAX_BEND_PPM = 100_000
"""How far the rate may be bent: 0.9 to 1.1."""

HALF_LIFE_US = 200_000
"""A small error is halved in this time; a large one is worked off at the greatest bend."""

REMEMBERED_NS = 4_000_000_000
"""How long past moments keep the song time that they had."""

_TIME_CONSTANT_US = HALF_LIFE_US / 0.6931471805599453
_PPM = 1_000_000


@dataclass(frozen=True, slots=True)
class Segment:
    """From `host_ns` on, song time runs at `rate_ppm` millionths of real time."""

    host_ns: int
    song_ns: int
    rate_ppm: int

    def song_ns_at(self, host_ns: int) -> int:
        return self.song_ns + (host_ns - self.host_ns) * self.rate_ppm // _PPM


class SongClock:
    """Host time to song time at a practice rate; stands still until started.

    Reads no clock itself: every method is told the host time.
    """

    def __init__(self, song_us: int = 0, rate_pct: int = 100) -> None:
        self.rate_pct = rate_pct
        self.fit = DeviceFit()
        self._segments: deque[Segment] = deque()
        self._standing_us = song_us
        self._started_us = song_us

    @property
    def is_running(self) -> bool:
        return bool(self._segments)

    def start(self, host_ns: int, song_us: int) -> None:
        """Run on from `song_us`, which is reached at `host_ns`, and where the sound starts."""
        self._started_us = song_us
        self.fit.forget_position()
        self._segments.clear()
        self._segments.append(Segment(host_ns, song_us * NS_PER_US, self._rate_ppm(0.0)))

    def stop(self, host_ns: int) -> None:
        """Stand still at the song time of `host_ns`."""
        self._standing_us = self.song_us(host_ns)
        self._segments.clear()

    def seek(self, song_us: int) -> None:
        """Move a clock that stands still."""
        self._segments.clear()
        self._standing_us = song_us

    def song_us(self, host_ns: int) -> Micros:
        """Song time at a host time, past or future, rounded down."""
        if not self._segments:
            return Micros(self._standing_us)
        segment = self._segments[0]
        for later in reversed(self._segments):
            if later.host_ns <= host_ns:
                segment = later
                break
        return Micros(segment.song_ns_at(host_ns) // NS_PER_US)

    def host_ns(self, song_us: int) -> int | None:
        """The first host time at which a coming `song_us` is reached, as far as is known now.

        None while the clock stands still.
        """
        if not self._segments:
            return None
        segment = self._segments[-1]
        ahead_ns = song_us * NS_PER_US - segment.song_ns
        return segment.host_ns - (-ahead_ns * _PPM // segment.rate_ppm)

    def observe(self, host_ns: int, position_us: int) -> None:
        """The mixer says that at `host_ns` the song stood at `position_us`: bend towards it.

        A device that has not shown yet that it keeps time, or has shown that it does not, changes
        nothing: then host time runs alone.
        """
        if not self._segments or host_ns < self._segments[-1].host_ns:
            return
        self.fit.add(host_ns, self._real_us(position_us))
        bend_ppm = 0.0
        if self.fit.is_clock:
            drift_ppm = self.fit.drift_ppm or 0.0
            bend_ppm = drift_ppm + self.error_us(host_ns) / _TIME_CONSTANT_US * _PPM
        rate_ppm = self._rate_ppm(max(-MAX_BEND_PPM, min(MAX_BEND_PPM, bend_ppm)))
        song_ns = self._segments[-1].song_ns_at(host_ns)
        self._segments.append(Segment(host_ns, song_ns, rate_ppm))
        while host_ns - self._segments[0].host_ns > REMEMBERED_NS and len(self._segments) > 1:
            self._segments.popleft()

    def error_us(self, host_ns: int) -> float:
        """How far the device is ahead of this clock, in real µs; 0 where that is not known."""
        position_us = self.fit.position_us(host_ns)
        if position_us is None or self.fit.is_no_clock:
            return 0.0
        return position_us - self._real_us(self.song_us(host_ns))

    def jump_to_device(self, host_ns: int) -> None:
        """Take the device's position at once: only before anything of the song was heard."""
        error_us = self.error_us(host_ns)
        song_us = self.song_us(host_ns) + round(error_us * self.rate_pct / 100)
        self._segments.clear()
        self._segments.append(Segment(host_ns, song_us * NS_PER_US, self._rate_ppm(0.0)))

    def _real_us(self, song_us: int) -> int:
        """Song time since the start as real time."""
        return (song_us - self._started_us) * 100 // self.rate_pct

    def _rate_ppm(self, bend_ppm: float) -> int:
        return round((_PPM + bend_ppm) * self.rate_pct / 100)
