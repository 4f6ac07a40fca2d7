"""The clock of a play: bent where a recording was not played to the chart's click."""

from __future__ import annotations

from game.app.play.setup import PlaySetup
from game.timing.bent_clock import BentClock
from game.timing.song_clock import SongClock

PlayClock = SongClock | BentClock


def play_clock(setup: PlaySetup, start_us: int) -> PlayClock:
    """A clock that stands at a song time, with the play's speed."""
    if setup.sound_map.pins:
        return BentClock(start_us, setup.rate_pct, setup.sound_map)
    return SongClock(start_us, setup.rate_pct)
