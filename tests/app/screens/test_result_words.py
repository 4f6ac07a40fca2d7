"""What a result is called."""

import pytest

from game.app.screens.result_words import duet_word, player_word, timing_word
from game.duet.result import PlayerResult


def result(perfect=0, great=0, good=0, miss=0, player=1, level=3):
    notes = perfect + great + good + miss
    return PlayerResult(
        player, level, "four", 0, perfect, great, good, miss, 0, 0, 0, notes, None, None
    )


@pytest.mark.parametrize(
    ("played", "word"),
    [
        (result(), "rested"),
        (result(perfect=100), "flawless"),
        (result(perfect=60, great=30, good=10), "complete"),
        (result(great=95, miss=5), "sure"),
        (result(great=94, miss=6), "groove"),
        (result(good=85, miss=15), "groove"),
        (result(good=84, miss=16), "finding"),
        (result(good=65, miss=35), "finding"),
        (result(good=35, miss=65), "warming"),
        (result(good=34, miss=66), "starting"),
        (result(miss=100), "starting"),
    ],
)
def test_a_player_gets_a_word_by_what_was_hit(played, word):
    assert player_word(played) == word


@pytest.mark.parametrize(
    ("humans", "word"),
    [
        ([], "watched"),
        ([result()], "watched"),
        ([result(perfect=10), result(perfect=30)], "flawless"),
        ([result(perfect=10), result(great=30)], "complete"),
        ([result(perfect=90, miss=10)], "tight"),
        ([result(perfect=100), result(miss=40, perfect=60)], "held"),
        ([result(perfect=40, miss=60)], "half"),
        ([result(perfect=39, miss=61)], "first"),
    ],
)
def test_the_duet_gets_a_sentence_by_what_its_people_hit(humans, word):
    assert duet_word(humans) == word


@pytest.mark.parametrize(
    ("median_us", "word"),
    [
        (None, "unknown"),
        (0, "on_time"),
        (3_000, "on_time"),
        (-3_000, "on_time"),
        (3_001, "late"),
        (-3_001, "early"),
    ],
)
def test_a_median_error_has_a_word(median_us, word):
    assert timing_word(median_us) == word
