"""What is plugged in, and how exactly the game can tell time with it: tried out, not guessed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import pygame

from game.app.sound import output_clock
from game.app.sound.audio_output import AudioOutput, output_of
from game.app.sound.output_clock import OutputClock
from game.audio.mixer import Mixer
from game.input.key_times import best_key_times
from game.input.keyboards import keyboard_names
from game.input.midi.ports import SystemPorts

_NOT_SEEN = ("dummy", "offscreen", "none")
_TRIED_PX = (64, 64)


@dataclass(frozen=True, slots=True)
class KeyTimesFigure:
    """Where the times of key presses come from, and how far off they are."""

    source: str | None
    """None where no window could be opened."""

    uncertainty_us: int | None
    """95 of 100 are nearer to the truth."""


@dataclass(frozen=True, slots=True)
class Picture:
    driver: str
    desktop_px: tuple[int, int] | None
    is_seen: bool


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """Everything that `devices` says."""

    keyboards: tuple[str, ...]
    midi_inputs: tuple[str, ...]
    """As `--p1 midi:NAME` knows them."""

    key_times: KeyTimesFigure
    audio: AudioOutput
    other_outputs: tuple[str, ...]
    clock: OutputClock | None
    """None where nothing can be heard: then host time runs alone."""

    picture: Picture

    def to_json(self) -> dict[str, Any]:
        """Plain dicts, lists, strings, integers and nulls."""
        buffer_us = round(self.audio.buffer_ms * 1_000)
        audio = {"buffer_us": buffer_us, "is_bluetooth": self.audio.is_bluetooth}
        plain = asdict(self)
        return {**plain, "audio": {**plain["audio"], **audio}}


def collect() -> DeviceReport:
    """Look at all devices; takes some seconds where there is an output to listen to."""
    picture, key_times = _try_window()
    audio, other_outputs, clock = _try_sound()
    return DeviceReport(
        keyboards=keyboard_names(),
        midi_inputs=tuple(place.device for place in SystemPorts().found()),
        key_times=key_times,
        audio=audio,
        other_outputs=other_outputs,
        clock=clock,
        picture=picture,
    )


def _try_window() -> tuple[Picture, KeyTimesFigure]:
    """Through a window that is never shown."""
    try:
        pygame.display.init()
        pygame.display.set_mode(_TRIED_PX, pygame.HIDDEN)
    except pygame.error:
        return Picture("none", None, False), KeyTimesFigure(None, None)
    try:
        driver = pygame.display.get_driver()
        if driver in _NOT_SEEN:
            return Picture(driver, None, False), KeyTimesFigure(None, None)
        times = best_key_times()
        figure = KeyTimesFigure(times.name, times.measured_uncertainty_us())
        return Picture(driver, pygame.display.get_desktop_sizes()[0], True), figure
    finally:
        pygame.display.quit()


def _try_sound() -> tuple[AudioOutput, tuple[str, ...], OutputClock | None]:
    mixer = Mixer.open()
    try:
        audio = output_of(mixer)
        if audio.is_silent:
            return audio, (), None
        others = tuple(name for name in mixer.output_devices() if name != audio.device)
        return audio, others, output_clock.measure()
    finally:
        mixer.close()
