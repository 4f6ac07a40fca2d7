"""A chart is written in a real window with a real mouse and real keys."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from desk_hands import DeskHands
from program import Program
from title_way import way_to
from x11 import Screen

from game.app.cli import main
from game.charts.document import Document
from game.editor.new_chart import new_chart
from game.view.screens.editor import geometry

pytestmark = pytest.mark.x11

FIRST_LEFT_US, FIRST_US_PER_UNIT = -400_000, 5_000
BEAT_US = 500_000
DRUMS = ("crash", "ride", "hat", "snare", "tom1", "tom2", "tom3", "kick")
ROWS = [f"P{player} {drum}" for player in (1, 2) for drum in DRUMS]
GROUPS = tuple(row.endswith("crash") for row in ROWS)


class Desk:
    """Someone who writes a chart, and the program before them."""

    def __init__(self, program: Program, screen: Screen, hands: DeskHands, shots: Path) -> None:
        self.program = program
        self.hands = hands
        self._screen = screen
        self._shots = shots
        self._saves = 0

    def place_px(self, row: str, beat: float) -> tuple[float, float]:
        """Where a beat of a line lies in a window of 1280 by 720."""
        x = geometry.x_of(beat * BEAT_US, FIRST_LEFT_US, FIRST_US_PER_UNIT)
        y = geometry.row_area(ROWS.index(row), GROUPS).center_y
        return x * 2 / 3, y * 2 / 3

    def click(self, row: str, *beats: float) -> None:
        for beat in beats:
            self.hands.click(*self.place_px(row, beat))

    def save(self) -> bytes:
        """Save, and see what the file holds then."""
        self._saves += 1
        self.hands.press("Control_L+s")
        self.program.wait_for_log(rf"(?s)(saved .*?\n.*?){{{self._saves}}}")
        return self.path.read_bytes()

    def look(self, name: str) -> None:
        sleep(0.3)
        self._screen.screenshot(self._shots / f"{name}.png")

    @property
    def path(self) -> Path:
        return next(self.program.home.rglob("songs/*/*.duet"))


@pytest.fixture
def desk(screen: Screen, tmp_path: Path, shots: Path) -> Iterator[Desk]:
    program = Program.start(tmp_path, screen.display)
    hands = DeskHands(screen.display)
    program.wait_for_log("the sound is open")
    sleep(0.5)
    hands.press(*way_to("write"))
    program.wait_for_log("screen: WriteScreen")
    hands.press("Return")
    sleep(0.3)
    hands.type("ours")
    hands.press("Return")
    program.wait_for_log("screen: EditorScreen")
    sleep(0.5)
    yield Desk(program, screen, hands, shots)
    hands.close()
    program.output()


def test_two_players_two_bars_a_tempo_a_roll_and_a_section_are_written(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = desk.path.read_bytes()
    assert empty == new_chart("ours").encode()
    desk.hands.press("Control_L+Right", "Control_L+Right", "Control_L+Delete", "Control_L+Delete")
    desk.hands.press("Home")
    desk.click("P1 kick", 0, 2)
    desk.click("P1 snare", 1, 3)
    desk.click("P2 hat", 0, 2, 4)
    desk.click("P1 crash", 4)
    desk.click("P2 crash", 4.5)
    desk.hands.drag(desk.place_px("P2 crash", 4.5), desk.place_px("P2 crash", 4))
    desk.hands.press("Escape", "t")
    # Where there is no note, a letter says what the next one will be.
    desk.hands.press("Home", "Tab", "r")
    desk.hands.drag(desk.place_px("P2 snare", 6), desk.place_px("P2 snare", 7.5))
    desk.hands.press("Home", "Down", "h", "Control_L+Right", "Right", "Right", "Return")
    desk.hands.press("Control_L+Left", "b")
    desk.hands.press("Control_L+BackSpace")
    desk.hands.type("131")
    desk.hands.press("Return", "s")
    desk.hands.type("lift")
    desk.hands.press("Return", "l")
    desk.look("editor-written")
    written = desk.save()

    assert main(["check", str(desk.path)]) == 0
    capsys.readouterr()
    assert main(["events", str(desk.path), "--layout", "kit", "--json"]) == 0
    events = json.loads(capsys.readouterr().out)
    drawn = [
        (each["player"], each["piece"], each["beat"], each["stroke"], each["shared"])
        for each in events["notes"]
    ]
    # The first two bars at 120; the second begins after 2 s and is played at 131.
    assert sorted(drawn) == [
        (1, "crash", "4", "hit", True),
        (1, "kick", "0", "hit", False),
        (1, "kick", "2", "hit", False),
        (1, "snare", "1", "hit", False),
        (1, "snare", "3", "hit", False),
        (2, "crash", "4", "hit", True),
        (2, "hat", "0", "hit", False),
        (2, "hat", "2", "hit", False),
        (2, "hat", "4", "hit", True),
        (2, "snare", "6", "roll", False),
        (2, "tom1", "9/2", "hit", False),
    ]
    assert events["sections"] == [{"at_us": 2_000_000, "name": "lift"}]
    assert events["bar_lines_us"] == [0, 2_000_000]
    roll = next(each for each in events["notes"] if each["stroke"] == "roll")
    beat_us = 60_000_000 / 131
    assert roll["end_us"] - roll["at_us"] == pytest.approx(1.5 * beat_us, abs=1)
    chart = Document.read(desk.path).chart()
    assert [(str(step.beat), str(step.bpm)) for step in chart.tempo_map.steps] == [
        ("0", "120"),
        ("4", "131"),
    ]
    assert [lead.players for lead in chart.leads] == [(1, 2), (1,)]

    desk.hands.press(*["Control_L+z"] * 30)
    assert desk.save() == empty
    desk.hands.press(*["Control_L+y"] * 30)
    assert desk.save() == written


def test_a_killed_editor_loses_nothing_that_is_five_seconds_old(desk: Desk) -> None:
    before = desk.path.read_bytes()
    desk.click("P1 kick", 0, 1, 2, 3)
    desk.program.wait_for_log("kept unsaved work")
    assert desk.path.read_bytes() == before
    os.kill(desk.program.process.pid, signal.SIGKILL)
    desk.program.process.wait()
    (aside,) = desk.path.parent.glob(".*.unsaved")
    assert b"P1 kick |o---o---o---o---|" in aside.read_bytes()
    assert desk.path.read_bytes() == before
