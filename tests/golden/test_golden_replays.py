"""Replays that must be worth the same for ever.

Each `NAME.replay.json` lies beside `NAME.log.txt`, what became of every note and press in it. A
published rule never changes, so a golden file is never written again: a new rule gets a new file.
"""

from pathlib import Path

import pytest
from rhythm import log_lines

from game.duet.bot_spec import BotSpec
from game.duet.duet import Duet
from game.duet.replay import Replay
from game.duet.replay_reader import read_replay
from game.duet.replay_writer import replay_text
from game.duet.rescore import rescore
from game.duet.result import result_of
from game.duet.simulate import simulate
from game.duet.verify import verify_file
from game.timing.units import Micros

LEAD_IN_US = 3_000_000
BEHIND_US = 30_000

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


def played_in_frames(replay: Replay, frames_hz: int) -> Duet:
    """As the app tells it: what has come since the frame before, then how late it is."""
    duet = Duet(replay.seats, replay.rate_pct)
    for mark in replay.marks:
        duet.mark(mark)
    waiting = sorted(replay.events, key=lambda event: event.at_us)[::-1]
    frame_us = 1_000_000 // frames_hz
    now_us = -LEAD_IN_US
    while waiting:
        now_us += frame_us
        while waiting and waiting[-1].at_us <= now_us:
            duet.feed(waiting.pop())
        for seat in replay.seats:
            duet.advance(seat.player, Micros(now_us - BEHIND_US))
        duet.drain()
    duet.finish()
    return duet


@pytest.mark.parametrize("frames_hz", [7, 30, 144, 999])
@pytest.mark.parametrize("path", GOLDEN, ids=name)
def test_a_golden_replay_is_the_same_play_at_any_frame_rate(path: Path, frames_hz: int) -> None:
    replay = read_replay(path)
    duet = played_in_frames(replay, frames_hz)
    assert duet.clamped == 0
    assert duet.log == rescore(replay).log
    assert result_of(duet, replay.result.digest) == replay.result


def test_bots_play_today_as_they_played_then() -> None:
    replay = read_replay(HERE / "followers.replay.json")
    specs = [BotSpec.parse(hands.device) for hands in replay.hands]
    assert simulate(replay.seats, specs, seed=2024).events == replay.events
