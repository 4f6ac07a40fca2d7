"""Which note a press takes."""

import pytest
from rhythm import MS, part

from game.judge.choice import note_for_press
from game.judge.rules import RULES
from game.judge.windows import note_windows


def taken(rhythm: str, at_us: int, *, step_ms: float, rules: str = "standard") -> int | None:
    """Index of the note that a press takes when none is judged yet."""
    windows = note_windows(part(f"snare {rhythm}", step_ms=step_ms).notes, RULES[rules])
    window = note_for_press(windows, at_us, RULES[rules].great_us)
    return None if window is None else window.note


@pytest.mark.parametrize(
    ("at_us", "note"),
    [
        # one note at 0, window [-108, 108] ms
        (-108_001, None),
        (-108_000, 0),
        (0, 0),
        (108_000, 0),
        (108_001, None),
    ],
)
def test_a_press_inside_a_window_takes_its_note(at_us: int, note: int | None) -> None:
    assert taken("x", at_us, step_ms=500) == note


@pytest.mark.parametrize(
    ("at_us", "note"),
    [
        # sixteenths at 120 BPM: notes at 0 and 125 ms, windows [-108, 108] and [17, 233] ms
        (16_999, 0),
        (17_000, 0),  # both hold it, the earlier one is GREAT
        (62_500, 0),
        (75_000, 0),  # the last GREAT of the first, though the second is closer
        (75_001, 1),  # past that edge the closer one
        (108_000, 1),
        (108_001, 1),
    ],
)
def test_past_the_great_edge_the_closer_note_is_taken(at_us: int, note: int) -> None:
    assert taken("xx", at_us, step_ms=125) == note


@pytest.mark.parametrize(
    ("at_us", "note"),
    [
        # notes at 0 and 170 ms, windows [-108, 108] and [62, 278] ms; the middle is at 85 ms
        (75_001, 0),  # past GREAT, but the first is still closer
        (85_000, 0),  # as close: the earlier
        (85_001, 1),
        (108_000, 1),
    ],
)
def test_past_the_great_edge_the_first_keeps_what_is_closer_to_it(at_us: int, note: int) -> None:
    assert taken("xx", at_us, step_ms=170) == note


@pytest.mark.parametrize("at_us", [-59_999, 1, 30_000, 59_999])
def test_in_a_fast_run_the_earliest_open_note_is_taken(at_us: int) -> None:
    # 60 ms apart: all of a late window is GREAT.
    assert taken("xxxx", at_us, step_ms=60) == 0


def test_an_early_press_never_jumps_over_a_note() -> None:
    for at_us in range(-108 * MS, 1, 9 * MS):
        assert taken("xx", at_us, step_ms=50) == 0


@pytest.mark.parametrize(
    ("rules", "at_us", "note"),
    [
        # notes at 0 and 70 ms
        ("tight", 36_000, 0),  # the edge of GREAT, just past the middle
        ("tight", 36_001, 1),
        ("relaxed", 69_999, 0),  # GREAT reaches 108 ms
    ],
)
def test_the_edge_is_the_rules_own(rules: str, at_us: int, note: int) -> None:
    assert taken("xx", at_us, step_ms=70, rules=rules) == note


def test_nothing_is_taken_where_nothing_is_open() -> None:
    assert note_for_press([], 0, 75_000) is None
