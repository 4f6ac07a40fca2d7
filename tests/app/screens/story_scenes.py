"""The story of a pair in its states: empty, one play, a thousand, long names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from kept_plays import fill, many_plays, play
from menu_rig import press, services_in
from song_shelf import JAPANESE, KOREAN

from game.app.history.play import Play
from game.app.screens.menu import Menu
from game.app.screens.story import StoryScreen

LONG = (KOREAN[:40], JAPANESE[:40])


def story(folder: Path, plays: Iterable[Play], *keys: str) -> StoryScreen:
    """The screen over these plays, after some keys."""
    services = services_in(folder)
    fill(services.database, plays)
    screen = StoryScreen(services)
    screen.enter()
    press(screen, *keys)
    return screen


STORY_SCENES: Mapping[str, Callable[[Path], Menu]] = {
    "story, empty": lambda folder: StoryScreen(services_in(folder)),
    "story, one play": lambda folder: story(folder, [play(song=KOREAN)], "DOWN", "DOWN"),
    "story, unknown": lambda folder: story(folder, [play(together=None), play(together=None)]),
    "story, perfect": lambda folder: story(
        folder, [play(together=100, scores=(1_000_000, 1_000_000))] * 3, "TAB"
    ),
    "story, a year": lambda folder: story(
        folder, many_plays(1_000), "DOWN", "DOWN", "PAGEDOWN", "PAGEDOWN"
    ),
    "story, long names": lambda folder: story(folder, many_plays(40, LONG)),
    "story, wide names": lambda folder: story(
        folder, [play(("W" * 40, "W" * 40), song="W" * 60), play(("W" * 40, "W" * 40))]
    ),
}
