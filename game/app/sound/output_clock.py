"""Trying out whether a sound output keeps time: some seconds of silence, listened to closely."""

from __future__ import annotations

import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter_ns, sleep

import pygame

from game.audio.rate import CHANNELS, FREQUENCY_HZ
from game.timing.device_fit import DeviceFit

MEASURED_S = 4.5
_READ_EVERY_S = 0.016


@dataclass(frozen=True, slots=True)
class OutputClock:
    """How an output runs against the host clock."""

    is_clock: bool
    drift_ppm: int | None
    """How much faster; None if it would not settle."""

    steps: int
    """How often it has jumped: a slow start counts, and each dropout."""


def measure() -> OutputClock:
    """Play silence through the open mixer and fit a line to its position; takes `MEASURED_S`."""
    fit = DeviceFit()
    with tempfile.TemporaryDirectory(prefix="drum-duet-") as folder:
        path = Path(folder) / "silence.wav"
        _write_silence(path, MEASURED_S + 1)
        pygame.mixer.music.load(str(path))
        pygame.mixer.music.play()
        end_ns = perf_counter_ns() + round(MEASURED_S * 1e9)
        while (now_ns := perf_counter_ns()) < end_ns:
            position_ms = pygame.mixer.music.get_pos()
            if position_ms >= 0:
                fit.add(now_ns, position_ms * 1_000)
            sleep(_READ_EVERY_S)
        pygame.mixer.music.stop()
        pygame.mixer.music.unload()
    drift_ppm = None if fit.drift_ppm is None else round(fit.drift_ppm)
    return OutputClock(fit.is_clock, drift_ppm, fit.steps)


def _write_silence(path: Path, length_s: float) -> None:
    frames = round(length_s * FREQUENCY_HZ)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(CHANNELS)
        file.setsampwidth(2)
        file.setframerate(FREQUENCY_HZ)
        file.writeframes(bytes(frames * CHANNELS * 2))
