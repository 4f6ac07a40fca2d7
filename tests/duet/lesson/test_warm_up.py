"""Four strokes each, before the lesson."""

from __future__ import annotations

from game.duet.lesson.warm_up import WANTED, WarmUp


def test_each_player_is_warm_after_four_strokes() -> None:
    warm_up = WarmUp()
    for _ in range(WANTED - 1):
        warm_up = warm_up.struck(1)
    assert not warm_up.is_warm(1)
    assert warm_up.struck(1).is_warm(1)
    assert not warm_up.struck(1).is_warm(2)


def test_further_strokes_count_no_more() -> None:
    warm_up = WarmUp({2: WANTED})
    assert warm_up.struck(2).of(2) == WANTED
