"""Which sound output is in use: its name, for calibrations and for people."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.input.sdl_library import loaded_sdl
from game.timing.offsets import is_bluetooth

if TYPE_CHECKING:
    from game.audio.mixer import Mixer

DEFAULT = "default"
"""The name of the system's default output, where the system does not tell another."""

_LARGER_THAN_A_SPEC_BYTES = 256
_OUTPUT = 0


@dataclass(frozen=True, slots=True)
class AudioOutput:
    """One open output."""

    driver: str
    """SDL's name of the sound system; `none` if not even silence could be opened."""

    device: str
    buffer_frames: int
    frequency_hz: int
    is_silent: bool
    """Whether nothing can be heard."""

    @property
    def buffer_ms(self) -> float:
        """A sound starts with the next buffer: up to that much later."""
        return self.buffer_frames * 1000 / self.frequency_hz

    @property
    def is_bluetooth(self) -> bool:
        return is_bluetooth(self.driver, self.device)


NO_OUTPUT = AudioOutput("none", DEFAULT, 0, 48_000, True)


def output_of(mixer: Mixer) -> AudioOutput:
    """The output that a mixer plays through, named as the system names it now."""
    device = mixer.device
    if device == DEFAULT:
        device = default_output_name() or DEFAULT
    return AudioOutput(
        mixer.driver, device, mixer.buffer_frames, mixer.frequency_hz, mixer.is_silent
    )


def default_output_name() -> str | None:
    """What the system calls its default output; None where it does not say."""
    sdl = loaded_sdl()
    if sdl is None or not hasattr(sdl, "SDL_GetDefaultAudioInfo"):
        return None
    name = ctypes.c_void_p()
    spec = ctypes.create_string_buffer(_LARGER_THAN_A_SPEC_BYTES)
    status = sdl.SDL_GetDefaultAudioInfo(ctypes.byref(name), spec, ctypes.c_int(_OUTPUT))
    if status != 0 or not name.value:
        return None
    text = ctypes.string_at(name.value).decode("utf-8", "replace")
    sdl.SDL_free(name)
    return text
