"""Rushing or dragging within phrases."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from rhythm import MS
from two_players import leaning

from game.charts.timeline import TimedBar, TimedPulse
from game.score.together.part import Hit
from game.score.together.phrases import phrases
from game.score.together.tendency import Tendency, tendency
from game.timing.units import Micros

PULSE_US = 500_000
BARS = tuple(TimedBar(Micros(bar * 4 * PULSE_US), bar + 1) for bar in range(40))
PULSES = tuple(TimedPulse(Micros(i * PULSE_US), Fraction(i)) for i in range(160))


def hits(line: str, errors_ms: Sequence[float] = ()) -> list[Hit]:
    """Hits from a line of eighths at 120 BPM, with the error of each step."""
    errors = errors_ms if len(errors_ms) else [0.0] * len(line)
    return [
        Hit(Micros(step * PULSE_US // 2), float(errors[step]) * MS)
        for step, symbol in enumerate(line)
        if symbol == "x"
    ]


def split(line: str) -> list[int]:
    """How many hits each phrase has."""
    return [len(phrase) for phrase in phrases(hits(line), BARS, PULSES)]


def found(errors_ms: Sequence[float], rate_pct: int = 100) -> Tendency:
    """The tendency of 32 bars of eighths."""
    own = hits("x" * len(errors_ms), errors_ms)
    answer = tendency(phrases(own, BARS, PULSES), PULSES, rate_pct)
    assert answer is not None
    return answer


def sawtooth(ms_per_s: float, seed: int | None = None, correlation: float = 0.0) -> np.ndarray:
    """Errors that grow within every four bars, of 8 seconds each."""
    grown = ms_per_s * np.tile(np.arange(32) * 0.25, 8)
    return grown if seed is None else grown + leaning(seed, 12, 256, correlation)


@pytest.mark.parametrize(
    ("line", "sizes"),
    [
        ("x" * 32, [32]),
        ("x" * 40, [32, 8]),  # every four bars
        ("xxxxx----xxxxx", [5, 5]),  # from one hit to the next 5 eighths: a rest
        ("xxxxx---xxxxx", [10]),  # 4 eighths, two pulses: none
        ("xxxx----xxxxx", [5]),  # four hits are no phrase
        ("x---x---x---x---x", [5]),
        ("x-------x-------x-------x-------x", []),
        ("-", []),
    ],
)
def test_phrases_end_at_rests_and_every_four_bars(line: str, sizes: list[int]) -> None:
    assert split(line) == sizes


def test_without_bars_and_pulses_all_is_one_phrase() -> None:
    assert len(list(phrases(hits("xxxxx--------xxxxx"), (), ()))) == 1


@pytest.mark.parametrize(
    ("ms_per_s", "bpm"), [(-5, 0.6), (5, -0.6), (0, 0)]
)  # ΔBPM = -120 · b / 1000
def test_the_slope_is_that_of_the_phrases(ms_per_s: float, bpm: float) -> None:
    answer = found(sawtooth(ms_per_s))
    assert answer.slope_ms_per_s == pytest.approx(ms_per_s)
    assert answer.bpm == pytest.approx(bpm)


@pytest.mark.parametrize(
    ("ms_per_s", "rushes", "drags"),
    [(-2.1, True, False), (-1.9, False, False), (1.9, False, False), (2.1, False, True)],
)
def test_it_is_said_from_two_ms_a_second_on(ms_per_s: float, rushes: bool, drags: bool) -> None:
    answer = found(sawtooth(ms_per_s))
    assert (answer.rushes, answer.drags) == (rushes, drags)


def test_where_a_phrase_lies_as_a_whole_does_not_matter() -> None:
    heights_ms = np.repeat([30, -20, 40, 0, -50, 10, 60, -30], 32)
    assert found(sawtooth(-4) + heights_ms).slope_ms_per_s == pytest.approx(-4)


@pytest.mark.parametrize("correlation", [0.0, 0.5])
def test_the_interval_holds_the_truth(correlation: float) -> None:
    answers = [found(sawtooth(-3, seed, correlation)) for seed in range(200)]
    held = sum(abs(each.slope_ms_per_s + 3) <= each.reach_ms_per_s for each in answers)
    assert held >= 0.9 * 200


def test_steady_players_are_hardly_ever_said_to_rush_or_drag() -> None:
    assert sum(found(sawtooth(0, seed, 0.5)).is_clear for seed in range(200)) <= 10


def test_at_half_speed_a_second_is_half_a_second_of_song() -> None:
    answer = found(sawtooth(-4), rate_pct=50)
    assert answer.slope_ms_per_s == pytest.approx(-2)
    assert answer.bpm == pytest.approx(60 * 2 / 1000)


def test_four_phrases_are_needed() -> None:
    own = hits("x" * 96)
    assert tendency(phrases(own, BARS, PULSES), PULSES, 100) is None
    own = hits("x" * 101)
    assert tendency(phrases(own, BARS, PULSES), PULSES, 100) is not None
