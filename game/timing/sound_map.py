"""Song time to the sound's own time: where a recording was not played to the chart's click.

A chart is fixed; a recording of the same song is a little faster, slower, or both. The map says
which microsecond of the sound belongs to a microsecond of the song: straight lines between pins,
and on beyond them. The song clock reads it, so the notes move with the recording and the sound
itself is never stretched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class SoundPin:
    """This moment of the song is heard at that moment of the sound."""

    song_us: int
    sound_us: int


@dataclass(frozen=True, slots=True)
class SoundMap:
    """A rising line with bends. Without pins song time is the sound's own."""

    pins: tuple[SoundPin, ...] = ()
    """Both times rise from pin to pin. A single one shifts."""

    def __post_init__(self) -> None:
        for before, after in pairwise(self.pins):
            if after.song_us <= before.song_us or after.sound_us <= before.sound_us:
                raise ValueError(f"{after} does not come after {before}")

    @classmethod
    def of(cls, pins: Iterable[tuple[int, int]]) -> SoundMap:
        """A map of (song us, sound us), in order."""
        return cls(tuple(SoundPin(*pin) for pin in pins))

    def sound_us(self, song_us: int) -> int:
        """The sound's time at a song time, to the nearest microsecond."""
        return _along([(pin.song_us, pin.sound_us) for pin in self._around(song_us)], song_us)

    def song_us(self, sound_us: int) -> Micros:
        """The song time at one of the sound's; the way back of `sound_us`, to a microsecond."""
        index = bisect_right(self.pins, sound_us, key=lambda pin: pin.sound_us)
        around = [(pin.sound_us, pin.song_us) for pin in self._pair(index)]
        return Micros(_along(around, sound_us))

    def shifted(self, by_us: int) -> SoundMap:
        """The same song, heard later in the sound by that much."""
        pins = self.pins or (SoundPin(0, 0),)
        return SoundMap(tuple(SoundPin(pin.song_us, pin.sound_us + by_us) for pin in pins))

    def rate(self, song_us: int) -> float:
        """How much of the sound passes in a microsecond of the song, from a song time on."""
        around = self._around(song_us)
        if len(around) < 2:
            return 1.0
        before, after = around
        return (after.sound_us - before.sound_us) / (after.song_us - before.song_us)

    def _around(self, song_us: int) -> tuple[SoundPin, ...]:
        return self._pair(bisect_right(self.pins, song_us, key=lambda pin: pin.song_us))

    def _pair(self, index: int) -> tuple[SoundPin, ...]:
        """The pins that a line goes through: those on either side of a gap, or the outermost."""
        first = max(0, min(index - 1, len(self.pins) - 2))
        return self.pins[first : first + 2]


AS_WRITTEN = SoundMap()
"""For the game's own music, which is rendered from the chart's own tempo."""


def _along(around: list[tuple[int, int]], at: int) -> int:
    if not around:
        return at
    start, value = around[0]
    if len(around) == 1:
        return value + at - start
    end, end_value = around[1]
    run, rise = end - start, end_value - value
    return value + ((at - start) * rise + run // 2) // run
