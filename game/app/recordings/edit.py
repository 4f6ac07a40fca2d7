"""An alignment under the players' hands: moved, pinned, tapped, and all of it taken back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from game.timing.sound_map import SoundMap, SoundPin

LEAST_RATE, MOST_RATE = 0.5, 2.0
"""How much of the recording may pass in a second of the song."""

_NEAREST_PINS_US = 400_000


class AlignmentEdit:
    """A map, one of its pins or all of them in hand, and every map before it."""

    def __init__(self, sound_map: SoundMap) -> None:
        self.sound_map = sound_map
        self.pin: int | None = None
        """The pin that is moved; None moves the whole song."""

        self._before: list[SoundMap] = []

    @property
    def is_changed(self) -> bool:
        return bool(self._before)

    def step_pin(self) -> None:
        """Take the next pin in hand, and after the last one the whole song."""
        following = 0 if self.pin is None else self.pin + 1
        self.pin = following if following < len(self.sound_map.pins) else None

    def shift(self, by_us: int) -> bool:
        """Move what is in hand; False if a pin would come too near to its neighbours."""
        if self.pin is None:
            return self._use(self.sound_map.shifted(by_us))
        pins = list(self.sound_map.pins)
        moved = pins[self.pin]
        pins[self.pin] = SoundPin(moved.song_us, moved.sound_us + by_us)
        return self._use_pins(pins)

    def place(self, heard_us: Sequence[int], song_us: Sequence[int]) -> bool:
        """Move the whole song so that these moments of it were heard then, taken together."""
        late_us = [
            heard - self.sound_map.sound_us(song)
            for heard, song in zip(heard_us, song_us, strict=True)
        ]
        self.pin = None
        return self._use(self.sound_map.shifted(round(median(late_us))))

    def pin_at(self, song_us: int) -> bool:
        """Put a pin where the song is heard now, and take it in hand; one that is there is used."""
        for index, pin in enumerate(self.sound_map.pins):
            if abs(pin.song_us - song_us) < _NEAREST_PINS_US:
                self.pin = index
                return True
        added = SoundPin(song_us, self.sound_map.sound_us(song_us))
        pins = sorted((*self.sound_map.pins, added), key=lambda pin: pin.song_us)
        if not self._use_pins(pins):
            return False
        self.pin = pins.index(added)
        return True

    def unpin(self) -> bool:
        """Take the pin in hand away; two always stay, for they say how fast the song is."""
        if self.pin is None or len(self.sound_map.pins) <= 2:
            return False
        pins = list(self.sound_map.pins)
        del pins[self.pin]
        self.pin = None
        return self._use_pins(pins)

    def undo(self) -> bool:
        """Take the last change back."""
        if not self._before:
            return False
        self.sound_map = self._before.pop()
        if self.pin is not None and self.pin >= len(self.sound_map.pins):
            self.pin = None
        return True

    def _use_pins(self, pins: Sequence[SoundPin]) -> bool:
        rates = [
            (after.sound_us - before.sound_us) / (after.song_us - before.song_us)
            for before, after in pairwise(pins)
        ]
        if not all(LEAST_RATE <= rate <= MOST_RATE for rate in rates):
            return False
        return self._use(SoundMap(tuple(pins)))

    def _use(self, sound_map: SoundMap) -> bool:
        self._before.append(self.sound_map)
        self.sound_map = sound_map
        return True
