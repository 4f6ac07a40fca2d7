"""What a player's errors say in two numbers. Exact in integers, so that every machine agrees."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt


def median_offset_us(offsets_us: Sequence[int]) -> int | None:
    """The median error, a half rounded to the even neighbour; None without any error."""
    if not offsets_us:
        return None
    ordered = sorted(offsets_us)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return round(Fraction(ordered[middle - 1] + ordered[middle], 2))


def sd_offset_us(offsets_us: Sequence[int]) -> int | None:
    """The sample standard deviation (n - 1), rounded; 0 for one error, None without any."""
    count = len(offsets_us)
    if count < 2:
        return 0 if count else None
    total = sum(offsets_us)
    squares = count * sum(offset * offset for offset in offsets_us) - total * total
    doubled = isqrt(4 * squares // (count * (count - 1)))
    return (doubled + 1) // 2
