from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.timing.meter import COMMON_TIME, Meter
from game.timing.tempo_map import Bar, Pin, PinStretchError, TempoMap, TempoStep

F = Fraction


def steps(*pairs: tuple[float, float]) -> list[TempoStep]:
    return [TempoStep(F(beat), F(bpm)) for beat, bpm in pairs]


@pytest.mark.parametrize(
    ("tempi", "beat", "at_us"),
    [
        ([(0, 120)], 0, 0),
        ([(0, 120)], 4, 2_000_000),  # 4 · 60/120 s
        ([(0, 114)], 80, 42_105_263),  # 80 · 60/114 = 42.105263158 s
        ([(0, 120), (4, 60)], 6, 4_000_000),  # 2 s + 2 · 1 s
        ([(0, 114), (1, 115), (2, 116), (3, 117)], 4, 2_078_117),  # 60/114 + … + 60/117
        ([(0, 120)], -2, -1_000_000),  # the first tempo holds before the song
    ],
)
def test_a_beat_lies_where_the_tempi_add_up_to(
    tempi: list[tuple[float, float]], beat: int, at_us: int
) -> None:
    assert TempoMap.build(steps(*tempi)).us(F(beat)) == at_us


def test_a_tempo_may_change_inside_a_bar() -> None:
    tempo_map = TempoMap.build(steps((0, 60), (F(5, 2), 120)))
    assert tempo_map.us(F(3)) == 2_750_000  # 2.5 · 1 s + 0.5 · 0.5 s


def test_a_pin_scales_all_tempi_before_it_by_one_ratio() -> None:
    # Written: 4 · 0.5 s + 4 · 1 s = 6 s; pinned to 6.12 s: ratio 1.02.
    tempo_map = TempoMap.build(steps((0, 120), (4, 60)), [Pin(F(8), F(6_120_000))])
    assert tempo_map.us(F(4)) == 2_040_000
    assert tempo_map.us(F(8)) == 6_120_000
    assert tempo_map.us(F(9)) == 7_120_000  # after the last pin: as written
    assert tempo_map.bpm(F(0)) == F(120) / F(102, 100)


def test_each_stretch_between_pins_has_a_ratio_of_its_own() -> None:
    tempo_map = TempoMap.build(
        steps((0, 60)), [Pin(F(10), F(10_200_000)), Pin(F(20), F(20_000_000))]
    )
    assert tempo_map.us(F(5)) == 5_100_000
    assert tempo_map.us(F(15)) == 15_100_000  # 10.2 s + 5 · 0.98 s


@pytest.mark.parametrize(
    ("at_us", "is_too_far"),
    [
        (10_300_000, False),  # 3 % exactly
        (10_300_001, True),
        (9_700_000, False),
        (9_699_999, True),
        (-1, True),
    ],
)
def test_a_pin_may_stretch_by_three_percent(at_us: int, is_too_far: bool) -> None:
    pin = Pin(F(10), F(at_us))
    if is_too_far:
        with pytest.raises(PinStretchError) as caught:
            TempoMap.build(steps((0, 60)), [pin])
        assert caught.value.pin == pin
        assert caught.value.ratio == F(at_us, 10_000_000)
    else:
        assert TempoMap.build(steps((0, 60)), [pin]).us(F(10)) == at_us


def test_any_stretch_is_allowed_where_the_caller_says_so() -> None:
    tempo_map = TempoMap.build(steps((0, 60)), [Pin(F(10), F(20_000_000))], max_stretch=None)
    assert tempo_map.us(F(5)) == 10_000_000


def test_a_bar_knows_its_pulses() -> None:
    assert Bar(F(4), COMMON_TIME).pulse_beats() == (4, 5, 6, 7)
    bar = Bar(F(0), Meter((3, 2), 8))
    assert bar.pulse_beats() == (0, F(3, 2))
    assert bar.end_beat == F(5, 2)


tempi = st.lists(
    st.tuples(
        st.fractions(min_value=F(1, 4), max_value=8, max_denominator=16),
        st.integers(min_value=20, max_value=400),
    ),
    min_size=1,
    max_size=8,
)


@given(tempi, st.fractions(min_value=-8, max_value=64, max_denominator=48))
def test_beats_and_microseconds_are_each_others_inverse(
    lengths_and_bpms: list[tuple[F, int]], beat: F
) -> None:
    at = F(0)
    written = []
    for length, bpm in lengths_and_bpms:
        written.append(TempoStep(at, F(bpm)))
        at += length
    tempo_map = TempoMap.build(written)
    found = tempo_map.beat(tempo_map.us(beat))
    # One microsecond is at most 400/60e6 beats.
    assert abs(found - beat) <= F(400, 60_000_000)


@given(tempi)
def test_time_never_runs_backwards(lengths_and_bpms: list[tuple[F, int]]) -> None:
    at = F(0)
    written = []
    for length, bpm in lengths_and_bpms:
        written.append(TempoStep(at, F(bpm)))
        at += length
    tempo_map = TempoMap.build(written)
    times = [tempo_map.exact_us(F(n, 4)) for n in range(-8, 200)]
    assert all(a < b for a, b in pairwise(times))


def test_two_ways_to_write_one_tempo_have_the_same_canonical_lines() -> None:
    once = TempoMap.build(steps((0, 120)))
    twice = TempoMap.build(steps((0, 120), (4, 120)))
    assert once.canonical_lines() == twice.canonical_lines()
    assert once.canonical_lines() != TempoMap.build(steps((0, 121))).canonical_lines()
