"""Comparing what a replay claims with what its events are worth."""

from dataclasses import replace
from pathlib import Path

import pytest
from plays import small_replay
from rhythm import seat

from game.duet.replay import Replay
from game.duet.replay_writer import replay_text
from game.duet.verify import Today, verify, verify_file
from game.errors import ReplayError

NOWHERE = Path("play.json")


def claiming(score: int, miss: int) -> Replay:
    """A replay whose second player claims a score and a number of misses."""
    replay = small_replay()
    one, two = replay.result.players
    boaster = replace(two, score=score, miss=miss)
    return replace(replay, result=replace(replay.result, players=(one, boaster)))


def today(replay: Replay) -> Today:
    return Today(replay.digest, tuple(seat.timeline for seat in replay.seats))


def test_an_honest_replay_is_the_same() -> None:
    verification = verify(NOWHERE, small_replay())
    assert verification.same
    assert verification.to_json() == {"path": "play.json", "same": True, "differences": []}


def test_each_number_that_differs_has_its_line() -> None:
    honest = small_replay().result.players[1]
    verification = verify(NOWHERE, claiming(1_000_000, 7))
    assert not verification.same
    assert verification.differences == (
        f"result.players[1].score: the file claims 1000000, its events are worth {honest.score}",
        f"result.players[1].miss: the file claims 7, its events are worth {honest.miss}",
    )


def test_an_unknown_number_is_nothing() -> None:
    replay = small_replay()
    together = replace(replay.result.together, score=80)
    boasting = replace(replay, result=replace(replay.result, together=together))
    assert verify(NOWHERE, boasting).differences == (
        "result.together.score: the file claims 80, its events are worth nothing",
    )


def test_published_rules_that_were_edited_are_said() -> None:
    replay = small_replay()
    one, two = replay.seats
    wide = replace(one, rules=replace(one.rules, good_us=61_000))
    differences = verify(NOWHERE, replace(replay, seats=(wide, two))).differences
    assert differences[0] == "rules.tight: not version 1 as published"


def test_rules_of_another_version_are_their_own_business() -> None:
    replay = small_replay()
    seats = tuple(replace(s, rules=replace(s.rules, version=2)) for s in replay.seats)
    assert verify(NOWHERE, replace(replay, seats=seats)).same


def test_a_file_is_read_and_compared(tmp_path: Path) -> None:
    (tmp_path / "play.json").write_text(replay_text(small_replay()), encoding="utf-8")
    assert verify_file(tmp_path / "play.json").same
    with pytest.raises(ReplayError):
        verify_file(tmp_path / "none.json")


def test_a_chart_that_compiles_to_the_same_notes_is_the_same() -> None:
    replay = small_replay()
    assert verify(NOWHERE, replay, today(replay)).same


def test_a_changed_chart_is_said_note_by_note() -> None:
    replay = small_replay()
    one, two = replay.seats
    moved = seat("snare x-g-x", "kick X---", "tom --r=").timeline
    changed = replace(today(replay), digest="1" * 64, timelines=(moved, two.timeline))
    assert len(moved.notes) == len(one.timeline.notes) + 1
    assert verify(NOWHERE, replay, changed).differences == (
        f"chart.digest: the file has {'0' * 64}, the chart is {'1' * 64}",
        "timelines[0].notes: the file has 4, the chart 5",
        "timelines[0].notes[2]: the file has flam snare (snare) at 200000 µs, "
        "the chart ghost snare (snare) at 200000 µs",
    )


def test_many_changed_notes_are_counted() -> None:
    replay = small_replay()
    full = seat("snare " + "x" * 50)
    other = seat("snare " + "X" * 50).timeline
    two = replay.seats[1]
    changed = Today(replay.digest, (other, two.timeline))
    differences = verify(NOWHERE, replace(replay, seats=(full, two)), changed).differences
    lines = [line for line in differences if line.startswith("timelines")]
    assert len(lines) == 21
    assert lines[-1] == "timelines[0].notes: 30 more notes differ"


def test_a_chart_with_other_seats_is_refused() -> None:
    replay = small_replay()
    with pytest.raises(ValueError, match="zip"):
        verify(NOWHERE, replay, Today(replay.digest, ()))
