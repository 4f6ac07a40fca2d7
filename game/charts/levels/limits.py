"""How much one level asks of one player."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a bar may hold; `&` and the starts of sections may go beyond it."""

    onsets_a_pulse: int
    presses_a_second: int | float
    drums_at_once: int
    lanes: int


LIMITS: Mapping[int, Limit] = {
    4: Limit(onsets_a_pulse=2, presses_a_second=7, drums_at_once=3, lanes=4),
    3: Limit(onsets_a_pulse=2, presses_a_second=5, drums_at_once=2, lanes=4),
    2: Limit(onsets_a_pulse=1, presses_a_second=2.5, drums_at_once=1, lanes=2),
    1: Limit(onsets_a_pulse=1, presses_a_second=2, drums_at_once=1, lanes=2),
}
ONSETS_A_PULSE_IN_FILLS = 4
"""At level 4."""
