"""The grid."""

from __future__ import annotations

from fractions import Fraction

import pytest
from helpers import chart

from game.editor.snap import SNAPS, Snap, snapped, stepped


@pytest.mark.parametrize(
    ("parts", "beat", "place"),
    [
        (4, "0.4", "0"),
        (4, "0.6", "1"),
        (16, "0.3", "1/4"),
        (12, "0.3", "1/3"),
        (48, "0.1", "1/12"),
        # A bar of 3/8 ends after 3/2: no quarter lies between 4 + 1 and its end.
        (4, "5.4", "5"),
        (4, "5.5", "11/2"),
    ],
)
def test_a_place_goes_to_the_nearest_step(parts: int, beat: str, place: str) -> None:
    bars = chart("meter |4/4|3/8|4/4|\nP1 kick |o|o|o|").bars
    assert snapped(Fraction(beat), Snap(parts), bars) == Fraction(place)


def test_steps_go_from_bar_to_bar_and_stay_in_the_song() -> None:
    bars = chart("meter |4/4|3/8|4/4|\nP1 kick |o|o|o|").bars
    assert stepped(Fraction(5), Snap(4), bars, 1) == Fraction(11, 2)
    assert stepped(Fraction(11, 2), Snap(4), bars, -1) == Fraction(5)
    assert stepped(Fraction(4), Snap(4), bars, -1) == Fraction(3)
    assert stepped(Fraction(0), Snap(4), bars, -3) == 0
    assert stepped(Fraction(9), Snap(4), bars, 3) == Fraction(19, 2)


def test_the_grids_go_from_quarters_to_forty_eighths_with_triplets_and_free() -> None:
    assert [snap.parts for snap in SNAPS] == [4, 8, 12, 16, 24, 32, 48, 192]
    assert [snap.parts for snap in SNAPS if snap.is_triplet] == [12, 24, 48]
    assert SNAPS[-1].is_free
