"""The line through a recording's sections: what is soft seems late, and drags it little."""

from __future__ import annotations

import math

import pytest

from game.alignment.line import ALIKE, BY_OTHERS, Trust, bar_one_error_us, fitted
from game.alignment.refine import Stretch
from game.alignment.search import Found

FOUND = Found(3_000_000.0, 0.0, 1.0)
SECTION_US = 16_000_000


def sections(*late_ms: float, likeness: float = 0.5) -> list[Stretch]:
    """Sections of 16 s, each so much later than the line."""
    return [
        Stretch(
            start_us=index * SECTION_US,
            end_us=(index + 1) * SECTION_US,
            late_us=ms * 1_000,
            likeness=likeness,
            is_clear=True,
        )
        for index, ms in enumerate(late_ms)
    ]


def bar_one_ms(stretches: list[Stretch], trust: Trust = BY_OTHERS) -> float:
    return (fitted(stretches, FOUND, trust).lead_us - FOUND.lead_us) / 1_000


@pytest.mark.parametrize("trust", [ALIKE, BY_OTHERS])
def test_sections_on_a_line_give_that_line(trust: Trust) -> None:
    # 5 ms at the middle of the first section and 1.6 ms more in each: 100 ppm, 4.2 ms at bar 1.
    found = fitted(sections(5, 6.6, 8.2, 9.8, 11.4), FOUND, trust)
    assert found.lead_us == pytest.approx(3_004_200)
    assert found.stretch_ppm == pytest.approx(100)
    assert bar_one_error_us(sections(5, 6.6, 8.2, 9.8, 11.4), trust) == pytest.approx(0, abs=0.1)


def test_soft_sections_that_seem_late_drag_bar_one_little() -> None:
    soft = sections(14, 13, 7, 7, 14, 7, 7)
    assert bar_one_ms(soft, ALIKE) > 10
    assert bar_one_ms(soft, BY_OTHERS) < 9


def test_what_is_heard_more_clearly_counts_for_more() -> None:
    clear, dim = sections(7, 7, 7, 7), sections(13, 13, 13, 13, likeness=0.15)
    mixed = [clear[0], dim[1], dim[2], clear[3]]
    assert 7 < bar_one_ms(mixed, Trust(2.0, 1.0)) < bar_one_ms(mixed, Trust(1.0, 1.0)) < 13


def test_sections_that_do_not_agree_leave_bar_one_in_doubt() -> None:
    errors_us = [
        bar_one_error_us(sections(*late_ms), BY_OTHERS)
        for late_ms in ((7, 7, 7, 7, 7), (7, 8, 7, 6, 7), (9, -9, 4, -9, 9))
    ]
    assert errors_us[0] < 1 < errors_us[1] < 2_500 < errors_us[2]


def test_one_section_says_nothing_of_a_line() -> None:
    assert fitted(sections(9), FOUND, BY_OTHERS) == FOUND
    assert math.isinf(bar_one_error_us(sections(9), BY_OTHERS))
