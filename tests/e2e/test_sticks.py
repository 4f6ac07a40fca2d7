"""Two people sign sticks after a song, in the real program."""

from __future__ import annotations

import json
from pathlib import Path
from time import sleep

import pytest
from program import ROOT, Program
from x11 import Hands, Screen

CHART = ROOT / "charts" / "first-steps" / "first-steps.duet"
SONG_S = 60

pytestmark = pytest.mark.x11


def test_after_a_song_sticks_are_signed_swapped_and_kept(
    screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    program = Program.start(tmp_path, screen.display, "play", str(CHART))
    program.wait_for_log("screen: ResultsScreen", within_s=SONG_S)

    def press(*keys: str) -> None:
        for key in keys:
            hands.press(key)
            sleep(0.25)

    press("Down", "Left", "Return")
    program.wait_for_log("screen: SigningScreen")
    press("m", "o", "Return")
    screen.screenshot(shots / "signing.png")
    press("Return")
    hands.press("Return")
    sleep(0.6)
    screen.screenshot(shots / "swapping.png")
    sleep(1.5)
    screen.screenshot(shots / "swapped.png")
    press("Return")
    program.wait_for_log("screen: ShelfScreen")
    sleep(0.3)
    screen.screenshot(shots / "shelf.png")
    program.process.terminate()
    program.output()

    (path,) = tmp_path.rglob("shelf.json")
    (pair,) = json.loads(path.read_text(encoding="utf-8"))["pairs"]
    assert pair["title"] == "First Steps"
    assert [stick["text"] for stick in pair["sticks"]] == ["mo", "P2"]
