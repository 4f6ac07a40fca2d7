"""Replays that must be worth the same for ever.

Each `NAME.replay.json` lies beside `NAME.log.txt`, what became of every note and press in it. A
published rule never changes, so a golden file is never written again: a new rule gets a new file.
"""

from pathlib import Path

import pytest
from rhythm import log_lines

from game.duet.bot_spec import BotSpec
from game.duet.replay_reader import read_replay
from game.duet.replay_writer import replay_text
from game.duet.rescore import rescore
from game.duet.simulate import simulate
from game.duet.verify import verify_file

HERE = Path(__file__).parent
GOLDEN = sorted(HERE.glob("*.replay.json"))


def name(path: Path) -> str:
    return path.name.removesuffix(".replay.json")


def test_the_golden_replays_are_there() -> None:
    assert [name(path) for path in GOLDEN] == [
        "followers",
        "half_speed",
        "stand_in",
        "strokes",
        "together",
    ]


@pytest.mark.parametrize("path", GOLDEN, ids=name)
def test_a_golden_replay_is_worth_what_it_claims(path: Path) -> None:
    assert verify_file(path).differences == ()


@pytest.mark.parametrize("path", GOLDEN, ids=name)
def test_a_golden_replay_gives_its_log(path: Path) -> None:
    expected = (HERE / f"{name(path)}.log.txt").read_text(encoding="utf-8").splitlines()
    assert log_lines(rescore(read_replay(path)).log) == expected


@pytest.mark.parametrize("path", GOLDEN, ids=name)
def test_a_golden_replay_is_written_as_it_was_read(path: Path) -> None:
    assert replay_text(read_replay(path)) == path.read_text(encoding="utf-8")


def test_bots_play_today_as_they_played_then() -> None:
    replay = read_replay(HERE / "followers.replay.json")
    specs = [BotSpec.parse(hands.device) for hands in replay.hands]
    assert simulate(replay.seats, specs, seed=2024).events == replay.events
