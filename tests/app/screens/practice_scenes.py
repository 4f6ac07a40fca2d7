"""The practice screen in its states: fresh, with all offers, after many times round."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from menu_rig import press, services_in
from song_shelf import JAPANESE, KOREAN, long_song, song

from game.app.library.song import Song
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.practice import PracticeScreen
from game.charts.model import Chart
from game.duet.practice.bars import Bars
from game.duet.practice.passes import Pass, PlayerPass
from game.duet.practice.trouble import Trouble

TROUBLE = Trouble(missed=Bars(0, 3), apart=Bars(1, 3))


def practice_setup_of(
    path: Path,
    chart: Chart,
    names: tuple[str, str] = ("Mina", "Jun"),
    devices: tuple[str, str] = ("keyboard", "keyboard"),
) -> PlaySetup:
    """Two people; at the keyboard, unless told otherwise."""
    seats = tuple(
        SeatSetup(player, name, device, 3, "four", "standard")
        for player, name, device in zip((1, 2), names, devices, strict=True)
    )
    return PlaySetup(path, chart, seats)


def _practice(
    folder: Path,
    shown: Song,
    *keys: str,
    names: tuple[str, str] = ("Mina", "Jun"),
    trouble: Trouble | None = None,
    passes: int = 0,
) -> PracticeScreen:
    setup = practice_setup_of(shown.path, shown.read(), names)
    screen = PracticeScreen(services_in(folder), setup, trouble=trouble)
    screen.enter()
    screen.passes.extend(_pass(number) for number in range(passes))
    press(screen, *keys)
    return screen


def _pass(number: int) -> Pass:
    hits = min(120, 60 + 2 * number)
    players = (PlayerPass(1, hits, 120, -107_000), PlayerPass(2, 120 - number, 120, 121_000))
    return Pass(40 + 5 * (number % 20), players, 87, 14_000)


PRACTICE_SCENES: Mapping[str, Callable[[Path], PracticeScreen]] = {
    "practice": lambda folder: _practice(folder, song("Ash")),
    "practice, strip": lambda folder: _practice(folder, long_song(), *["UP"] * 7, passes=1),
    "practice, full": lambda folder: _practice(
        folder, song(JAPANESE), "TAB", trouble=TROUBLE, passes=50
    ),
    "practice, long names": lambda folder: _practice(
        folder, song(KOREAN), names=(KOREAN[:40], JAPANESE[:40]), trouble=TROUBLE, passes=4
    ),
}
