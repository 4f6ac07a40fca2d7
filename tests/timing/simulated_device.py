"""A sound card that behaves like a real one behind SDL: for tests of the song clock.

Its mixer hands out whole buffers. A reported position is the frames mixed plus the time since the
last mix, in whole milliseconds: it runs on while the device stalls, and steps back when the
device goes on.
"""

from __future__ import annotations

from dataclasses import dataclass

NS_PER_S = 1_000_000_000
BUFFER_US = 256 / 48_000 * 1e6


@dataclass(frozen=True, slots=True)
class Dropout:
    """From `at_s` on the device takes nothing for `length_s`."""

    at_s: float
    length_s: float


class SimulatedDevice:
    """Song starts at host time 0; ask in the order of host time."""

    def __init__(
        self, *, drift_ppm: float = 0.0, lag_s: float = 0.0, dropouts: tuple[Dropout, ...] = ()
    ) -> None:
        stalls = list(dropouts)
        if lag_s:
            stalls.insert(0, Dropout(0.0, lag_s))
        self._stalls = stalls
        self._rate = 1 + drift_ppm / 1e6

    def true_us(self, host_ns: int) -> float:
        """What is really being played."""
        return self._running_s(host_ns / NS_PER_S) * self._rate * 1e6

    def reported_us(self, host_ns: int) -> int:
        """What the mixer says."""
        mixed_us, mixed_at_s = self._last_mix(host_ns / NS_PER_S)
        since_us = (host_ns / NS_PER_S - mixed_at_s) * 1e6
        return int((mixed_us + since_us) // 1000) * 1000

    def _running_s(self, now_s: float) -> float:
        """For how long the device has run by now, stalls taken out."""
        stalled_s = sum(
            max(0.0, min(now_s, stall.at_s + stall.length_s) - stall.at_s) for stall in self._stalls
        )
        return now_s - stalled_s

    def _last_mix(self, now_s: float) -> tuple[float, float]:
        """Frames mixed at the last mix, in µs, and when that was."""
        played_us = self._running_s(now_s) * self._rate * 1e6
        mixed_us = played_us // BUFFER_US * BUFFER_US
        at_s = now_s - (played_us - mixed_us) / 1e6 / self._rate
        for stall in self._stalls:
            if stall.at_s <= now_s < stall.at_s + stall.length_s:
                at_s = stall.at_s - (played_us - mixed_us) / 1e6 / self._rate
        return mixed_us, at_s
