"""The sound's buffer: short, so that drums answer at once, and longer where it stutters."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

from game.app.calibration import timing_notices
from game.app.services import Services

_log = logging.getLogger(__name__)

LONGER_FRAMES = {256: 512, 512: 1024}
"""What follows on a buffer that is too short here; the longest stays."""

STUTTERS = 3
"""One dropout may be anyone's; so many in one song are the buffer's."""


def after_song(services: Services, dropouts: int) -> Iterator[str]:
    """Take a longer buffer if the song has stuttered; gives what the players should know."""
    _log.info("the sound stumbled %d times", dropouts)
    playing = services.settings.playing
    longer_frames = LONGER_FRAMES.get(services.sound.output.buffer_frames)
    if dropouts < STUTTERS or longer_frames is None:
        return
    settings = replace(services.settings, playing=replace(playing, buffer_frames=longer_frames))
    fault = services.store.save(settings)
    if fault is not None:
        yield str(fault)
    yield from follow(services)
    ms = round(services.sound.output.buffer_ms)
    yield services.strings("latency.longer_buffer", times=dropouts, ms=ms)


def follow(services: Services) -> Iterator[str]:
    """Open the sound anew if the settings want another buffer than it was opened with."""
    wanted_frames = services.settings.playing.buffer_frames
    if services.sound.wanted_frames == wanted_frames:
        return
    message = services.sound.open(buffer_frames=wanted_frames)
    if message is not None:
        yield services.strings(message.key, **message.values)
    yield from timing_notices.of_sound(services)
