"""Where the sections of a recording lie, of which only the beats are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.alignment.pattern import Pattern
from game.alignment.reference import pulses_of
from game.alignment.refine import Doubt, place
from game.alignment.search import Found

PULSE_US = 480_000
"""Its thirds are 160 ms: 12/8 at 125."""

SECTIONS, PULSES = 4, 32
SECTION_US = PULSES * PULSE_US
ON_THE_LINE = Found(0.0, 0.0, 1.0)
PATTERN = Pattern(
    onsets=(),
    pulses_us=tuple(range(0, SECTIONS * SECTION_US, PULSE_US)),
    bars_us=tuple(range(0, SECTIONS * SECTION_US, 4 * PULSE_US)),
    sections_us=tuple(range(0, SECTIONS * SECTION_US, SECTION_US)),
    end_us=SECTIONS * SECTION_US,
    steady_until_us=SECTION_US,
    parts_a_pulse=3,
)


def placed_ms(late_ms: int, parts_a_pulse: int = 3) -> list[int]:
    """How late each section's pieces are found where the third one's beats come later by this."""
    struck_us = tuple(
        each + late_ms * 1_000 * (2 * SECTION_US <= each < 3 * SECTION_US)
        for each in PATTERN.pulses_us
    )
    heard = pulses_of(replace(PATTERN, pulses_us=struck_us))
    pattern = replace(PATTERN, parts_a_pulse=parts_a_pulse)
    stretches = place(heard, pulses_of(pattern), ON_THE_LINE, pattern, Doubt(SECTION_US))
    return [round(each.late_us / 1_000) for each in stretches if each.start_us == 2 * SECTION_US]


@pytest.mark.parametrize("late_ms", [100, -60, -110])
def test_a_section_that_comes_late_is_found_there(late_ms: int) -> None:
    assert placed_ms(late_ms) == [pytest.approx(late_ms, abs=1)]


@pytest.mark.parametrize("late_ms", [160, -160])
def test_strokes_between_two_beats_are_not_taken_for_the_beat(late_ms: int) -> None:
    (found_ms,) = placed_ms(late_ms)
    assert abs(found_ms - late_ms) > 25
    # Half a beat of 480 ms is 240: where beats are halved, a third of one is a place like others.
    assert placed_ms(late_ms, parts_a_pulse=2) == [pytest.approx(late_ms, abs=1)]
