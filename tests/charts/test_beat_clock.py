"""The fast way from beats to microseconds gives the same numbers as the exact one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.charts.beat_clock import BeatClock
from game.timing.tempo_map import Pin, TempoMap, TempoStep

BEATS = st.builds(Fraction, st.integers(0, 4_000), st.sampled_from([1, 2, 3, 4, 7, 12, 480]))
TEMPI = st.builds(Fraction, st.integers(2_000, 40_000), st.just(100))


@st.composite
def tempo_maps(draw: st.DrawFn) -> TempoMap:
    later = draw(st.dictionaries(BEATS.filter(bool), TEMPI, max_size=4))
    steps = [TempoStep(Fraction(0), draw(TEMPI))]
    steps += [TempoStep(beat, bpm) for beat, bpm in sorted(later.items())]
    pins = [
        Pin(beat, Fraction(index * 7_000_000, 3))
        for index, beat in enumerate(sorted(draw(st.sets(BEATS.filter(bool), max_size=3))), 1)
    ]
    return TempoMap.build(steps, pins, max_stretch=None)


@given(tempo_maps(), st.lists(BEATS, min_size=1, max_size=20))
def test_it_agrees_with_the_tempo_map_in_any_order(
    tempo_map: TempoMap, beats: list[Fraction]
) -> None:
    clock = BeatClock(tempo_map)
    assert [clock.us(beat) for beat in beats] == [tempo_map.us(beat) for beat in beats]


@given(tempo_maps())
def test_it_agrees_at_every_change_of_tempo(tempo_map: TempoMap) -> None:
    changes = [step.beat for step in tempo_map.steps] + [pin.beat for pin in tempo_map.pins]
    clock = BeatClock(tempo_map)
    assert [clock.us(beat) for beat in changes] == [tempo_map.us(beat) for beat in changes]


@pytest.mark.parametrize(
    ("beat", "at_us"),
    [
        # one beat at 120 bpm is 500,000 us, so a millionth of a beat is half a microsecond
        (Fraction(1, 1_000_000), 0),  # 0.5: to the even neighbour
        (Fraction(3, 1_000_000), 2),  # 1.5: to the even neighbour
        (Fraction(5, 1_000_000), 2),  # 2.5: to the even neighbour
        (Fraction(-1, 1_000_000), 0),  # -0.5
        (Fraction(-3, 1_000_000), -2),  # -1.5
        (Fraction(1, 3), 166_667),  # 166,666.67
    ],
)
def test_it_rounds_once_and_halves_to_even(beat: Fraction, at_us: int) -> None:
    tempo_map = TempoMap.build([TempoStep(Fraction(0), Fraction(120))])
    assert BeatClock(tempo_map).us(beat) == at_us
