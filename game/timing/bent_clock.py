"""A song clock for a player's own recording: song time bent by a `SoundMap`."""

from __future__ import annotations

from game.timing.device_fit import DeviceFit
from game.timing.song_clock import SongClock
from game.timing.sound_map import SoundMap
from game.timing.units import Micros


class BentClock:
    """Does what `SongClock` does. The clock inside runs in the sound's own time.

    So what the device reports is followed as ever, and only what is asked in song time is mapped.
    """

    def __init__(self, song_us: int, rate_pct: int, sound_map: SoundMap) -> None:
        self.sound_map = sound_map
        self._clock = SongClock(sound_map.sound_us(song_us), rate_pct)
        self._standing_us = song_us

    @property
    def rate_pct(self) -> int:
        return self._clock.rate_pct

    @property
    def fit(self) -> DeviceFit:
        """What has been learnt of the sound device, in real time."""
        return self._clock.fit

    @property
    def is_running(self) -> bool:
        return self._clock.is_running

    def start(self, host_ns: int, song_us: int) -> None:
        """Run on from `song_us`, which is reached at `host_ns`, and where the sound starts."""
        self._clock.start(host_ns, self.sound_map.sound_us(song_us))

    def stop(self, host_ns: int) -> None:
        """Stand still at the song time of `host_ns`."""
        self._standing_us = self.song_us(host_ns)
        self._clock.stop(host_ns)

    def seek(self, song_us: int) -> None:
        """Move a clock that stands still."""
        self._standing_us = song_us
        self._clock.seek(self.sound_map.sound_us(song_us))

    def song_us(self, host_ns: int) -> Micros:
        """Song time at a host time, past or future, to the microsecond."""
        if not self.is_running:
            return Micros(self._standing_us)
        return self.sound_map.song_us(self._clock.song_us(host_ns))

    def host_ns(self, song_us: int) -> int | None:
        """The first host time at which a coming `song_us` is reached, as far as is known now."""
        return self._clock.host_ns(self.sound_map.sound_us(song_us))

    def observe(self, host_ns: int, position_us: int) -> None:
        """The mixer says that at `host_ns` the sound stood at `position_us` of its own time."""
        self._clock.observe(host_ns, position_us)

    def error_us(self, host_ns: int) -> float:
        """How far the device is ahead of this clock, in real µs; 0 where that is not known."""
        return self._clock.error_us(host_ns)

    def jump_to_device(self, host_ns: int) -> None:
        """Take the device's position at once: only before anything of the song was heard."""
        self._clock.jump_to_device(host_ns)
