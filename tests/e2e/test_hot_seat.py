"""A player leaves the real program in mid-song, and comes back."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Timer
from time import sleep

import pytest
from chart_hands import presses_of
from program import ROOT, Program
from x11 import Hands, KeyPress, Screen, save_picture

from game.app.cli import main

CHART = ROOT / "charts" / "first-steps" / "first-steps.duet"
P2_KEYS = "jkl;"
S = 1_000_000_000

pytestmark = pytest.mark.x11


def test_p2_leaves_a_bot_plays_on_and_p2_comes_back(
    screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    replay_path = tmp_path / "replay.json"
    words = ["play", str(CHART), "--replay", str(replay_path), "--quit-at-end"]
    program = Program.start(tmp_path, screen.display, *words)
    zero_ns = program.song_zero_ns()
    hands.play([each for each in presses_of(CHART, zero_ns) if each.at_ns < zero_ns + 4 * S])
    hands.press("Escape")
    sleep(0.5)
    for _ in range(2):
        hands.press("Down")
        sleep(0.3)
    screen.screenshot(shots / "hot-seat-pause.png")
    hands.press("Return")

    zero_ns = program.song_zero_ns(2)
    # A moment before the bar line at 9.23 s.
    back_ns = zero_ns + 85 * S // 10
    later = [each for each in presses_of(CHART, zero_ns) if each.at_ns >= zero_ns + 4 * S]
    presses = [each for each in later if each.key not in P2_KEYS or each.at_ns > back_ns]
    presses.append(KeyPress(back_ns, "j"))
    looks: list[bytes] = []
    cameras = [Timer(after_s, lambda: looks.append(screen.look())) for after_s in (4.0, 8.0)]
    for camera in cameras:
        camera.start()
    hands.play(sorted(presses, key=lambda press: press.at_ns))
    for camera, name in zip(cameras, ("away", "back"), strict=True):
        camera.join()
        save_picture(looks.pop(0), shots / f"hot-seat-{name}.png")
    assert program.finish(within_s=15) == 0, program.output()

    replay = json.loads(replay_path.read_text(encoding="utf-8"))
    assert [mark[1:] for mark in replay["marks"]] == [[None, "pause"], [2, "bot"], [2, "human"]]
    one, two = replay["result"]["players"]
    assert one["miss"] == two["miss"] == two["overhits"] == 0
    assert 0 < two["notes"] < len(replay["timelines"][1]["notes"])
    assert main(["verify", str(replay_path), "--chart", str(CHART)]) == 0


def test_a_guest_joins_a_lone_player_in_mid_song(
    screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    replay_path = tmp_path / "replay.json"
    words = ["play", str(CHART), "--p2", "bot:0,12", "--replay", str(replay_path), "--quit-at-end"]
    program = Program.start(tmp_path, screen.display, *words)
    zero_ns = program.song_zero_ns()
    screen.screenshot(shots / "open-seat.png")
    # A moment before the bar line at 9.23 s.
    join_ns = zero_ns + 85 * S // 10
    every = presses_of(CHART, zero_ns)
    presses = [each for each in every if each.key not in P2_KEYS or each.at_ns > join_ns]
    presses.append(KeyPress(join_ns, "j"))
    hands.play(sorted(presses, key=lambda press: press.at_ns))
    assert program.finish(within_s=15) == 0, program.output()

    replay = json.loads(replay_path.read_text(encoding="utf-8"))
    assert [mark[1:] for mark in replay["marks"]] == [[2, "bot"], [2, "human"]]
    assert [each["device"] for each in replay["players"]] == ["keyboard", "keyboard"]
    one, two = replay["result"]["players"]
    assert one["miss"] == two["miss"] == two["overhits"] == 0
    assert 0 < two["notes"] < one["notes"]
    assert main(["verify", str(replay_path), "--chart", str(CHART)]) == 0
