from fractions import Fraction

import pytest

from game.timing.units import to_micros


@pytest.mark.parametrize(
    ("exact_us", "rounded_us"),
    [
        (Fraction(1, 3), 0),
        (Fraction(2, 3), 1),
        (Fraction(1, 2), 0),  # a half goes to the even neighbour
        (Fraction(3, 2), 2),
        (Fraction(-1, 2), 0),
        (Fraction(-7, 4), -2),
    ],
)
def test_a_position_is_rounded_once_to_a_whole_microsecond(
    exact_us: Fraction, rounded_us: int
) -> None:
    assert to_micros(exact_us) == rounded_us
