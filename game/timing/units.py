"""Units of time as types, and the exact conversions between them.

A position in a chart is an exact `Fraction` of quarter notes ("beats"); in the engine it is an
integer number of microseconds of song time. Rounding happens once, in `to_micros`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NewType

Beats = Fraction
"""Quarter notes from song time 0, exact."""

Micros = NewType("Micros", int)
"""Microseconds of song time; song time 0 is the start of the first bar, the lead-in is negative."""

Nanos = NewType("Nanos", int)
"""Nanoseconds of host time, as `time.perf_counter_ns` counts them."""

US_PER_S = 1_000_000
NS_PER_US = 1_000


def to_micros(exact_us: Fraction) -> Micros:
    """The nearest whole microsecond; a half goes to the even neighbour."""
    return Micros(round(exact_us))
