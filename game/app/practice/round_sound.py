"""The sound of a practice: one stretch of the song, over and over.

All times are the sound's own, as in every transport; where nothing but sticks sounds, song time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.app.sound.sound import Sound

if TYPE_CHECKING:
    from game.audio.cycle import Cycle


class RoundSound:
    """Plays on without a gap when the next time round is started."""

    def __init__(self, sound: Sound, to_us: int, sticks_us: Iterable[int]) -> None:
        """
        Args:
            to_us: when each time round ends.
            sticks_us: the strokes that count each one in.
        """
        self._sound = sound
        self._to_us = to_us
        self._sticks_us = tuple(sticks_us)
        self._cycle: Cycle | None = None
        self._is_playing = False
        self._from_us = 0
        self._rounds = 0

    @property
    def round_us(self) -> int:
        """How long one time round lasts, to the frame that is played."""
        before = self._cycle.us_of(self._rounds) if self._cycle else 0
        return self._cycle.us_of(self._rounds + 1) - before if self._cycle else self._plain_us

    @property
    def _plain_us(self) -> int:
        return self._to_us - self._from_us

    def play(self, from_us: int, sticks_us: Iterable[int], rate_pct: int) -> int | None:
        """The first time from here on; after that, the next time round has begun by itself.

        Raises:
            AudioError: the part cannot be played.
        """
        if self._is_playing:
            self._rounds += 1
            return None
        self._is_playing = True
        self._from_us, self._rounds = from_us, 0
        self._cycle = self._sound.play_cycle(from_us, self._to_us, self._sticks_us, rate_pct)
        return None if self._cycle is None else self._cycle.from_us

    def stop(self) -> None:
        self._is_playing = False
        self._sound.stop()

    def position_us(self) -> int | None:
        """The time within this time round, or beyond its end where the next has just begun."""
        position_us = self._sound.position_us()
        if position_us is None or self._cycle is None:
            return position_us
        return position_us - self._cycle.us_of(self._rounds)


class StepSound:
    """No song: only sticks, each when its time is reached, however long that takes."""

    def __init__(self, sound: Sound, ticks_us: Iterable[int], round_us: int) -> None:
        self._sound = sound
        self._ticks_us = tuple(ticks_us)
        self._reached_us: int | None = None
        self.round_us = round_us

    def play(self, from_us: int, sticks_us: Iterable[int], rate_pct: int) -> int | None:
        self._reached_us = from_us - 1
        return None

    def reach(self, song_us: int) -> None:
        """Song time has got here: a tick on the way sounds."""
        before_us = song_us if self._reached_us is None else self._reached_us
        if any(before_us < tick_us <= song_us for tick_us in self._ticks_us):
            self._sound.click()
        self._reached_us = max(before_us, song_us)

    def stop(self) -> None:
        self._sound.stop()

    def position_us(self) -> int | None:
        return None
