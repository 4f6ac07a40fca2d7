from fractions import Fraction

import pytest

from game.timing.meter import Meter

EIGHTH, QUARTER, DOTTED = Fraction(1, 2), Fraction(1), Fraction(3, 2)


@pytest.mark.parametrize(
    ("meter", "length_beats", "pulses"),
    [
        (Meter((4,), 4), 4, [QUARTER] * 4),
        (Meter((3,), 4), 3, [QUARTER] * 3),
        (Meter((6,), 8), 3, [DOTTED] * 2),
        (Meter((12,), 8), 6, [DOTTED] * 4),
        (Meter((15,), 8), Fraction(15, 2), [DOTTED] * 5),
        (Meter((5,), 8), Fraction(5, 2), [EIGHTH] * 5),
        (Meter((3,), 8), Fraction(3, 2), [EIGHTH] * 3),
        (Meter((3, 2, 3, 2), 8), 5, [DOTTED, QUARTER, DOTTED, QUARTER]),
        (Meter((1,), 4), 1, [QUARTER]),
        (Meter((12,), 16), 3, [Fraction(1, 4)] * 12),
    ],
    ids=str,
)
def test_a_meter_has_a_length_and_pulses_that_fill_it(
    meter: Meter, length_beats: Fraction, pulses: list[Fraction]
) -> None:
    assert meter.length_beats == length_beats
    assert list(meter.pulse_lengths_beats) == pulses
    assert sum(pulses) == length_beats


@pytest.mark.parametrize("text", ["4/4", "12/8", "3+2+3+2/8"])
def test_a_meter_prints_as_a_chart_writes_it(text: str) -> None:
    groups, unit = text.split("/")
    assert str(Meter(tuple(map(int, groups.split("+"))), int(unit))) == text
