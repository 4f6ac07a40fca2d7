"""Practice with real keys: two bars twice, faster, then at the players' own pace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from chart_hands import presses_of
from program import ROOT, Program
from x11 import NS_PER_S, Hands, KeyPress, Screen

from game.charts.compile import compile_timeline
from game.charts.document import Document

CHART = ROOT / "charts" / "first-steps" / "first-steps.duet"
LEVEL = 3
UNTIL_DRAWN_S = 0.4

pytestmark = pytest.mark.x11


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    program = Program.start(tmp_path, screen.display)
    program.wait_for_log("the sound is open")
    sleep(UNTIL_DRAWN_S)
    yield program
    program.output()


def two_bars_us() -> tuple[int, int]:
    """When the first two bars begin and end."""
    bars = compile_timeline(Document.read(CHART).chart(), 1).bars
    return bars[0].at_us, bars[2].at_us


def keys_of_two_bars(from_ns: int = 0, rate_pct: int = 100) -> list[KeyPress]:
    """What both players press from a host time on."""
    from_us, to_us = two_bars_us()
    return [
        KeyPress(from_ns + (press.at_ns - from_us * 1_000) * 100 // rate_pct, press.key)
        for press in presses_of(CHART, 0, level=LEVEL)
        if from_us * 1_000 <= press.at_ns < to_us * 1_000
    ]


def without_hurry(from_ns: int) -> list[KeyPress]:
    """The same keys, each moment of the song a second after the one before."""
    moments: dict[int, list[str]] = {}
    for press in keys_of_two_bars():
        moments.setdefault(press.at_ns, []).append(press.key)
    return [
        KeyPress(from_ns + number * NS_PER_S, key)
        for number, keys in enumerate(moments.values(), start=1)
        for key in keys
    ]


def all_hit(program: Program, rate_pct: int, times: int) -> bool:
    """Whether so many times round were played at a speed without a miss."""
    line = rf"practice at {rate_pct} %: hit (.*)"
    program.wait_for_log(rf"(?s)(practice at {rate_pct} %: hit.*){{{times}}}")
    counts = [re.findall(r"(\d+) of (\d+)", hit) for hit in re.findall(line, program.log())]
    return len(counts) == times and all(hit == of != "0" for each in counts for hit, of in each)


def go(program: Program, hands: Hands, *keys: str) -> None:
    for key in keys:
        hands.press(key)
        sleep(0.12)


def begin_nanoseconds(program: Program, rate_pct: int, nth: int) -> int:
    line = rf"practice at {rate_pct} %: bars at host (-?\d+) ns"
    return int(program.wait_for_log(rf"(?s)(?:.*?{line}){{{nth}}}")[1])


def test_two_bars_are_played_twice_then_faster_then_without_hurry(
    program: Program, screen: Screen, hands: Hands, shots: Path
) -> None:
    go(program, hands, "Return")
    program.wait_for_log("screen: SongsScreen")
    go(program, hands, *"steps", "Return", "a", "j", "Down", "Return")
    program.wait_for_log("screen: PracticeScreen")
    # From the button up to the row of the last bar: 8 becomes 2.
    go(program, hands, *["Up"] * 4, *["Left"] * 6)
    screen.screenshot(shots / "practice.png")
    go(program, hands, "Return")
    first_ns = begin_nanoseconds(program, 100, 1)
    hands.play(keys_of_two_bars(first_ns))
    again_ns = begin_nanoseconds(program, 100, 2)
    hands.play(keys_of_two_bars(again_ns))
    assert all_hit(program, 100, 2)
    # The next time round is asked for while this one is counted in.
    go(program, hands, "Up")
    screen.screenshot(shots / "practice-faster.png")
    faster_ns = begin_nanoseconds(program, 105, 1)
    hands.play(keys_of_two_bars(faster_ns, 105))
    assert all_hit(program, 105, 1)
    program.wait_for_log(r"(?s)(practice at 105 %: bars at.*){2}")
    go(program, hands, "Escape")
    # Two rows down from "to bar" is "faster by itself", three down is "wait for both".
    go(program, hands, "Down", "Down", "Down", "Right", "Return")
    hands.play(without_hurry(begin_nanoseconds(program, 105, 3)))
    screen.screenshot(shots / "practice-waits.png")
    assert all_hit(program, 105, 2)
    assert not list((program.home / "data").rglob("*.json"))
    assert "replay written" not in program.log()
