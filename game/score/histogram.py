"""How often a player hit how early or late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

STEP_US = 5_000


@dataclass(frozen=True, slots=True)
class Histogram:
    """Hits in even steps of error; the middle one lies around no error at all."""

    counts: tuple[int, ...]
    """From the earliest to the latest: an odd number of steps."""

    step_us: int

    @property
    def reach_us(self) -> Fraction:
        """The error at either edge."""
        return Fraction(len(self.counts) * self.step_us, 2)


def histogram(
    errors_us: Iterable[float | Fraction], reach_us: int, step_us: int = STEP_US
) -> Histogram:
    """Count errors.

    Args:
        errors_us: hit - note in real time.
        reach_us: what the steps have to hold; errors beyond all steps count in the outermost ones.
        step_us: the width of a step.
    """
    half = -(-reach_us // step_us)
    counts = [0] * (2 * half + 1)
    for error_us in errors_us:
        step = int((error_us + Fraction(step_us, 2)) // step_us)
        counts[max(0, min(2 * half, half + step))] += 1
    return Histogram(tuple(counts), step_us)
