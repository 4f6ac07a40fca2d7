"""The line through the sections of a recording, and how far it may be off at bar 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.alignment.refine import Stretch, is_believed
from game.alignment.search import Found

_ROUNDS = 12
_USUAL_US = 2_000.0
_PPM = 1_000_000

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trust:
    """How much the stretches count for the line."""

    likeness_power: float
    """Of two stretches, how much more the one counts that is heard more clearly."""

    of_late: float
    """How much one counts that is heard later than the line, 1 as much as an earlier one."""


ALIKE = Trust(1.0, 1.0)
"""For a recording that sounds as expected."""

BY_OTHERS = Trust(2.0, 0.15)
"""For any other: strings and voices rise slowly and seem late, and nothing seems early."""


class _Line(NamedTuple):
    slope: float
    shift_us: float
    """At song time 0."""

    at_us: Values
    late_us: Values
    weights: Values

    @property
    def off_us(self) -> Values:
        return self.late_us - self.shift_us - self.slope * self.at_us


def fitted(stretches: Sequence[Stretch], found: Found, trust: Trust = ALIKE) -> Found:
    """The line through what is clear; what lies off it counts ever less."""
    line = _line_through(stretches, trust)
    if line is None:
        return found
    return replace(
        found,
        lead_us=found.lead_us + line.shift_us,
        stretch_ppm=found.stretch_ppm + line.slope * _PPM,
    )


def bar_one_error_us(stretches: Sequence[Stretch], trust: Trust) -> float:
    """The standard error of that line at song time 0; infinite where there is none."""
    line = _line_through(stretches, trust)
    if line is None:
        return float("inf")
    total = line.weights.sum()
    middle_us = float((line.weights * line.at_us).sum() / total)
    spread_us2 = float((line.weights * (line.at_us - middle_us) ** 2).sum() / total)
    off_us2 = float((line.weights * line.off_us**2).sum() / total)
    count = float(total**2 / np.square(line.weights).sum())
    reach = middle_us**2 / spread_us2 if spread_us2 else 0.0
    return float(np.sqrt(off_us2 / count * (1 + reach)))


def _line_through(stretches: Sequence[Stretch], trust: Trust) -> _Line | None:
    clear = [each for each in stretches if is_believed(each)]
    if len(clear) < 2:
        return None
    at_us = np.array([each.middle_us for each in clear])
    late_us = np.array([each.late_us for each in clear])
    likeness = np.array([each.likeness for each in clear])
    lengths_us = np.array([each.end_us - each.start_us for each in clear], np.float64)
    own_weights = likeness**trust.likeness_power * lengths_us
    line = _least_squares(at_us, late_us, own_weights)
    for _ in range(_ROUNDS):
        off_us = np.abs(line.off_us)
        usual_us = max(_USUAL_US, float(np.median(off_us)))
        near = 1 / (1 + (off_us / (2 * usual_us)) ** 4)
        by_side = np.where(line.off_us > 0, trust.of_late, 1.0)
        line = _least_squares(at_us, late_us, own_weights * near * by_side)
    return line


def _least_squares(at_us: Values, late_us: Values, weights: Values) -> _Line:
    total = weights.sum()
    middle_us, height_us = (weights * at_us).sum() / total, (weights * late_us).sum() / total
    spread = (weights * (at_us - middle_us) ** 2).sum()
    joint = (weights * (at_us - middle_us) * (late_us - height_us)).sum()
    slope = float(joint / spread) if spread else 0.0
    return _Line(slope, float(height_us) - slope * float(middle_us), at_us, late_us, weights)
