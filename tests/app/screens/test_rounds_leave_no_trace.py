"""Whatever is practised or learnt: the history, the best results and the replays stay as is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kept_plays import fill, play
from rounds_rig import lesson, practice

from game.app.screens.base import Replace
from game.app.screens.lesson_done import LessonDoneScreen
from game.app.services import Services

BOTS = ("bot:0,0", "bot:0,0")
"""They hit everything, and nobody has to wait for them."""


def play_time_round(services: Services) -> None:
    """Practise the bars to their end, twice."""
    rounds = practice(services, *BOTS)
    rounds.pass_time(12)
    assert len(rounds.screen._passes) >= 2  # type: ignore[attr-defined]  # of practice alone
    rounds.screen.leave()


def play_step(services: Services) -> None:
    """A step of the lesson from its first idea to what is said after its last."""
    change = lesson(services, *BOTS).pass_time(300)
    assert isinstance(change, Replace)
    assert isinstance(change.screen, LessonDoneScreen)


PLAYED = pytest.mark.parametrize("play_through", [play_time_round, play_step])
PlayThrough = Callable[[Services], None]


@PLAYED
def test_the_history_on_the_disk_stays_byte_for_byte(
    services: Services, play_through: PlayThrough
) -> None:
    fill(services.database, [play(day=day) for day in range(3)])
    bests = bests_of(services)
    before = services.folders.history.read_bytes()
    play_through(services)
    assert services.folders.history.read_bytes() == before
    assert bests_of(services) == bests != {}


@PLAYED
def test_no_history_begins_and_no_replay_is_written(
    services: Services, play_through: PlayThrough
) -> None:
    play_through(services)
    assert not services.folders.history.exists()
    assert files_in(services.folders.replays) == []
    assert list(services.notices) == []


def bests_of(services: Services) -> dict[str, object]:
    """By pair."""
    history = services.history
    return {pair.key: history.best_by_digest(pair.key) for pair in history.pairs()}


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
