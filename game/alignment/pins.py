"""Pins: the line through a recording, and where the song leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from game.alignment.pattern import Pattern
from game.alignment.refine import Stretch, is_believed
from game.alignment.search import Found

_PPM = 1_000_000
_LEAST_SLOPE, _MOST_SLOPE = 0.5, 2.0


def pins_through(
    stretches: Sequence[Stretch], found: Found, pattern: Pattern, tolerance_us: int
) -> tuple[tuple[int, int], ...]:
    """The line by its ends; with a pin on either side of each place where it is left.

    Args:
        tolerance_us: a stretch that lies further off the line gets pins of its own.
    """
    late_us = _steady(stretches, tolerance_us)
    pins = [(stretches[0].start_us, late_us[0])]
    for index in range(1, len(stretches)):
        if late_us[index] != late_us[index - 1]:
            # The bar before the join takes up the difference.
            before_us = max(bar for bar in pattern.bars_us if bar < stretches[index].start_us)
            if before_us > pins[-1][0]:
                pins.append((before_us, late_us[index - 1]))
            pins.append((stretches[index].start_us, late_us[index]))
    pins.append((stretches[-1].end_us, late_us[-1]))
    placed = tuple((song_us, round(_recording_us(found, song_us) + late)) for song_us, late in pins)
    return placed if _is_playable(placed) else _line_alone(stretches, found)


def _steady(stretches: Sequence[Stretch], tolerance_us: int) -> list[float]:
    """How late each stretch is; 0 for all on the line, and in doubt as the one before."""
    late_us: list[float] = []
    for each in stretches:
        if not is_believed(each):
            late_us.append(late_us[-1] if late_us else 0.0)
        elif abs(each.late_us) <= tolerance_us:
            late_us.append(0.0)
        elif late_us and abs(each.late_us - late_us[-1]) <= tolerance_us:
            late_us.append(late_us[-1])
        else:
            late_us.append(each.late_us)
    return late_us


def _is_playable(pins: Sequence[tuple[int, int]]) -> bool:
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(pins)]
    return all(_LEAST_SLOPE <= slope <= _MOST_SLOPE for slope in slopes)


def _line_alone(stretches: Sequence[Stretch], found: Found) -> tuple[tuple[int, int], ...]:
    ends_us = stretches[0].start_us, stretches[-1].end_us
    return tuple((song_us, round(_recording_us(found, song_us))) for song_us in ends_us)


def _recording_us(found: Found, song_us: float) -> float:
    return found.lead_us + song_us * (1 + found.stretch_ppm / _PPM)
