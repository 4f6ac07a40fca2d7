"""Placing the stamps of another clock on the host clock.

Whoever stamps an event does so before it arrives, so the smallest difference between arrival and
stamp is the one with the least delay in it. No assumption about the other clock is needed, but that
it runs at about the same speed.
"""

from __future__ import annotations

BLOCK_NS = 30_000_000_000
"""The smallest difference of the last one to two blocks counts: two clocks drift apart."""


class SmallestDifference:
    """Learns where another clock's zero lies in host time."""

    def __init__(self) -> None:
        self._block_start_ns: int | None = None
        self._this_block_ns: int | None = None
        self._last_block_ns: int | None = None

    def host_ns(self, stamp_ns: int, arrived_ns: int) -> int:
        """The host time of a stamp that arrived at `arrived_ns`; never later than the arrival."""
        difference_ns = arrived_ns - stamp_ns
        if self._block_start_ns is None or arrived_ns - self._block_start_ns > BLOCK_NS:
            self._block_start_ns = arrived_ns
            self._last_block_ns, self._this_block_ns = self._this_block_ns, difference_ns
        elif self._this_block_ns is None or difference_ns < self._this_block_ns:
            self._this_block_ns = difference_ns
        known = [ns for ns in (self._this_block_ns, self._last_block_ns) if ns is not None]
        return stamp_ns + min(known)
