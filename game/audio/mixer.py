"""The mixer: opening a sound device, or going on in silence."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

import pygame

from game.audio.opening import SILENT_DRIVER, Attempt, Message, open_device
from game.audio.peak_budget import PeakBudget
from game.audio.rate import FREQUENCY_HZ
from game.audio.voices import Voices

__all__ = ["Message", "Mixer"]

_DRUM_VOICES = 20
_CLICK_VOICES = 4
_UI_VOICES = 4


class Mixer:
    """The one open sound device, and the voices of everything that sounds at once.

    Make it with `Mixer.open`, which never raises. Without a device everything that plays through
    it does so in silence.
    """

    def __init__(self, opened: Attempt | None, message: Message | None = None) -> None:
        self.is_open = opened is not None
        self.driver = pygame.mixer.get_driver() if self.is_open else "none"
        self.device = (opened.device if opened else None) or "default"
        self.frequency_hz = FREQUENCY_HZ
        self.buffer_frames = opened.buffer_frames if opened else 0
        self.message = message
        """What the player should be told about the sound, if anything."""

        drums, clicks = 2 * _DRUM_VOICES, _CLICK_VOICES
        total = drums + clicks + _UI_VOICES if self.is_open else 0
        if self.is_open:
            pygame.mixer.set_num_channels(total)
        channels = [pygame.mixer.Channel(index) for index in range(total)]
        budget = PeakBudget(slack_ms=self.buffer_ms)
        self.drum_voices: Mapping[int, Voices] = {
            1: Voices(channels[:_DRUM_VOICES], budget),
            2: Voices(channels[_DRUM_VOICES:drums], budget),
        }
        self.click_voices = Voices(channels[drums : drums + clicks], budget)
        self.ui_voices = Voices(channels[drums + clicks :], budget)

    @classmethod
    def open(cls, buffer_frames: int = 256, device: str | None = None) -> Mixer:
        """Open a device at 48 kHz with the shortest buffer that works.

        Args:
            buffer_frames: the buffer to try first.
            device: an output's name, one of `output_devices`; None for the system's default.
        """
        opened, message = open_device(Attempt(None, device, buffer_frames))
        return cls(opened, message)

    @property
    def is_silent(self) -> bool:
        """Whether nothing that is played can be heard on this machine."""
        return self.driver in (SILENT_DRIVER, "none")

    @property
    def buffer_ms(self) -> float:
        """How long one buffer lasts: a sound starts with the next one."""
        return self.buffer_frames * 1000 / self.frequency_hz

    def output_devices(self) -> tuple[str, ...]:
        """The names of the outputs that this driver knows; empty if it cannot tell."""
        with suppress(ImportError, pygame.error):
            from pygame._sdl2 import audio  # noqa: PLC0415 - not part of every build of pygame

            return tuple(audio.get_audio_device_names(False))
        return ()

    def stop(self) -> None:
        """End every voice at once; the song goes on."""
        if self.is_open:
            pygame.mixer.stop()

    def close(self) -> None:
        """Give the device back. Nothing may be played afterwards."""
        if self.is_open:
            pygame.mixer.quit()
