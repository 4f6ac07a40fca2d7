"""The sticks before a song."""

from fractions import Fraction

import pytest

from game.audio.count_in import count_in_us
from game.timing.meter import Meter
from game.timing.tempo_map import Bar, TempoMap, TempoStep


def bars(*meters: Meter) -> list[Bar]:
    beat, made = Fraction(0), []
    for meter in meters:
        made.append(Bar(beat, meter))
        beat += meter.length_beats
    return made


# At 120 a minute a quarter lasts 0.5 s.
@pytest.mark.parametrize(
    ("meters", "sticks_s"),
    [
        ([Meter((4,), 4)], [-2.0, -1.5, -1.0, -0.5]),
        ([Meter((3,), 4), Meter((3,), 4)], [-1.5, -1.0, -0.5]),
        ([Meter((12,), 8)], [-3.0, -2.25, -1.5, -0.75]),  # dotted quarters
        ([Meter((3, 2), 8)], [-1.25, -0.5]),  # pulses of 3 and of 2 eighths
        ([Meter((1,), 4), Meter((4,), 4)], [-1.5, -1.0, -0.5]),  # the pick-up is the fourth beat
        ([Meter((4,), 4), Meter((3,), 4)], [-2.0, -1.5, -1.0, -0.5]),
        ([], []),
    ],
)
def test_one_bar_is_counted_less_the_pick_up(meters, sticks_s) -> None:
    tempo = TempoMap.build([TempoStep(Fraction(0), Fraction(120))])
    assert [at_us / 1_000_000 for at_us in count_in_us(bars(*meters), tempo)] == sticks_s
