"""Strokes of several presses: flams, drags and rolls."""

from collections.abc import Iterable

import pytest
from rhythm import MS, part, told

from game.judge.judge import Judge
from game.judge.rules import RULES
from game.timing.units import Micros


def judged(
    rhythm: str, presses_ms: Iterable[float], *, step_ms: float = 100, rules: str = "standard"
) -> list[str]:
    """What becomes of snare presses; time ends with the last one."""
    judge = Judge(part(f"snare {rhythm}", step_ms=step_ms).notes, RULES[rules])
    for at_ms in presses_ms:
        judge.press(Micros(round(at_ms * MS)), "snare", 100)
    return [told(verdict) for verdict in judge.drain()]


def test_a_flam_takes_its_grace_and_absorbs_the_main_stroke() -> None:
    assert judged("f", [-40, 0]) == ["-40000 snare perfect 0 -40000", "0 snare absorbed 0"]


@pytest.mark.parametrize(
    ("press_ms", "told_as"),
    [
        # absorbed within [-40, -40 + 80] ms
        (-40, "-40000 snare absorbed 0"),
        (40, "40000 snare absorbed 0"),
        (40.001, "40001 snare overhit"),
    ],
)
def test_a_flam_absorbs_for_80_ms_after_the_press_that_took_it(
    press_ms: float, told_as: str
) -> None:
    assert judged("f", [-40, press_ms])[1] == told_as


@pytest.mark.parametrize(("symbol", "absorbed"), [("x", 0), ("g", 0), ("f", 1), ("d", 2)])
def test_a_flam_absorbs_one_press_and_a_drag_two(symbol: str, absorbed: int) -> None:
    told_as = judged(symbol, [-30, -20, -10, 0])
    assert [line.split()[2] for line in told_as[1:]] == (
        ["absorbed"] * absorbed + ["overhit"] * (3 - absorbed)
    )


def test_a_further_press_takes_an_open_note_first() -> None:
    # flam at 0, hit at 60 ms with a window from 0.001 ms on
    assert judged("f-x", [-20, 0.001, 10], step_ms=30) == [
        "-20000 snare perfect 0 -20000",
        "1 snare great 1 -59999",
        "10000 snare absorbed 0",
    ]


def test_two_flams_absorb_one_press_each() -> None:
    # flams at 0 and 50 ms, both struck on time
    assert judged("ff", [0, 50, 55, 60, 65], step_ms=50) == [
        "0 snare perfect 0 +0",
        "50000 snare perfect 1 +0",
        "55000 snare absorbed 0",
        "60000 snare absorbed 1",
        "65000 snare overhit",
    ]


def test_a_missed_flam_absorbs_nothing() -> None:
    assert judged("f", [109]) == ["108001 snare miss 0", "109000 snare overhit"]


def test_presses_of_another_lane_are_not_absorbed() -> None:
    judge = Judge(part("snare f").notes, RULES["standard"])
    judge.press(Micros(0), "snare", 100)
    judge.press(Micros(1), "kick", 100)
    assert told(judge.drain()[1]) == "1 kick overhit"


@pytest.mark.parametrize(
    ("press_ms", "told_as"),
    [
        # a roll from 100 to 400 ms counts presses within [40, 400] ms
        (39.999, "39999 snare overhit"),
        (40, "40000 snare roll 0"),
        (100, "100000 snare roll 0"),
        (400, "400000 snare roll 0"),
        (400.001, "400001 snare overhit"),
    ],
)
def test_a_roll_counts_presses_from_60_ms_before_it_to_its_end(
    press_ms: float, told_as: str
) -> None:
    assert judged("-r==", [press_ms]) == [told_as]


def test_a_roll_is_never_missed() -> None:
    assert judged("-r==", [5000]) == ["5000000 snare overhit"]


def test_a_note_beside_a_roll_of_its_lane_is_taken_first() -> None:
    # hit at 0 with a window to 108 ms, roll from 100 to 300 ms
    assert judged("xr=", [60, 70]) == ["60000 snare great 0 +60000", "70000 snare roll 1"]


def test_a_press_after_a_flam_is_absorbed_before_it_counts_for_a_roll() -> None:
    assert judged("fr=", [0, 50, 60], step_ms=100) == [
        "0 snare perfect 0 +0",
        "50000 snare absorbed 0",
        "60000 snare roll 1",
    ]


def test_where_two_rolls_reach_a_press_the_earlier_counts_it() -> None:
    # rolls 0-100 ms and 150-250 ms; the second reaches back to 90 ms
    assert judged("r=-r=", [95, 101], step_ms=50) == [
        "95000 snare roll 0",
        "101000 snare roll 1",
    ]
