"""A recording played from anywhere, with clicks where the song's pulses are said to be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.app.sound.sound import Sound
from game.timing.sound_map import SoundMap

if TYPE_CHECKING:
    from game.audio.request import PreparedSong

CLICKED_US = 90_000_000
"""So far ahead clicks are laid over the recording; then it is started anew."""

_RESTED_NS = 150_000_000
"""A change is heard when the hand rests this long."""


class Playback:
    """Plays, and starts anew from where it is when the clicks have moved."""

    def __init__(self, sound: Sound, song: PreparedSong, pulses_us: Sequence[int]) -> None:
        """`pulses_us` are song times; the recording's time is that of `song`."""
        self._sound, self._song = sound, song
        self._pulses_us = tuple(pulses_us)
        self.is_playing = False
        self.changed_ns: int | None = None
        """When the clicks moved; None if they are heard where they are."""

        self._ends_us = 0

    def play(self, from_us: int, sound_map: SoundMap) -> None:
        """From a moment of the recording on.

        Raises:
            AudioError: the prepared recording is gone.
        """
        self._sound.load_song(self._song)
        clicks_us = [sound_map.sound_us(pulse_us) for pulse_us in self._pulses_us]
        self._ends_us = from_us + CLICKED_US
        near_us = [each for each in clicks_us if from_us <= each < self._ends_us]
        started_us = self._sound.play(from_us, near_us)
        self.is_playing = started_us is not None
        self.changed_ns = None

    def stop(self) -> None:
        self._sound.stop()
        self.is_playing = False
        self.changed_ns = None

    def position_us(self) -> int | None:
        """What is heard now; None when nothing plays."""
        return self._sound.position_us() if self.is_playing else None

    def follow(self, now_ns: int, read_map: Callable[[], SoundMap]) -> None:
        """Notice the end, and let a change be heard.

        Raises:
            AudioError: the prepared recording is gone.
        """
        if not self.is_playing:
            return
        position_us = self.position_us()
        if position_us is None:
            self.stop()
        elif position_us >= self._ends_us or self._is_rested(now_ns):
            self.play(position_us, read_map())

    def _is_rested(self, now_ns: int) -> bool:
        return self.changed_ns is not None and now_ns - self.changed_ns >= _RESTED_NS
