"""Two plays by two people at one keyboard, and the story that the game tells of them."""

from __future__ import annotations

import csv
from pathlib import Path
from time import sleep

import pytest
from chart_hands import presses_of
from program import Program
from title_way import way_to
from x11 import Hands, Screen

CHART = """\
#duet 1
title: Ash
bpm: 150

P1 snare |x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|
P2 kick |x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|x-x-x-x-|
"""
SETTINGS = """\
version = 1
[players.1]
name = "Mina"
level = 5
[players.2]
name = "준"
level = 5
"""
UNTIL_DRAWN_S = 0.4

pytestmark = [pytest.mark.x11, pytest.mark.quiet]


def home_of(folder: Path) -> Path:
    """A home with one song, in which two people have typed their names before."""
    chart = folder / "data" / "drum-duet" / "songs" / "ash" / "ash.duet"
    settings = folder / "config" / "drum-duet" / "settings.toml"
    for path, text in ((chart, CHART), (settings, SETTINGS)):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_two_plays_are_in_the_story_and_in_its_table(
    screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    home = home_of(tmp_path)
    chart = next(home.rglob("ash.duet"))
    program = Program.start(home, screen.display)
    program.wait_for_log("the sound is open")

    def press(*keys: str) -> None:
        for key in keys:
            hands.press(key)
            sleep(0.1)

    def go(name: str, key: str, times: int = 1) -> None:
        press(key)
        program.wait_for_log(rf"(?s)(screen: {name}.*){{{times}}}")
        sleep(UNTIL_DRAWN_S)

    go("SongsScreen", "Return")
    press(*"ash")
    sleep(UNTIL_DRAWN_S)
    go("LobbyScreen", "Return")
    press("a", "j")
    for number in (1, 2):
        go("PlayScreen", "Return", number)
        hands.play(presses_of(chart, program.song_zero_ns(number), level=5))
        program.wait_for_log(rf"(?s)(screen: ResultsScreen.*){{{number}}}")
        sleep(UNTIL_DRAWN_S)
    screen.screenshot(shots / "results-again.png")
    go("SongsScreen", "Escape", 2)
    press("Escape")  # clears the search
    go("TitleScreen", "Escape", 2)
    press(*way_to("story"))
    program.wait_for_log("screen: StoryScreen")
    screen.screenshot(shots / "story.png")
    press("Tab", "Return")
    sleep(UNTIL_DRAWN_S)
    screen.screenshot(shots / "story-saved.png")
    press("Escape", "Escape", "Escape")
    assert program.finish(within_s=5) == 0, program.output()

    (path,) = (home / "data" / "drum-duet" / "tables").iterdir()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        plays = list(csv.DictReader(lines))
    assert [(play["song"], play["p1_name"], play["p2_name"]) for play in plays] == [
        ("Ash", "Mina", "준")
    ] * 2
    for play in plays:
        assert play["p1_miss"] == play["p2_miss"] == "0"
        assert int(play["together"]) > 80
        assert play["p1_offset_from"] == "default"
        assert (home / "data" / "drum-duet" / "replays" / play["replay"]).is_file()
