"""A limiter: sinks before a peak and rises after it, so that no sample goes beyond a ceiling."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.audio.pcm import Frames, silence
from game.audio.rate import CHANNELS

_CELL_FRAMES = 64
_SMOOTH_CELLS = 5
"""The gain moves over 7 ms on either side of a peak."""

_REACH_CELLS = _SMOOTH_CELLS + 1
_CONTEXT_CELLS = _REACH_CELLS + _SMOOTH_CELLS + 1

Gains = NDArray[np.float32]


def limited(frames: Frames, ceiling: float) -> Frames:
    """The same frames, turned down around each peak beyond the ceiling."""
    limiter = Limiter(ceiling)
    return np.concatenate([limiter.push(frames), limiter.rest()])


def limited_blocks(blocks: Iterator[Frames], ceiling: float) -> Iterator[Frames]:
    """`limited` for a song that comes in blocks; those that go out are cut elsewhere."""
    limiter = Limiter(ceiling)
    for block in blocks:
        yield limiter.push(block)
    yield limiter.rest()


class Limiter:
    """Frames in, frames out; the last few are held back until what follows is known."""

    def __init__(self, ceiling: float) -> None:
        self._ceiling = ceiling
        self._held = silence(0)
        self._before: Gains = np.ones(_CONTEXT_CELLS, np.float32)
        """The gains that the cells before those need."""

    def push(self, block: Frames) -> Frames:
        """Take frames; returns those whose gain is settled."""
        held = np.concatenate([self._held, block]) if len(self._held) else block
        settled = len(held) // _CELL_FRAMES - _CONTEXT_CELLS
        if settled <= 0:
            self._held = held
            return silence(0)
        return self._release(held, settled)

    def rest(self) -> Frames:
        """What was held back."""
        return self._release(self._held, -(-len(self._held) // _CELL_FRAMES))

    def _release(self, held: Frames, cells: int) -> Frames:
        needed = _needed(held, self._ceiling)
        known = np.concatenate([self._before, needed, np.ones(_CONTEXT_CELLS, np.float32)])
        out, self._held = held[: cells * _CELL_FRAMES], held[cells * _CELL_FRAMES :]
        self._before = known[cells : cells + _CONTEXT_CELLS]
        if known.min() == 1:
            return out
        # One cell more on either side, to interpolate between the middles of cells.
        around = _smooth(known)[: cells + 2]
        at = (np.arange(len(out), dtype=np.float32) + 0.5) / _CELL_FRAMES + 0.5
        gain = np.interp(at, np.arange(len(around)), around).astype(np.float32)
        return out * gain[:, np.newaxis]


def _needed(frames: Frames, ceiling: float) -> Gains:
    """For each cell, the gain that brings its highest peak to the ceiling; 1 where it is below."""
    missing = -len(frames) % _CELL_FRAMES
    whole = np.concatenate([frames, silence(missing)]) if missing else frames
    highest = np.abs(whole).reshape(-1, _CELL_FRAMES * CHANNELS).max(axis=1)
    gains: Gains = np.float32(ceiling) / np.maximum(highest, np.float32(ceiling))
    return gains


def _smooth(needed: Gains) -> Gains:
    """The gain of each cell from the second last of the context on: nowhere above what is needed
    there or in a neighbour."""
    reach = 2 * _REACH_CELLS + 1
    lowest = np.lib.stride_tricks.sliding_window_view(needed, reach).min(axis=1)
    window = np.hanning(2 * _SMOOTH_CELLS + 3)[1:-1]
    smooth: Gains = np.convolve(lowest, window / window.sum(), mode="valid").astype(np.float32)
    return smooth
