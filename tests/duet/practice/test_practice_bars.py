"""The bars to practise."""

from __future__ import annotations

import pytest
from helpers import chart
from hypothesis import given
from hypothesis import strategies as st

from game.charts.compile import compile_timeline
from game.duet.practice.bars import (
    Bars,
    around,
    bar_at,
    between,
    section_at,
    section_beside,
    span_us,
    whole,
)
from game.duet.practice.run_in import cut, round_of

# Two seconds a bar: bars begin at 0, 2, 4, 6, 8, 10 s.
SIX_BARS = """
== Intro ==
P1 kick |o---|o---|
P2 snare|--x-|--x-|
== Verse ==
P1 kick |o-o-|o-o-|o-o-|
P2 snare|-x-x|-x-x|-x-x|
== End ==
P1 kick |o---|
P2 snare|x---|
"""
S = 1_000_000


def timeline(player: int = 1):
    return compile_timeline(chart(SIX_BARS), player)


@pytest.mark.parametrize(
    ("at_us", "bar"),
    [(-5 * S, 0), (0, 0), (2 * S - 1, 0), (2 * S, 1), (11 * S, 5), (99 * S, 5)],
)
def test_a_time_lies_in_a_bar_or_nearest_to_one(at_us: int, bar: int) -> None:
    assert bar_at(timeline(), at_us) == bar


def test_times_in_either_order_choose_the_bars_that_they_touch() -> None:
    assert between(timeline(), 9 * S, 3 * S) == Bars(1, 4)


@pytest.mark.parametrize(
    ("bar", "section"), [(0, (0, 1)), (1, (0, 1)), (2, (2, 4)), (4, (2, 4)), (5, (5, 5))]
)
def test_a_bar_names_its_section(bar: int, section: tuple[int, int]) -> None:
    assert section_at(timeline(), bar) == Bars(*section)


def test_without_sections_the_whole_song_is_one() -> None:
    plain = compile_timeline(chart("P1 kick |o---|o---|"), 1)
    assert section_at(plain, 1) == whole(plain) == Bars(0, 1)


@pytest.mark.parametrize(("at_us", "bars"), [(9 * S, (1, 4)), (1 * S, (0, 3)), (99 * S, (2, 5))])
def test_the_bars_around_a_pause_end_with_it(at_us: int, bars: tuple[int, int]) -> None:
    assert around(timeline(), at_us) == Bars(*bars)


@given(
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(1, 12),
    st.lists(st.tuples(st.booleans(), st.integers(-5, 5)), max_size=10),
)
def test_however_they_are_moved_they_stay_bars_of_the_song(one, other, count, moves) -> None:
    bars = Bars(min(one, other), max(one, other)).within(count)
    for is_first, steps in moves:
        moved = bars.moved_first(steps) if is_first else bars.moved_last(steps)
        bars = moved.within(count)
        assert 0 <= bars.first <= bars.last < count


def test_the_span_of_the_last_bars_ends_with_the_song() -> None:
    assert span_us(timeline(), Bars(4, 5)) == (8 * S, 12 * S)


def test_a_round_begins_a_bar_before_and_is_counted_in() -> None:
    played = round_of(timeline(), Bars(2, 3))
    assert (played.start_us, played.from_us, played.to_us) == (2 * S, 4 * S, 8 * S)
    assert played.sticks_us == (2_000_000, 2_500_000, 3_000_000, 3_500_000)


def test_a_faster_round_has_the_same_real_time_to_get_ready() -> None:
    # 1.5 s of real time are 2.25 s of the song at 150 %: two bars of 2 s.
    assert round_of(timeline(), Bars(3, 3), 150).start_us == 2 * S
    assert round_of(timeline(), Bars(3, 3), 40).start_us == 4 * S


def test_at_the_start_of_the_song_its_own_count_in_counts() -> None:
    counted_us = (-2_000_000, -1_500_000, -1_000_000, -500_000)
    played = round_of(timeline(), Bars(0, 1), 100, counted_us)
    assert (played.start_us, played.sticks_us) == (-2 * S, counted_us)


def test_only_notes_of_the_bars_are_left() -> None:
    played = round_of(timeline(), Bars(2, 3))
    inside = cut(timeline(), played)
    assert [note.at_us for note in inside.notes] == [4 * S, 5 * S, 6 * S, 7 * S]
    assert inside.bars == timeline().bars


@pytest.mark.parametrize(
    ("bar", "steps", "expected"),
    [(0, 1, 2), (1, 1, 2), (2, 1, 2), (3, -1, 2), (2, -1, 0), (1, -1, 0), (3, 0, 2), (0, -1, 0)],
)
def test_the_section_beside_is_the_next_or_where_this_one_began(
    bar: int, steps: int, expected: int
) -> None:
    timeline = compile_timeline(
        chart("== A ==\nP1 kick |o---|o---|\n== B ==\nP1 kick |o---|o---|"), 1
    )
    assert section_beside(timeline, bar, steps) == expected


def test_bars_without_a_run_in_begin_at_their_own_line() -> None:
    timeline = compile_timeline(chart("P1 kick |o---|o---|o---|"), 1)
    played = round_of(timeline, Bars(1, 1), runs_in=False)
    assert (played.start_us, played.from_us, played.to_us) == (2_000_000, 2_000_000, 4_000_000)
    assert played.sticks_us == ()
