"""What the list says about a chart."""

import pytest
from helpers import chart

from game.app.library.facts import facts_of, figure_of


@pytest.mark.parametrize(
    ("bpm", "meter", "bar", "low", "high"),
    [
        ("114", "4/4", "x---", 114, 114),
        # A dotted pulse is counted, not the quarters that it is made of.
        ("123 dotted", "12/8", "x..x..x..x..", 123, 123),
        ("184.5", "12/8", "x..x..x..x..", 123, 123),
    ],
)
def test_the_tempo_counts_pulses(bpm, meter, bar, low, high):
    facts = facts_of(
        chart(f"#duet 1\ntitle: T\nbpm: {bpm}\nmeter: {meter}\n\n== A ==\nP1 kick |{bar}|\n")
    )
    assert (facts.lowest_bpm, facts.highest_bpm) == (low, high)


def test_a_changing_tempo_is_a_range():
    facts = facts_of(chart("== A ==\nbpm |100|140|\nP1 kick |x---|x---|"))
    assert (facts.lowest_bpm, facts.highest_bpm) == (100, 140)


def test_length_and_bars_are_those_of_the_chart():
    # Two bars of 4/4 at 120 BPM: 2 x 2 s.
    facts = facts_of(chart("== A ==\nP1 kick |x---|x---|"))
    assert (facts.length_us, facts.bars) == (4_000_000, 2)


@pytest.mark.parametrize(
    ("bar", "dots"),
    [
        # Notes in four seconds of 120 BPM (two bars) over 4 s.
        ("----", 0),
        ("x---", 1),  # 0.5 a second
        ("xxxx", 2),  # 2 a second
        ("xxxxxxxx", 3),  # 4 a second
        ("xxxxxxxxxxxxxxxx", 4),  # 8 a second
    ],
)
def test_busy_parts_have_more_dots(bar, dots):
    figure = figure_of(chart(f"== A ==\nP1 snare |{bar}|%|%|%|\nP2 kick |x---|%|%|%|"))
    assert figure.busyness == (dots, 1)


def test_the_butterfly_has_a_wing_for_each_player():
    figure = figure_of(chart("== A ==\nP1 snare |xxxx|\nP2 kick |----|"))
    assert max(figure.butterfly.wings[0]) == 1.0
    assert max(figure.butterfly.wings[1]) == 0.0
