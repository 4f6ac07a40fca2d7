"""The picture test with real hands: from the title to an offset that is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from program import Program
from title_way import way_to
from x11 import Hands, KeyPress, Screen

from game.app.settings.store import SettingsStore
from game.timing.calibration import BEAT_US
from game.timing.offsets import Kind

pytestmark = [pytest.mark.x11, pytest.mark.quiet]

LATE_MS = {"s": 60, "l": 20}
UNEVEN_MS = (-9, 4, 12, -3, 0, 7, -12, 1)
"""Added to the taps in turn; together 0."""

BEATS = 40
NEAR_ENOUGH_US = 10_000
UNTIL_DRAWN_S = 0.4


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    running = Program.start(tmp_path, screen.display)
    running.wait_for_log("the sound is open")
    sleep(UNTIL_DRAWN_S)
    yield running
    running.output()


def go(program: Program, hands: Hands, screen_name: str, *keys: str) -> None:
    """Press keys; the last of them leads to a screen."""
    for key in keys:
        hands.press(key)
        sleep(0.1)
    program.wait_for_log(f"screen: {screen_name}")
    sleep(UNTIL_DRAWN_S)


def test_two_players_are_measured_at_once_and_the_result_is_kept(
    program: Program, screen: Screen, hands: Hands, shots: Path
) -> None:
    go(program, hands, "SettingsScreen", *way_to("settings"))
    go(program, hands, "TimingScreen", *["Down"] * 9, "Return")
    screen.screenshot(shots / "timing.png")
    # Nothing can be heard here, so the picture test is the one that is chosen.
    go(program, hands, "PictureTestScreen", "Return")
    zero_ns = int(program.wait_for_log(r"beat 0 at host (-?\d+) ns")[1])
    taps = [
        KeyPress(zero_ns + (beat * BEAT_US + (late_ms + UNEVEN_MS[beat % 8]) * 1_000) * 1_000, key)
        for beat in range(BEATS)
        for key, late_ms in LATE_MS.items()
    ]
    taps.sort(key=lambda tap: tap.at_ns)
    hands.play(taps[:20])
    screen.screenshot(shots / "picture-test.png")
    hands.play(taps[20:])
    program.wait_for_log("screen: TapResultScreen")
    sleep(UNTIL_DRAWN_S)
    screen.screenshot(shots / "picture-test-result.png")
    hands.press("Return")
    sleep(UNTIL_DRAWN_S)
    screen.screenshot(shots / "timing-tested.png")

    settings = SettingsStore(program.home / "config" / "drum-duet" / "settings.toml").settings
    found = {each.player: each for each in settings.calibrations}
    assert {each.kind for each in found.values()} == {Kind.PICTURE}
    for player, late_ms in zip((1, 2), LATE_MS.values(), strict=True):
        assert abs(found[player].median_us - late_ms * 1_000) <= NEAR_ENOUGH_US
        assert found[player].taps >= 20

    go(program, hands, "LatencyScreen", "Down", "Return")
    lines = re.findall(r"beat 0 at host (-?\d+) ns", program.log())
    hands.play([KeyPress(int(lines[-1]) + beat * BEAT_US * 1_000, "s") for beat in range(10)])
    screen.screenshot(shots / "latency.png")
    assert program.process.poll() is None
