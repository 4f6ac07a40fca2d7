"""A band that plays to a song's form, and not one note of its chart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.alignment.pattern import Pattern

RATE_HZ = 48_000
Mono = NDArray[np.float32]


def played(pattern: Pattern, *, lead_s: float, speed: float = 1.0, seed: int = 1) -> Mono:
    """Kick on 1 and 3, snare on 2 and 4, hats between them, a chord a bar, a colour a section."""
    chance = np.random.default_rng(seed)
    mono = np.zeros(round((lead_s + pattern.end_us / 1e6 * speed + 2) * RATE_HZ))

    def add(at_us: float, sound: NDArray[np.float64]) -> None:
        at = round((lead_s + at_us / 1e6 * speed) * RATE_HZ)
        mono[at : at + len(sound)] += sound[: len(mono) - at]

    starts_us = np.array(pattern.sections_us)
    for number, pulse_us in enumerate(pattern.pulses_us):
        add(pulse_us, _kick() if number % 2 == 0 else _snare(chance))
        section = int(np.searchsorted(starts_us, pulse_us, side="right"))
        if section % 2 == 0:
            add(pulse_us + 250_000, 0.3 * _snare(chance)[:2_000])
    for number, bar_us in enumerate(pattern.bars_us):
        section = int(np.searchsorted(starts_us, bar_us, side="right"))
        add(bar_us, _chord(220 * 2 ** ((5, 0, 7, 3)[number % 4] / 12), 1 + section % 3))
    return (0.3 * mono / np.abs(mono).max()).astype(np.float32)


def _kick() -> NDArray[np.float64]:
    at = np.arange(RATE_HZ // 8)
    return 2 * np.sin(at * 2 * np.pi * 60 / RATE_HZ) * np.exp(-at / 1_500)


def _snare(chance: np.random.Generator) -> NDArray[np.float64]:
    return chance.standard_normal(RATE_HZ // 8) * np.exp(-np.arange(RATE_HZ // 8) / 1_200)


def _chord(hertz: float, brightness: int) -> NDArray[np.float64]:
    at = np.arange(2 * RATE_HZ)
    tones = [np.sin(at * 2 * np.pi * hertz * n / RATE_HZ) / n for n in range(1, 1 + 4 * brightness)]
    return 0.3 * np.sum(tones, axis=0) * np.exp(-at / RATE_HZ)
