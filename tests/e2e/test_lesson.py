"""The lesson with real keys: offered once, lit keys lead through the first ideas, Esc leaves."""

from __future__ import annotations

import re
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from chart_hands import presses_of
from program import ROOT, Program
from title_way import way_to
from x11 import NS_PER_S, Hands, KeyPress, Screen

CHART = ROOT / "charts" / "first-minute" / "first-minute.duet"
BAR_NS = 4 * 60 * NS_PER_S // 104
UNTIL_DRAWN_S = 0.4
LET_GO_S = 0.1
"""Down again at once would be a key that repeats itself."""

WARM_UP = ("a", "s", "d", "f", "j", "k", "l", "semicolon")

pytestmark = pytest.mark.x11


def keys_of_bars(first: int, last: int, from_ns: int) -> list[KeyPress]:
    """What both players press in some bars that begin at a host time."""
    begin_ns, end_ns = first * BAR_NS - NS_PER_S // 100, last * BAR_NS - NS_PER_S // 100
    return [
        KeyPress(from_ns + press.at_ns - first * BAR_NS, press.key)
        for press in presses_of(CHART, 0, level=5)
        if begin_ns <= press.at_ns < end_ns
    ]


def begin_ns(program: Program, idea: int) -> int:
    found = program.wait_for_log(rf"idea {idea} in tempo: bars at host (-?\d+) ns")
    return int(found[1])


def go(hands: Hands, *keys: str) -> None:
    for key in keys:
        hands.press(key)
        sleep(0.1)


def test_newcomers_who_hit_the_lit_keys_get_through_the_first_ideas(
    screen: Screen, hands: Hands, shots: Path, tmp_path: Path
) -> None:
    program = Program.start(tmp_path, screen.display, is_first=True)
    program.wait_for_log("the sound is open")
    sleep(UNTIL_DRAWN_S)
    screen.screenshot(shots / "lesson-offer.png")
    hands.press("Return")
    program.wait_for_log("screen: LessonWarmUpScreen")
    go(hands, *WARM_UP)
    hands.play(keys_of_bars(0, 4, begin_ns(program, 1)))
    hands.play(keys_of_bars(4, 8, begin_ns(program, 2)))
    screen.screenshot(shots / "lesson-play.png")
    begin_ns(program, 3)
    hits = re.findall(r"idea \d: hit (\d+) of (\d+), (\d+) of (\d+)", program.log())
    assert hits == [("8", "8", "8", "8"), ("16", "16", "16", "16")]
    hands.press("Escape")
    program.wait_for_log("screen: TitleScreen")
    program.process.terminate()
    program.process.wait(10)
    again = Program.start(tmp_path, screen.display, is_first=True)
    again.wait_for_log(r"(?s)screen: TitleScreen.*screen: TitleScreen")
    assert again.log().count("screen: LessonOfferScreen") == 2  # shown, and come back to
    assert not list(tmp_path.rglob("replays/*"))
    again.output()


def test_a_drum_that_is_held_for_a_second_leads_on_once(
    screen: Screen, hands: Hands, shots: Path, tmp_path: Path
) -> None:
    program = Program.start(tmp_path, screen.display)
    program.wait_for_log("the sound is open")
    sleep(UNTIL_DRAWN_S)
    go(hands, *way_to("lesson"))
    program.wait_for_log("screen: LessonScreen")
    go(hands, "Return", *WARM_UP)
    begin_ns(program, 1)
    hands.press("f", held_s=0.4)
    sleep(LET_GO_S)
    holding = Thread(target=hands.press, args=("f", 3.5))
    holding.start()
    sleep(0.7)
    screen.screenshot(shots / "lesson-holding.png")
    holding.join()
    begin_ns(program, 2)
    assert re.findall(r"idea \d: skipped", program.log()) == ["idea 1: skipped"]
    program.output()
