"""A walk through every screen with real keys. The screenshots stay in `shots/` to be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from chart_hands import presses_of
from program import ROOT, Program
from title_way import way_to
from x11 import Hands, Screen

from game.app.cli import main
from game.charts.document import Document

CHART = ROOT / "charts" / "first-steps" / "first-steps.duet"
UNTIL_DRAWN_S = 0.4

pytestmark = pytest.mark.x11


class Walk:
    """Someone at the keyboard, with a camera."""

    def __init__(self, program: Program, screen: Screen, hands: Hands, shots: Path) -> None:
        self.program = program
        self._screen, self._hands, self._shots = screen, hands, shots
        self.seen: set[bytes] = set()

    def press(self, *keys: str) -> None:
        for key in keys:
            self._hands.press(key)
            sleep(0.1)

    def go(self, key: str, screen_name: str) -> None:
        """Press a key, and see that it leads to a screen."""
        before = self.program.log().count(f"screen: {screen_name}")
        self.press(key)
        self.program.wait_for_log(rf"(?s)(screen: {screen_name}.*){{{before + 1}}}")

    def look(self, name: str) -> None:
        """Take a screenshot; it shows something that no earlier one did."""
        sleep(UNTIL_DRAWN_S)
        picture = self._screen.screenshot(self._shots / f"{name}.png")
        pixels = picture.get_buffer().raw
        assert pixels not in self.seen, f"{name} looks like a screen before it"
        self.seen.add(pixels)

    def play(self, level: int) -> None:
        self._hands.play(presses_of(CHART, self.program.song_zero_ns(), level=level))


@pytest.fixture
def walk(screen: Screen, hands: Hands, tmp_path: Path, shots: Path) -> Iterator[Walk]:
    program = Program.start(tmp_path, screen.display)
    program.wait_for_log("the sound is open")
    sleep(UNTIL_DRAWN_S)
    yield Walk(program, screen, hands, shots)
    program.output()


def test_two_players_walk_from_the_title_to_the_results(walk: Walk) -> None:
    walk.look("title")
    walk.press("a", "semicolon")
    walk.go("Return", "SongsScreen")
    walk.look("songs")
    walk.press(*"steps")
    walk.look("songs-searched")
    walk.go("Return", "LobbyScreen")
    walk.look("lobby-empty")
    walk.press("a", "j")
    walk.look("lobby")
    walk.go("Return", "PlayScreen")
    walk.play(level=3)
    replay_path = Path(walk.program.wait_for_log(r"replay written to (.*)")[1])
    walk.look("results")
    assert main(["verify", str(replay_path), "--chart", str(CHART)]) == 0
    walk.go("Escape", "SongsScreen")
    walk.press("Escape")  # clears the search
    walk.go("Escape", "TitleScreen")
    walk.press("Escape", "Escape")
    assert walk.program.finish(within_s=5) == 0


def test_a_pause_needs_a_second_press_to_leave(walk: Walk) -> None:
    walk.go("Return", "SongsScreen")
    sleep(UNTIL_DRAWN_S)
    walk.go("Return", "LobbyScreen")
    walk.press("a")
    walk.go("Return", "PlayScreen")
    walk.program.song_zero_ns()
    sleep(2)
    walk.go("BackSpace", "PauseScreen")
    walk.look("pause")
    walk.go("Return", "PlayScreen")
    sleep(1)
    walk.look("resumed")
    walk.go("Escape", "PauseScreen")
    walk.press(*["Down"] * 8, "Return")  # the last stays the last
    walk.look("pause-asked")
    walk.go("Return", "SongsScreen")
    walk.look("songs-after-leaving")
    assert walk.program.process.poll() is None


def test_settings_and_keys_can_be_reached_and_left(walk: Walk) -> None:
    walk.press(*way_to("settings"))
    walk.program.wait_for_log("screen: SettingsScreen")
    walk.look("settings")
    walk.press(*["Down"] * 7)
    walk.go("Return", "KeysScreen")
    walk.look("keys")
    walk.press("Return", "space")
    walk.look("keys-changed")
    walk.press("Escape", "Escape")
    settings = walk.program.home / "config" / "drum-duet" / "settings.toml"
    assert '"SPACE"' in settings.read_text(encoding="utf-8")


@pytest.mark.parametrize("screen", [(1920, 1080)], indirect=True, ids=["1920x1080"])
def test_a_broken_chart_is_listed_with_its_reason(
    screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    broken = tmp_path / "data" / "drum-duet" / "songs" / "broken" / "Broken.duet"
    broken.parent.mkdir(parents=True)
    settings = tmp_path / "config" / "drum-duet" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[display]\nwidth_px = 1920\nheight_px = 1080\n", encoding="utf-8")
    broken.write_text("#duet 1\ntitle: Broken\nbpm: 120\n\nP1 snar |x---|\n", encoding="utf-8")
    program = Program.start(tmp_path, screen.display)
    program.wait_for_log("the sound is open")
    sleep(UNTIL_DRAWN_S)
    walk = Walk(program, screen, hands, shots)
    walk.go("Return", "SongsScreen")
    walk.look("songs-with-a-broken-chart")
    walk.press("End")
    walk.look("broken-chart")
    assert program.process.poll() is None
    assert Document.read(broken).issues()
    program.output()
