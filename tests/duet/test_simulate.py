"""Duets that only bots play."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rhythm import MS, part, seat

from game.duet.bot_spec import BotSpec
from game.duet.bots import Bot
from game.duet.duet import Duet
from game.duet.result import TogetherResult
from game.duet.seat import Seat
from game.duet.simulate import play_bots, simulate
from game.judge.rules import RULES
from game.timing.units import Micros

PERFECT = BotSpec()
QUARTERS = "snare " + "x---" * 16


def quarters(rules: str = "standard") -> list[Seat]:
    """16 quarter notes at 150 BPM for each player."""
    return [seat(QUARTERS, player=player, rules=rules) for player in (1, 2)]


def test_a_bot_60_ms_late_gets_great_throughout_under_standard() -> None:
    player = simulate(quarters(), [BotSpec(60), PERFECT]).result.players[0]
    assert (player.great, player.notes, player.max_combo) == (16, 16, 16)
    assert (player.score, player.overhits) == (685_000, 0)
    assert (player.median_offset_us, player.sd_offset_us) == (60_000, 0)


def test_a_bot_110_ms_late_misses_all_under_standard() -> None:
    player = simulate(quarters(), [BotSpec(110), PERFECT]).result.players[0]
    assert (player.miss, player.overhits, player.score) == (16, 16, 0)
    assert (player.median_offset_us, player.sd_offset_us) == (None, None)


def test_perfect_bots_score_a_million() -> None:
    result = simulate(quarters(), [PERFECT, PERFECT], digest="abc").result
    assert [player.score for player in result.players] == [1_000_000, 1_000_000]
    assert (result.duet_score, result.digest) == (1_000_000, "abc")
    # 16 pairs are too few to say anything.
    assert result.together == TogetherResult(None, None, None, 16, None, False)


def test_the_result_is_json_of_integers_texts_and_nulls() -> None:
    shape = simulate([seat("snare x"), seat("snare r=", player=2)], [PERFECT, PERFECT]).result
    assert shape.to_json() == {
        "digest": "",
        "players": [
            {
                "player": 1,
                "level": 5,
                "layout": "four",
                "score": 1_000_000,
                "perfect": 1,
                "great": 0,
                "good": 0,
                "miss": 0,
                "overhits": 0,
                "roll_hits": 0,
                "max_combo": 1,
                "notes": 1,
                "median_offset_us": 0,
                "sd_offset_us": 0,
            },
            {
                "player": 2,
                "level": 5,
                "layout": "four",
                "score": 0,
                "perfect": 0,
                "great": 0,
                "good": 0,
                "miss": 0,
                "overhits": 0,
                "roll_hits": 2,
                "max_combo": 0,
                "notes": 0,
                "median_offset_us": None,
                "sd_offset_us": None,
            },
        ],
        "duet_score": 1_000_000,
        "together": {
            "score": None,
            "low": None,
            "high": None,
            "pairs": 0,
            "typical_gap_us": None,
            "relative": False,
        },
    }


symbols = st.text(st.sampled_from("xxxXgfFdDrR=---"), max_size=60)


lines = st.tuples(st.sampled_from(["tom", "snare", "cymbal", "kick"]), symbols).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(
    lines=st.lists(lines, max_size=6),
    step_ms=st.sampled_from([10, 15, 60, 100, 125, 333]),
    rules=st.sampled_from(sorted(RULES)),
)
def test_a_perfect_bot_full_combos_any_part(lines: list[str], step_ms: int, rules: str) -> None:
    seats = [seat(*lines, rules=rules, player=player, step_ms=step_ms) for player in (1, 2)]
    for player in simulate(seats, [PERFECT, PERFECT]).result.players:
        assert player.perfect == player.max_combo == player.notes
        assert player.overhits == 0


@pytest.mark.parametrize(("layout", "lane"), [("two", "low"), ("kit", "crash")])
def test_a_perfect_bot_plays_every_layout(layout: str, lane: str) -> None:
    one = Seat(part(f"{lane} x-xfr==-x", layout=layout), RULES["tight"])
    player = simulate([one], [PERFECT]).result.players[0]
    assert (player.max_combo, player.notes, player.overhits) == (4, 4, 0)
    assert player.layout == layout


def test_the_seed_decides() -> None:
    bots = [BotSpec(0, 14, 0.4), BotSpec(0, 30, 0.4)]
    logs = {seed: simulate(quarters(), bots, seed=seed).duet.log for seed in (1, 2)}
    assert simulate(quarters(), bots, seed=1).duet.log == logs[1]
    assert logs[1] != logs[2]


def test_a_follower_comes_nearer_to_its_partner() -> None:
    def gap_us(gain: float) -> float:
        duet = simulate(quarters(), [BotSpec(50), BotSpec(0, 0, gain)]).duet
        one, two = ([v.offset_us or 0 for v in duet.verdicts(player)] for player in (1, 2))
        return sum(abs(a - b) for a, b in zip(one, two, strict=True)) / len(one)

    # All but the first note are 50 ms apart, less what the follower takes over.
    assert gap_us(0) == 50 * MS
    assert gap_us(0.5) == (50 + 15 * 25) / 16 * MS
    assert gap_us(1) == 50 / 16 * MS


@pytest.mark.parametrize("step_ms", [1, 7, 143])
def test_followers_play_the_same_however_often_the_app_calls(step_ms: int) -> None:
    specs = [BotSpec(-20, 30, 0.8), BotSpec(10, 30, 0.8)]
    whole = simulate(quarters(), specs, seed=4)
    duet = Duet(quarters())
    bots = [Bot(own, spec, 4) for own, spec in zip(duet.seats, specs, strict=True)]
    played = []
    for now_ms in range(-500, 9000, step_ms):
        played += play_bots(duet, bots, Micros(now_ms * MS))
        for player in (1, 2):
            duet.advance(player, Micros((now_ms - 30) * MS))
    assert duet.clamped == 0
    assert tuple(played) == whole.events
    assert duet.log == whole.duet.log


def test_every_simulated_press_is_judged_unclamped() -> None:
    for spread_ms, gain in product([0, 14, 80], [0, 0.5, 1]):
        bot = BotSpec(0, spread_ms, gain)
        assert simulate(quarters(), [bot, bot], seed=9).duet.clamped == 0
