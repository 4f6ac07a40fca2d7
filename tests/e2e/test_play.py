"""The real program in a real window, both players' keys pressed by another process."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Timer

import pytest
from chart_hands import presses_of
from program import ROOT, Program
from x11 import Hands, Screen, save_picture

from game.app.cli import main

CHART = ROOT / "charts" / "first-steps" / "first-steps.duet"
HALFWAY_S = 9

pytestmark = pytest.mark.x11


@pytest.mark.parametrize("layout", ["four", "two"])
def test_a_song_played_by_two_hands_is_hit_from_the_first_note_to_the_last(
    layout: str, screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    replay_path = tmp_path / "replay.json"
    words = ["play", str(CHART), "--layout", layout, "--replay", str(replay_path), "--quit-at-end"]
    program = Program.start(tmp_path, screen.display, *words)
    presses = presses_of(CHART, program.song_zero_ns(), layout=layout)
    looks: list[bytes] = []
    camera = Timer(HALFWAY_S, lambda: looks.append(screen.look()))
    camera.start()
    hands.play(presses)
    camera.join()
    save_picture(looks[0], shots / f"play-{layout}.png")
    assert program.finish(within_s=15) == 0, program.output()

    replay = json.loads(replay_path.read_text(encoding="utf-8"))
    for player in replay["result"]["players"]:
        assert player["miss"] == player["overhits"] == 0
        assert player["perfect"] + player["great"] + player["good"] == player["notes"] > 0
    assert len(replay["events"]) == len(presses)
    assert main(["verify", str(replay_path), "--chart", str(CHART)]) == 0
