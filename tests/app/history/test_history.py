"""Plays, pairs, names and the best of each song."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plays import DAY_S, EVENING_S, play

from game.app.history.database import Database
from game.app.history.history import Best, History, Pair
from game.app.history.people import pair_key, person_key

BOT = ("keyboard", "bot:0,12")


@pytest.fixture
def history(tmp_path: Path) -> History:
    def tell(fault: Exception) -> None:
        raise AssertionError(fault)

    return History(Database(tmp_path / "history.sqlite3", tell))


@pytest.mark.parametrize(
    "kept",
    [
        play(),
        play(together=None),
        play(("", "")),
        play(("미나", "日本の太鼓")),
        play(devices=BOT),
        play(rate_pct=75, replay=""),
    ],
)
def test_a_play_reads_back_as_it_was_kept(history: History, kept) -> None:
    assert history.add(kept)
    assert history.plays() == (kept,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Mina", "Jun"), ("Jun", "Mina")),
        (("MINA", "Jun"), ("mina ", " jun")),
        (("ミナ", "Jun"), ("ミナ", "Jun")),
        (("", "Jun"), ("Jun", "")),
    ],
)
def test_a_pair_is_the_same_however_it_sits_and_types(one, other) -> None:
    assert pair_key(one) == pair_key(other)


def test_people_are_told_apart() -> None:
    keys = {pair_key(names) for names in [("A", "B"), ("A", "C"), ("AB", ""), ("", "")]}
    assert len(keys) == 4
    assert person_key("ab") != person_key("a b")


def test_a_pair_has_its_own_plays_oldest_first(history: History) -> None:
    for day, names in enumerate([("Mina", "Jun"), ("Mina", "Ada"), ("Jun", "mina")]):
        history.add(play(names, day=day))
    history.add(play(devices=BOT, day=3))
    assert history.plays(pair_key(("jun", "mina"))) == (
        play(("Mina", "Jun"), day=0),
        play(("Jun", "mina"), day=2),
    )
    assert len(history.plays()) == 4


def test_the_pair_that_played_last_comes_first_under_its_latest_names(history: History) -> None:
    for day, names in enumerate([("Mina", "Jun"), ("Mina", "Ada"), ("Jun", "MINA")]):
        history.add(play(names, day=day))
    assert history.pairs() == (
        Pair("jun\nmina", ("Jun", "MINA"), 2, EVENING_S + 2 * DAY_S),
        Pair("ada\nmina", ("Mina", "Ada"), 1, EVENING_S + DAY_S),
    )


def test_a_person_with_a_bot_is_no_pair(history: History) -> None:
    history.add(play(devices=BOT))
    assert history.pairs() == ()


def test_the_best_of_a_song_is_the_highest_of_each(history: History) -> None:
    history.add(play(scores=(600_000, 500_000), together=80))  # 550,000 + 160,000
    history.add(play(scores=(800_000, 800_000), together=None))  # 800,000
    history.add(play(("Mina", "Ada"), song="Elm", scores=(100_000, 100_000), together=None))
    assert history.best_by_digest() == {"ash": Best(800_000, 80, 2), "elm": Best(100_000, None, 1)}
    assert history.best_by_digest(pair_key(("Mina", "Ada"))) == {"elm": Best(100_000, None, 1)}


def test_bots_and_slow_plays_are_nobodys_best(history: History) -> None:
    history.add(play(devices=BOT, scores=(900_000, 900_000)))
    history.add(play(rate_pct=99, scores=(900_000, 900_000)))
    assert history.best_by_digest() == {}
    history.add(play(rate_pct=110, together=None))
    assert history.best_by_digest() == {"ash": Best(700_000, None, 1)}


def test_names_are_remembered_latest_first_and_once_each(history: History) -> None:
    history.add(play(("Mina", "Jun")))
    history.add(play(("Ada", "")))
    history.add(play(("mina", "Easy bot"), devices=BOT))
    assert history.names() == ("mina", "Ada", "Jun")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE parts SET offset_from = 'somewhere' WHERE player = 1",
        "UPDATE parts SET measured_on = 'yesterday'",
        "UPDATE parts SET score = 'many'",
        "UPDATE plays SET together = 'very'",
        "UPDATE plays SET played_at_s = 'today'",
        "DELETE FROM parts WHERE player = 2",
    ],
)
def test_a_play_that_somebody_has_spoilt_is_left_out(history: History, change: str) -> None:
    history.add(play())
    history._database.write(lambda connection: connection.execute(change), "")
    history.add(play(("Ada", "Mina")))
    assert history.plays() == (play(("Ada", "Mina")),)
    assert all(len(pair.names) == 2 for pair in history.pairs())
