"""A metronome: ticks in time, follows taps."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from statistics import median

from game.app.jam.grid import METERS, Grid

_NS_PER_MINUTE = 60_000_000_000
_FORGET_NS = 2_500_000_000
"""After such a pause, taps begin anew."""

_TAPS = 8
_LATE_NS = 100_000_000
"""A tick that could not sound for so long is left out."""


class Metronome:
    """Reads no clock. Its grid goes on while it is silent."""

    def __init__(self, now_ns: int) -> None:
        self.grid = Grid(now_ns)
        self.is_on = False
        self.sounded: int | None = None
        """The last pulse that sounded since it was switched on."""

        self._taps_ns: deque[int] = deque(maxlen=_TAPS)

    def start(self, now_ns: int, *, anew: bool) -> None:
        """Tick from now on; `anew` with a downbeat at once, else along with the grid."""
        if anew:
            self.restart(now_ns)
            self.sounded = -1
        else:
            self.sounded = self.grid.next_pulse(now_ns) - 1
        self.is_on = True

    def restart(self, now_ns: int) -> None:
        """A grid of its own that begins now, in the same tempo and meter."""
        self.grid = Grid(now_ns, self.grid.bpm, self.grid.meter)

    def stop(self) -> None:
        """Tick no more."""
        self.is_on = False
        self.sounded = None

    def due(self, now_ns: int) -> bool | None:
        """Whether a tick is due that is a downbeat (true) or another one (false); else None.

        Each tick is told once. After a hold-up only the last of those missed is, if it is not late.
        """
        if not self.is_on or self.sounded is None:
            return None
        pulse = self.grid.next_pulse(now_ns) - 1
        if pulse <= self.sounded:
            return None
        self.sounded = pulse
        if now_ns - self.grid.at_ns(pulse) > _LATE_NS:
            return None
        return self.grid.place(pulse) == 0

    def wake_ns(self) -> int | None:
        """When the next tick is due."""
        return None if self.sounded is None else self.grid.at_ns(self.sounded + 1)

    def tap(self, at_ns: int) -> None:
        """From the second tap on, the tempo is that of the taps, and the last of them is a beat."""
        if self._taps_ns and at_ns - self._taps_ns[-1] > _FORGET_NS:
            self._taps_ns.clear()
        self._taps_ns.append(at_ns)
        if len(self._taps_ns) < 2:
            return
        gap_ns = median(later - earlier for earlier, later in pairwise(self._taps_ns))
        self.grid.align(at_ns, round(_NS_PER_MINUTE / max(1, gap_ns)))
        if self.is_on:
            # The tap itself was this pulse's sound.
            self.sounded = self.grid.next_pulse(at_ns) - 1

    def step_bpm(self, steps: int, now_ns: int) -> None:
        """Faster or slower."""
        self._taps_ns.clear()
        self.grid.set_bpm(self.grid.bpm + steps, now_ns)

    def step_meter(self, steps: int, now_ns: int) -> None:
        """The next meter, or the one before."""
        index = METERS.index(self.grid.meter) + steps
        self.grid.set_meter(METERS[index % len(METERS)], now_ns)
