"""People who tap along with even beats, more or less well: for tests of calibration."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from game.timing.calibration import BEAT_US


@dataclass(frozen=True, slots=True)
class Tapper:
    """A way to tap. Every share is of all beats."""

    latency_ms: float
    """How late the taps come on average: what calibration is to find."""

    sd_ms: float
    outliers: float = 0.05
    """Taps that land anywhere within 200 ms."""

    doubled: float = 0.05
    """Beats that get a second tap, 50 to 200 ms after the first."""

    missed: float = 0.03
    drift_ms: float = 10.0
    """How far the taps slide from the middle of the test to its end, and before it likewise."""

    leaning: float = 0.2
    """How much of a tap's error the next one keeps."""

    def taps_us(self, count: int, seed: int) -> list[int]:
        """At least `count` taps: when they come, counted from the first beat."""
        random = Random(seed)
        taps_us: list[int] = []
        beat, error_ms = 0, 0.0
        while len(taps_us) < count:
            own_ms = random.gauss(0, self.sd_ms * (1 - self.leaning**2) ** 0.5)
            error_ms = self.leaning * error_ms + own_ms
            slide_ms = self.drift_ms * (2 * beat / count - 1)
            shown_ms = random.uniform(-200, 200) if random.random() < self.outliers else error_ms
            tap_us = beat * BEAT_US + round((self.latency_ms + shown_ms + slide_ms) * 1_000)
            if random.random() >= self.missed:
                taps_us.append(tap_us)
                if random.random() < self.doubled:
                    taps_us.append(tap_us + random.randrange(50_000, 200_000))
            beat += 1
        return taps_us
