"""The lesson with real keys: offered once, lit keys lead through the first ideas, Esc leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import perf_counter_ns, sleep

import pytest
from jack import Device, device, jack
from lesson_hands import LessonHands, begin_ns
from program import Program
from title_way import way_to
from witness import NS_PER_MS, Witness
from x11 import Hands, Screen

UNTIL_DRAWN_S = 0.4
LET_GO_S = 0.1
"""Down again at once would be a key that repeats itself."""

CRASH, LONG_ROLL = 49, 22
"""A MIDI note; strokes, more than enough to go on."""

WARM_UP = ("a", "s", "d", "f", "j", "k", "l", "semicolon")

pytestmark = pytest.mark.x11


@pytest.fixture
def witness(screen: Screen) -> Iterator[Witness]:
    reader = Witness(screen.display)
    yield reader
    reader.close()


def go(hands: Hands, *keys: str) -> None:
    for key in keys:
        hands.press(key)
        sleep(0.1)


def test_newcomers_who_hit_the_lit_keys_get_through_the_first_ideas(
    screen: Screen, hands: Hands, witness: Witness, shots: Path, tmp_path: Path
) -> None:
    program = Program.start(tmp_path, screen.display, is_first=True)
    program.wait_for_log("the sound is open")
    sleep(UNTIL_DRAWN_S)
    screen.screenshot(shots / "lesson-offer.png")
    hands.press("Return")
    program.wait_for_log("screen: LessonWarmUpScreen")
    go(hands, *WARM_UP)
    newcomers = LessonHands(program, hands, witness)
    plans = {1: newcomers.play(1, 0, 4), 2: newcomers.play(2, 4, 8)}
    screen.screenshot(shots / "lesson-play.png")
    begin_ns(program, 3)
    for idea, written in ((1, 8), (2, 16)):
        for key, (hit, notes) in zip(("f", "j"), newcomers.hits(idea), strict=True):
            on_time = newcomers.on_time(plans[idea], key)
            print(f"idea {idea}: {on_time} presses of {key} on time, {hit} hit")
            assert notes == written
            assert written // 2 < on_time <= hit <= notes
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


def roll(kit: Device, strokes: int) -> None:
    now_ns = perf_counter_ns()
    kit.play((now_ns + n * 90 * NS_PER_MS, (0x99, CRASH, 100)) for n in range(strokes))


@pytest.mark.jack
def test_whoever_is_alone_at_a_kit_begins_and_goes_on_by_a_roll_on_a_cymbal(
    screen: Screen, hands: Hands, shots: Path, tmp_path: Path
) -> None:
    with jack(256) as server, device(server) as kit:
        program = Program.start(tmp_path, screen.display, variables=server.variables)
        program.wait_for_log("MIDI: Kit:TD is here")
        sleep(UNTIL_DRAWN_S)
        go(hands, *way_to("lesson"), "Return")
        program.wait_for_log("screen: LessonWarmUpScreen")
        roll(kit, LONG_ROLL // 2)
        screen.screenshot(shots / "lesson-warm-up-by-pads.png")
        assert "LessonPlayScreen" not in program.log()
        sleep(UNTIL_DRAWN_S)
        roll(kit, LONG_ROLL)
        begin_ns(program, 1)
        sleep(UNTIL_DRAWN_S)
        roll(kit, LONG_ROLL)
        begin_ns(program, 2)
        screen.screenshot(shots / "lesson-by-pads.png")
        program.output()
    assert re.findall(r"idea \d: skipped", program.log()) == ["idea 1: skipped"]
