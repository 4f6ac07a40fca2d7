"""Room for what sounds at once: however many strokes fall together, nothing is clipped.

The mixer adds its voices and cuts off what goes beyond full scale. So the song keeps to a ceiling
of its own, and every other voice is counted here: where a stroke would take the sum of all beyond
the ceiling, it and all that still rings are turned down to one share of what they were asked to
be, at its onset, which masks it. What is struck together is alike, whoever was first; a stroke for
which there is room sounds as loud as its velocity says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter_ns
from weakref import WeakKeyDictionary

import numpy as np
import pygame
from numpy.typing import NDArray

from game.audio.levels import VOICES_PEAK
from game.audio.pcm import to_frames
from game.audio.rate import FREQUENCY_HZ

_CELL_MS = 5
_CELL_FRAMES = _CELL_MS * FREQUENCY_HZ // 1000
_AHEAD_CELLS = 60
"""300 ms: every recording has its peak well before."""

_HALVINGS = 10
"""A share is found to a thousandth."""

_SLACK_MS = 10
"""A voice starts with the mixer's next buffer, or the one after it."""

Envelope = NDArray[np.float32]
"""Cells x 2 (left, right): the highest peak in each cell, and silence to look ahead into."""

Gains = tuple[float, float]


@dataclass(slots=True)
class _Ringing:
    channel: pygame.mixer.Channel
    envelope: Envelope
    since_ns: int
    asked: Gains
    share: float = 1.0
    """How much of what was asked it has; it never rises again."""

    @property
    def gains(self) -> Gains:
        return self.asked[0] * self.share, self.asked[1] * self.share

    def ahead(self, now_ns: int) -> Envelope:
        """What it still has to say, at full gain."""
        cell = (now_ns - self.since_ns) // (_CELL_MS * 1_000_000)
        first = min(cell, len(self.envelope) - _AHEAD_CELLS)
        return self.envelope[first : first + _AHEAD_CELLS]


class PeakBudget:
    """What all voices of a mixer share."""

    def __init__(
        self,
        ceiling: float = VOICES_PEAK,
        *,
        slack_ms: float = _SLACK_MS,
        now_ns: Callable[[], int] = perf_counter_ns,
    ) -> None:
        """`slack_ms`: how far voices may start from when they are asked to."""
        self._ceiling = ceiling
        self._slack_cells = int(slack_ms // _CELL_MS) + 1
        self._now_ns = now_ns
        self._ringing: list[_Ringing] = []
        self._known: WeakKeyDictionary[pygame.mixer.Sound, Envelope] = WeakKeyDictionary()

    def learn(self, sound: pygame.mixer.Sound) -> Envelope:
        """Look through a sound before it is played; it takes about a millisecond."""
        envelope = self._known.get(sound)
        if envelope is None:
            envelope = self._known[sound] = _envelope(sound, self._slack_cells)
        return envelope

    def admit(
        self, channel: pygame.mixer.Channel, sound: pygame.mixer.Sound, left: float, right: float
    ) -> Gains:
        """The gains at which a sound that is about to start on a channel keeps below the ceiling.

        Whatever rings is turned down with it where there is too little room.
        """
        now_ns = self._now_ns()
        self._ringing = [
            voice
            for voice in self._ringing
            if voice.channel is not channel and voice.channel.get_busy()
        ]
        new = _Ringing(channel, self.learn(sound), now_ns, (left, right))
        self._ringing.append(new)
        most = self._most_for_each(now_ns)
        for voice in self._ringing:
            if voice.share > most:
                voice.share = most
                if voice is not new:
                    voice.channel.set_volume(*voice.gains)
        return new.gains

    def _most_for_each(self, now_ns: int) -> float:
        """The largest share that all may have so that none of what comes is above the ceiling."""
        asked = np.array([voice.asked for voice in self._ringing], np.float32)
        ahead = np.array([voice.ahead(now_ns) for voice in self._ringing])
        ahead = (ahead * asked[:, np.newaxis]).reshape(len(asked), -1)
        shares = np.array([voice.share for voice in self._ringing], np.float32)

        def loudest(most: float) -> float:
            return float((np.minimum(shares, most) @ ahead).max())

        if loudest(1.0) <= self._ceiling:
            return 1.0
        low, high = 0.0, 1.0
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (low, middle) if loudest(middle) > self._ceiling else (middle, high)
        return low


def _envelope(sound: pygame.mixer.Sound, slack_cells: int) -> Envelope:
    """The peaks of a sound, each spread to all cells in which it may come to lie."""
    frames = np.abs(to_frames(pygame.sndarray.samples(sound)))
    cells = -(-len(frames) // _CELL_FRAMES) + _AHEAD_CELLS
    padded = np.pad(frames, ((0, cells * _CELL_FRAMES - len(frames)), (0, 0)))
    peaks = padded.reshape(cells, _CELL_FRAMES, 2).max(axis=1)
    wide = np.pad(peaks, ((slack_cells, slack_cells), (0, 0)))
    shifted = [wide[shift : shift + cells] for shift in range(2 * slack_cells + 1)]
    spread: Envelope = np.max(shifted, axis=0)
    return spread
