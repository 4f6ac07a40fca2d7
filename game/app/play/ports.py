"""What a play needs of the sound: something that plays the song, something that sounds drums."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from game.duet.sounding import Voice


class Transport(Protocol):
    """What plays the song's sound. All its times are the sound's own: song time, unless a player's
    recording is played to."""

    def play(self, from_us: int, sticks_us: Iterable[int], rate_pct: int) -> int | None:
        """From this time on, with sticks at these times over it.

        Returns:
            The time at which it did start, where that is known.
        """

    def stop(self) -> None:
        """Fall silent."""

    def position_us(self) -> int | None:
        """What the device has got to; None where it cannot be told."""


class Drums(Protocol):
    """What sounds the drums."""

    def drum(self, player: int, voice: Voice, velocity: int) -> None:
        """At once."""
