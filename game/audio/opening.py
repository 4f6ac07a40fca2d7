"""Opening a sound device: what is tried, in which order, and what the player is told of it."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import pygame

from game.audio.rate import CHANNELS, FREQUENCY_HZ

SILENT_DRIVER = "dummy"
"""SDL's driver that plays into nothing."""

_LONGER_BUFFERS_FRAMES = (512, 1024)
_DRIVER_VARIABLE = "SDL_AUDIODRIVER"
_OTHER_DRIVERS: Mapping[str, tuple[str, ...]] = {
    "linux": ("pipewire", "pulseaudio", "alsa"),
    "win32": ("wasapi", "directsound", "winmm"),
}


@dataclass(frozen=True, slots=True)
class Message:
    """A text for the player: a key of the strings table, and the values of its places."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to open the sound."""

    driver: str | None
    """SDL's name of the sound system; None leaves the choice to SDL."""

    device: str | None
    """None is the system's default device."""

    buffer_frames: int


def open_device(wanted: Attempt) -> tuple[Attempt | None, Message | None]:
    """Open what is wanted or the nearest thing that works: the last resort is silence.

    Returns what was opened (None if even silence could not be) and what to tell the player.
    """
    own_hints = [name for name in _latency_hints(wanted) if name not in os.environ]
    for attempt in _attempts(wanted):
        hints = _latency_hints(attempt)
        os.environ.update({name: hints[name] for name in own_hints})
        if _open(attempt):
            if pygame.mixer.get_driver() == SILENT_DRIVER:
                return attempt, Message("audio.silent")
            return attempt, _compromise(wanted, attempt)
    return None, Message("audio.silent")


def _attempts(wanted: Attempt) -> Iterator[Attempt]:
    """Longer buffers first, then the default device, other drivers, and nothing at all.

    Other drivers get the longest buffer, since each attempt that fails takes its time. A driver
    that the user chose by SDL's own variable is not overruled by another.
    """
    longer = [frames for frames in _LONGER_BUFFERS_FRAMES if frames > wanted.buffer_frames]
    buffers_frames = (wanted.buffer_frames, *longer)
    devices = (wanted.device,) if wanted.device is None else (wanted.device, None)
    for device in devices:
        for frames in buffers_frames:
            yield replace(wanted, device=device, buffer_frames=frames)
    if not os.environ.get(_DRIVER_VARIABLE):
        for driver in _OTHER_DRIVERS.get(sys.platform, ()):
            yield Attempt(driver, None, buffers_frames[-1])
    yield Attempt(SILENT_DRIVER, None, wanted.buffer_frames)


def _open(attempt: Attempt) -> bool:
    pygame.mixer.quit()
    with chosen_driver(attempt.driver):
        try:
            pygame.mixer.init(FREQUENCY_HZ, -16, CHANNELS, attempt.buffer_frames, attempt.device, 0)
        except pygame.error:
            return False
    return pygame.mixer.get_init() is not None


def _compromise(wanted: Attempt, got: Attempt) -> Message | None:
    if got.device != wanted.device:
        return Message("audio.other_device", {"device": wanted.device})
    if got.driver != wanted.driver:
        return Message("audio.other_driver", {"driver": got.driver})
    if got.buffer_frames != wanted.buffer_frames:
        return Message(
            "audio.longer_buffer", {"ms": round(got.buffer_frames * 1000 / FREQUENCY_HZ)}
        )
    return None


def _latency_hints(attempt: Attempt) -> dict[str, str]:
    """What PipeWire and PulseAudio read when a stream opens."""
    return {
        "PIPEWIRE_LATENCY": f"{attempt.buffer_frames}/{FREQUENCY_HZ}",
        "PULSE_LATENCY_MSEC": str(math.ceil(attempt.buffer_frames * 1000 / FREQUENCY_HZ)),
    }


@contextmanager
def chosen_driver(name: str | None) -> Iterator[None]:
    """SDL's choice of driver, while a mixer opens; None leaves it as it is."""
    if name is None:
        yield
        return
    before = os.environ.get(_DRIVER_VARIABLE)
    os.environ[_DRIVER_VARIABLE] = name
    try:
        yield
    finally:
        if before is None:
            del os.environ[_DRIVER_VARIABLE]
        else:
            os.environ[_DRIVER_VARIABLE] = before
