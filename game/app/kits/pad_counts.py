"""What each drum of each kit has done since somebody began to look."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median_low

from game.charts.pieces import Piece
from game.input.midi.filters import Decision


@dataclass(frozen=True, slots=True)
class PadCount:
    """One drum's hits."""

    hits: int
    """Those that the filters let pass."""

    dropped: int
    median_velocity: int | None
    """Of those that passed, 1-127; None without any."""


@dataclass(slots=True)
class PadCounts:
    """Counts decisions by device and drum. Velocities are kept as counts: the memory does not grow
    with a drummer's patience."""

    _passed: dict[tuple[str, Piece], list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0] * 128)
    )
    _dropped: dict[tuple[str, Piece], int] = field(default_factory=lambda: defaultdict(int))

    def add(self, decision: Decision) -> None:
        """Count one more; a note without a drum is nobody's."""
        hit = decision.hit
        if hit.piece is None:
            return
        drum = hit.raw.device, hit.piece
        if decision.is_passed:
            self._passed[drum][hit.raw.velocity] += 1
        else:
            self._dropped[drum] += 1

    def of(self, device: str, piece: Piece) -> PadCount:
        """What a drum has done so far."""
        by_velocity = self._passed.get((device, piece), [])
        hits = [velocity for velocity, count in enumerate(by_velocity) for _ in range(count)]
        dropped = self._dropped.get((device, piece), 0)
        return PadCount(len(hits), dropped, median_low(hits) if hits else None)
