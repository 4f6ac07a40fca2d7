"""The program in a process of its own, watched: `python -m game.app.bench.probe TASK`.

TASK is JSON: see `Task`. Prints "begun" when the watch begins, and at the end the diary as JSON.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from game.app.bench.busy_chart import busy_chart
from game.app.bench.watched import Diary, Stopwatch, Watched
from game.app.files.folders import Folders
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.base import Screen
from game.app.screens.loading import LoadingScreen
from game.app.screens.songs import SongsScreen
from game.app.screens.title import TitleScreen
from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.app.settings.values import Display, Settings
from game.app.start import run_game
from game.charts.model import FULL_LEVEL, PLAYERS


@dataclass(frozen=True, slots=True)
class Task:
    """What to run and watch."""

    home: str
    """A folder of its own for settings, songs, cache and log."""

    scene: str
    """`title`, `songs` or `play`."""

    warm_up_s: float
    watched_s: float
    players: str = "bot:0,14"
    """Who plays: a bot, or `keyboard`."""

    size_px: tuple[int, int] = (1920, 1080)
    frames_per_s: int = 60


def main(arguments: list[str]) -> int:
    task = Task(**json.loads(arguments[0]))
    home = Path(task.home)
    own = Folders(home / "config", home / "data", home / "cache", home / "log")
    display = Display(
        width_px=task.size_px[0], height_px=task.size_px[1], frames_per_s=task.frames_per_s
    )
    SettingsStore(own.settings).save(Settings(display=display))
    diary = Diary()
    watch = Stopwatch(task.warm_up_s, task.watched_s, lambda: _say("begun"))

    def first_screen(services: Services) -> Screen:
        return Watched(_scene(task, services), diary, watch)

    status = run_game(first_screen, own=own)
    _say(json.dumps(asdict(diary)))
    return status


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _scene(task: Task, services: Services) -> Screen:
    if task.scene == "title":
        return TitleScreen(services)
    if task.scene == "songs":
        return SongsScreen(services)
    seats = tuple(
        SeatSetup(player, "", task.players, FULL_LEVEL, "four", "standard") for player in PLAYERS
    )
    return LoadingScreen(services, PlaySetup(Path(task.home) / "bench.duet", busy_chart(), seats))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
