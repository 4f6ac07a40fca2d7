"""The real program in a real window, both players' keys pressed by another process."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Timer

import pytest
from program import ROOT, Program
from x11 import Hands, KeyPress, Screen, save_picture

from game.app.cli import main
from game.charts.compile import compile_timeline
from game.charts.document import Document
from game.input.bindings import DEFAULT_KEYS
from game.input.key_names import cap_of

CHART = ROOT / "charts" / "first-steps" / "first-steps.duet"

HALFWAY_S = 9

pytestmark = pytest.mark.x11


def presses_of(chart_path: Path, song_zero_ns: int, layout: str) -> list[KeyPress]:
    """Both players' keys at the chart's times; rolls are left alone."""
    chart = Document.read(chart_path).chart()
    return [
        KeyPress(
            song_zero_ns + note.at_us * 1_000,
            cap_of(DEFAULT_KEYS[layout][player][note.lane]).lower(),
        )
        for player in (1, 2)
        for note in compile_timeline(chart, player, layout=layout).notes
        if note.stroke != "roll"
    ]


@pytest.mark.parametrize("layout", ["four", "two"])
def test_a_song_played_by_two_hands_is_hit_from_the_first_note_to_the_last(
    layout: str, screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    replay_path = tmp_path / "replay.json"
    words = ["play", str(CHART), "--layout", layout, "--replay", str(replay_path), "--quit-at-end"]
    program = Program.start(tmp_path, screen.display, *words)
    presses = sorted(
        presses_of(CHART, program.song_zero_ns(), layout), key=lambda press: press.at_ns
    )
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
