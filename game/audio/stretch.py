"""Practice speeds: the song slower or faster at its own pitch."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.audio.pcm import Frames, Pcm, silence, to_frames
from game.audio.rate import FREQUENCY_HZ

_BLOCK_S = 60
_CONTEXT_S = 1 / 4
"""What the stretcher hears before and after a block, so that it is settled inside it."""

_WINDOW_FRAMES = 4_800
_STEP_FRAMES = 1_200
"""With 100 ms in steps of 25 ms every stroke keeps to its place within 0.7 ms at all speeds; the
library's own 120 and 30 ms stray up to 1.3 ms."""

_SLOWEST_STEP_PCT = 50

_JOIN_FRAMES = 960
"""Blocks fade into each other over 20 ms."""


def song_blocks(pcm: Pcm, rate_pct: int) -> Iterator[Frames]:
    """The song at a speed, block by block; frame i of the song lies at i x 100 / rate_pct."""
    if rate_pct == 100:
        yield from _plain_blocks(pcm)
    else:
        yield from _stretched_blocks(pcm, rate_pct)


def _plain_blocks(pcm: Pcm) -> Iterator[Frames]:
    size = _BLOCK_S * FREQUENCY_HZ
    for start in range(0, len(pcm), size):
        yield to_frames(pcm[start : start + size])


def _stretched_blocks(pcm: Pcm, rate_pct: int) -> Iterator[Frames]:
    # Whole multiples of rate_pct become whole multiples of 100 frames, so nothing drifts.
    block_units = _BLOCK_S * FREQUENCY_HZ // rate_pct
    all_units = -(-len(pcm) // rate_pct)
    context_units = max(1, round(_CONTEXT_S * FREQUENCY_HZ / rate_pct))
    total = len(pcm) * 100 // rate_pct
    ramp = np.linspace(0, 1, _JOIN_FRAMES, dtype=np.float32)[:, np.newaxis]
    tail = silence(0)
    for first_unit in range(0, all_units, block_units):
        units = min(block_units, all_units - first_unit)
        start = (first_unit - context_units) * rate_pct
        end = (first_unit + units + context_units) * rate_pct
        stretched = _stretch(_window(pcm, start, end), rate_pct)
        block = stretched[context_units * 100 : (context_units + units) * 100]
        joined = min(len(tail), len(block))
        rising = ramp[:joined]
        block[:joined] = block[:joined] * rising + tail[:joined] * (1 - rising)
        body_end = (context_units + units) * 100
        tail = stretched[body_end : body_end + _JOIN_FRAMES]
        yield block[: total - first_unit * 100]


def _window(pcm: Pcm, start: int, end: int) -> Frames:
    """Frames `start` to `end`, with silence where the song has none."""
    inside = to_frames(pcm[max(0, start) : end])
    before = max(0, -start)
    return np.concatenate(
        (silence(before), inside, silence(end - start - before - len(inside))), axis=0
    )


def _stretch(frames: Frames, rate_pct: int) -> Frames:
    """Slower than half speed in two steps: in one, strokes come up to 6 ms early."""
    if rate_pct < _SLOWEST_STEP_PCT:
        return _stretch(_stretch(frames, _SLOWEST_STEP_PCT), rate_pct * 100 // _SLOWEST_STEP_PCT)
    # Imported here because most plays need none of it.
    from python_stretch import Signalsmith  # noqa: PLC0415

    stretcher = Signalsmith.Stretch(1)
    stretcher.configure(2, _WINDOW_FRAMES, _STEP_FRAMES)
    stretcher.timeFactor = rate_pct / 100
    stretched = stretcher.process(np.ascontiguousarray(frames.T))
    return np.asarray(stretched, np.float32).T
