"""Count-in sticks and metronome, at exact frames of a song's file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from game.audio.pcm import Frames, silence
from game.audio.rate import FREQUENCY_HZ, frames_of


class TickKind(StrEnum):
    """What a tick sounds like."""

    STICKS = "sticks"
    """The count-in."""

    ACCENT = "accent"
    """The metronome on the first pulse of a bar."""

    BEAT = "beat"
    """The metronome on every other pulse."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One stroke of sticks or metronome."""

    at_us: int
    """Song time."""

    kind: TickKind


_METRONOME_HZ = {TickKind.ACCENT: 1760.0, TickKind.BEAT: 1320.0}
_METRONOME_MS = 45
_DECAY_MS = 9
_METRONOME_PEAK = 0.8


def tick_sounds(sticks: Frames | None) -> Mapping[TickKind, Frames]:
    """One recording or synthetic sound for each kind, full scale; without sticks a beep counts in.

    Args:
        sticks: float32, frames x 2.
    """
    synthetic = {kind: _beep(hertz) for kind, hertz in _METRONOME_HZ.items()}
    counting = synthetic[TickKind.BEAT] if sticks is None else sticks
    return {TickKind.STICKS: counting, **synthetic}


def _beep(hertz: float) -> Frames:
    at_s = np.arange(_METRONOME_MS * FREQUENCY_HZ // 1000) / FREQUENCY_HZ
    mono = np.sin(2 * np.pi * hertz * at_s) * np.exp(-at_s * 1000 / _DECAY_MS)
    mono *= _METRONOME_PEAK / np.abs(mono).max()
    return np.repeat(mono.astype(np.float32)[:, np.newaxis], 2, axis=1)


class TickTrack:
    """Ticks as a layer over a song, to be added block by block."""

    def __init__(
        self,
        ticks: Iterable[Tick],
        sounds: Mapping[TickKind, Frames],
        *,
        start_us: int,
        rate_pct: int,
        gain: float,
    ) -> None:
        """`start_us` is the song time of frame 0; the sounds themselves are never stretched."""
        self._placed: Sequence[tuple[int, Frames]] = sorted(
            (
                (frames_of(tick.at_us - start_us, rate_pct), sounds[tick.kind] * np.float32(gain))
                for tick in ticks
                if tick.at_us >= start_us
            ),
            key=lambda placed: placed[0],
        )

    @property
    def end_frame(self) -> int:
        """The first frame after everything has faded."""
        return max((frame + len(sound) for frame, sound in self._placed), default=0)

    def add_to(self, block: Frames, first_frame: int) -> None:
        """Mix into a block, in place, what falls on its frames."""
        last_frame = first_frame + len(block)
        for frame, sound in self._placed:
            start, end = max(frame, first_frame), min(frame + len(sound), last_frame)
            if start < end:
                block[start - first_frame : end - first_frame] += sound[start - frame : end - frame]


def render_ticks(
    ticks: Iterable[Tick],
    sounds: Mapping[TickKind, Frames],
    *,
    start_us: int,
    rate_pct: int = 100,
    gain: float = 1.0,
) -> Frames:
    """All ticks from `start_us` on as one recording, frames x 2."""
    track = TickTrack(ticks, sounds, start_us=start_us, rate_pct=rate_pct, gain=gain)
    rendered = silence(track.end_frame)
    track.add_to(rendered, 0)
    return rendered
