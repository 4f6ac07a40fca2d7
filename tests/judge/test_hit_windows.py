"""How wide a note may be missed."""

from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rhythm import MS, note_at, part

from game.charts.pieces import Stroke
from game.judge.rules import RULES, Rules
from game.judge.verdict import Grade
from game.judge.windows import Window, grade, note_windows

STANDARD = RULES["standard"]


def sides(window: Window) -> tuple[int, int]:
    """How far the window reaches before and after its note, in µs."""
    return window.at_us - window.from_us, window.to_us - window.at_us


def windows_of(*lines: str, step_ms: float, rules: Rules = STANDARD) -> list[tuple[int, int]]:
    return [sides(w) for w in note_windows(part(*lines, step_ms=step_ms).notes, rules)]


@pytest.mark.parametrize(
    ("name", "good_us"), [("relaxed", 125_000), ("standard", 108_000), ("tight", 60_000)]
)
def test_a_lonely_note_has_all_of_the_rules_width(name: str, good_us: int) -> None:
    assert windows_of("snare x", step_ms=100, rules=RULES[name]) == [(good_us, good_us)]


def test_each_side_ends_one_microsecond_short_of_the_neighbour_there() -> None:
    # 60 ms to the note before, 90 ms to the one after, under GOOD of 108 ms.
    assert windows_of("snare x-x--x", step_ms=30) == [
        (108_000, 59_999),
        (59_999, 89_999),
        (89_999, 108_000),
    ]


def test_a_neighbour_beyond_the_width_caps_nothing() -> None:
    # 108 ms away: capped at 107.999; 109 ms away: not capped.
    assert windows_of("snare xx", step_ms=108)[0] == (108_000, 107_999)
    assert windows_of("snare xx", step_ms=108.001)[0] == (108_000, 108_000)


def test_notes_of_other_lanes_and_rolls_are_no_neighbours() -> None:
    assert windows_of("snare x--x", "kick -x--", "tom --r=", step_ms=50)[0] == (108_000, 108_000)
    assert windows_of("snare xr", step_ms=50) == [(108_000, 108_000)]


@pytest.mark.parametrize(
    ("name", "early_us"),
    [
        ("relaxed", 125_000),  # GOOD reaches farther than the grace
        ("standard", 108_000),
        ("tight", 60_000),  # as far as the grace
    ],
)
@pytest.mark.parametrize("symbol", ["f", "d"])
def test_the_early_side_of_a_grace_holds_the_grace(name: str, early_us: int, symbol: str) -> None:
    late_us = RULES[name].good_us
    assert windows_of(f"snare {symbol}", step_ms=100, rules=RULES[name]) == [(early_us, late_us)]


def test_a_window_narrower_than_the_grace_still_holds_it() -> None:
    narrow = Rules("narrow", 1, perfect_us=10, great_us=20, good_us=30)
    assert windows_of("snare f", step_ms=100, rules=narrow) == [(60_000, 30)]
    assert windows_of("snare x-f", step_ms=20, rules=narrow)[1] == (39_999, 30)


def test_two_notes_of_a_lane_at_one_time_touch_there() -> None:
    windows = note_windows([note_at(0), note_at(0)], STANDARD)
    assert [sides(window) for window in windows] == [(108_000, 0), (0, 108_000)]


@pytest.mark.parametrize(
    ("name", "offset_us", "expected"),
    [
        # standard: PERFECT [-25, 25], GREAT [-75, 75], GOOD [-108, 108] ms
        ("standard", 0, Grade.PERFECT),
        ("standard", 25_000, Grade.PERFECT),
        ("standard", 25_001, Grade.GREAT),
        ("standard", 75_000, Grade.GREAT),
        ("standard", 75_001, Grade.GOOD),
        ("standard", -25_000, Grade.PERFECT),
        ("standard", -25_001, Grade.GREAT),
        ("standard", -75_000, Grade.GREAT),
        ("standard", -75_001, Grade.GOOD),
        # relaxed: PERFECT [-42, 42], GREAT [-108, 108], GOOD [-125, 125] ms
        ("relaxed", 42_000, Grade.PERFECT),
        ("relaxed", 42_001, Grade.GREAT),
        ("relaxed", 108_000, Grade.GREAT),
        ("relaxed", 108_001, Grade.GOOD),
        # tight: PERFECT [-18, 18], GREAT [-36, 36], GOOD [-60, 60] ms
        ("tight", 18_000, Grade.PERFECT),
        ("tight", 18_001, Grade.GREAT),
        ("tight", 36_000, Grade.GREAT),
        ("tight", 36_001, Grade.GOOD),
    ],
)
def test_the_grade_of_an_error(name: str, offset_us: int, expected: Grade) -> None:
    assert grade(offset_us, 0, RULES[name]) is expected


@pytest.mark.parametrize(
    ("offset_us", "expected"),
    [
        # a grace under standard: PERFECT [-60, 25], GREAT [-75, 75] ms
        (-60_000, Grade.PERFECT),
        (-60_001, Grade.GREAT),
        (-75_001, Grade.GOOD),
        (25_000, Grade.PERFECT),
        (25_001, Grade.GREAT),
    ],
)
@pytest.mark.parametrize("graces", [1, 2])
def test_the_grace_comes_first(offset_us: int, expected: Grade, graces: int) -> None:
    assert grade(offset_us, graces, STANDARD) is expected


@settings(deadline=None)
@given(
    gaps_us=st.lists(st.integers(0, 300 * MS), max_size=30),
    strokes=st.lists(st.sampled_from(list(Stroke)), min_size=31, max_size=31),
    rules=st.sampled_from(list(RULES.values())),
)
def test_a_window_holds_its_note_and_ends_before_its_neighbours(
    gaps_us: list[int], strokes: list[Stroke], rules: Rules
) -> None:
    times_us = list(accumulate(gaps_us, initial=0))
    notes = [note_at(at_us, stroke=s) for at_us, s in zip(times_us, strokes, strict=False)]
    windows = note_windows(notes, rules)
    for window in windows:
        assert window.from_us <= window.at_us <= window.to_us
    for before, after in pairwise(windows):
        if before.at_us < after.at_us:
            assert before.to_us < after.at_us
            assert before.at_us < after.from_us


@pytest.mark.parametrize("rate_pct", [50, 73, 100, 125])
def test_at_another_speed_the_widths_are_the_same_real_time(rate_pct: int) -> None:
    scaled = STANDARD.at_rate(rate_pct)
    # The widest song error whose real error is within 75 ms.
    assert scaled.great_us == 75_000 * rate_pct // 100
    assert scaled.great_us * 100 <= 75_000 * rate_pct < (scaled.great_us + 1) * 100
    assert (scaled.name, scaled.great_points) == ("standard", 65)
