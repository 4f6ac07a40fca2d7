"""Who has not touched a drum for long."""

from __future__ import annotations

import pytest
from helpers import chart

from game.app.play.idle_watch import IdleWatch
from game.charts.compile import compile_timeline

S = 1_000_000
BAR = 2 * S
# Two bars of rest after the first two: 12 bars, 10 of them with notes.
SONG = "P1 snare |x---|x---|----|----|" + "x---|" * 8
SONG_2 = "P2 kick |" + "o---|" * 12


@pytest.fixture
def watch() -> IdleWatch:
    return IdleWatch(compile_timeline(chart(f"{SONG}\n{SONG_2}"), 1))


@pytest.mark.parametrize(
    ("bars", "is_idle"),
    # The eighth bar with notes is the tenth, and ends with the tenth.
    [(0, False), (8, False), (9.9, False), (10, True), (12, True)],
)
def test_eight_bars_with_notes_and_no_press_are_idle(
    bars: float, is_idle: bool, watch: IdleWatch
) -> None:
    assert watch.is_idle(round(bars * BAR)) == is_idle


def test_a_press_begins_the_count_anew(watch: IdleWatch) -> None:
    watch.touched(round(1.5 * BAR))
    assert not watch.is_idle(11 * BAR)
    assert watch.is_idle(12 * BAR)


def test_an_earlier_press_changes_nothing(watch: IdleWatch) -> None:
    watch.touched(9 * BAR)
    watch.touched(BAR)
    assert not watch.is_idle(12 * BAR)
