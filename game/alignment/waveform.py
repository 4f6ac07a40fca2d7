"""How loud a recording is from moment to moment, for pictures of any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from game.alignment.envelope import RATE_HZ, Signal

FINEST_MS = 1
_COARSER = 4
"""Each level has a value for so many of the level before."""

_LEVELS = 6
_FULL = 255


@dataclass(frozen=True, slots=True, eq=False)
class Waveform:
    """Peaks at several resolutions. One is never like another: it is too long to compare."""

    levels: tuple[bytes, ...] = field(repr=False)
    """0 to 255 of the loudest; a byte for each 1, 4, 16, … milliseconds."""

    @property
    def length_us(self) -> int:
        return len(self.levels[0]) * FINEST_MS * 1_000

    def peaks(self, from_us: float, to_us: float, columns: int) -> Sequence[int]:
        """The loudest value in each of `columns` equal stretches; 0 beyond the ends."""
        wide_ms = (to_us - from_us) / 1_000 / columns
        level, step_ms = 0, FINEST_MS
        while level + 1 < len(self.levels) and step_ms * _COARSER <= wide_ms:
            level, step_ms = level + 1, step_ms * _COARSER
        values = self.levels[level]
        start, width = from_us / 1_000 / step_ms, wide_ms / step_ms
        found = []
        for column in range(columns):
            first = int(start + column * width)
            last = max(first + 1, int(start + (column + 1) * width))
            found.append(max(values[max(0, first) : max(0, last)], default=0))
        return found


def waveform_of(mono: Signal) -> Waveform:
    """Peaks against the loudest moment; the last stretch may be cut short."""
    frames = RATE_HZ * FINEST_MS // 1_000
    loudest = float(np.abs(mono).max(initial=0)) or 1.0
    finest = np.abs(mono[: len(mono) // frames * frames]).reshape(-1, frames)
    values = np.rint(finest.max(axis=1, initial=0) * (_FULL / loudest)).astype(np.uint8)
    levels = [values]
    for _ in range(_LEVELS - 1):
        missing = -len(values) % _COARSER
        values = np.pad(values, (0, missing)).reshape(-1, _COARSER).max(axis=1, initial=0)
        levels.append(values)
    return Waveform(tuple(level.tobytes() for level in levels))
