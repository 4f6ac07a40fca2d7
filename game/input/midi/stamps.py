"""When a message was sent: RtMidi's differences of time, placed on the host clock."""

from __future__ import annotations

from game.input.smallest_difference import SmallestDifference

_NS_PER_S = 1_000_000_000
TOLERANCE_NS = 20_000_000
_STRAY_COSTS = 8
_TRUST = 64


class StampClock:
    """Adds up one port's differences; falls back on arrival where they make no sense.

    RtMidi notes in a thread of its own how long after the message before each one came. A message
    was not there when the port was last looked at, and has arrived now: a stamp further than 20 ms
    before that time is wrong, and the sum begins anew. A driver whose stamps keep straying is
    trusted no more.
    """

    def __init__(self) -> None:
        self._doubt = 0
        self._restart()

    @property
    def is_trusted(self) -> bool:
        """Whether the driver's differences are still in use."""
        return self._doubt < _TRUST

    def host_ns(self, delta_s: float, looked_ns: int, arrived_ns: int) -> int:
        """The host time of the next message.

        Args:
            delta_s: seconds since the message before; 0 for the first.
            looked_ns: when the port was last found empty.
            arrived_ns: now; no stamp is later.
        """
        if not self.is_trusted:
            return arrived_ns
        self._sum_ns += round(delta_s * _NS_PER_S)
        stamp_ns = self._clock.host_ns(self._sum_ns, arrived_ns)
        if stamp_ns < looked_ns - TOLERANCE_NS:
            self._doubt += _STRAY_COSTS
            self._restart()
            return self._clock.host_ns(0, arrived_ns)
        self._doubt = max(0, self._doubt - 1)
        return stamp_ns

    def _restart(self) -> None:
        self._sum_ns = 0
        self._clock = SmallestDifference()
