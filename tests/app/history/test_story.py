"""The story of a pair: totals, growth, and points over time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_plays import play

from game.app.history.story import (
    MOST_POINTS,
    Growth,
    growth_of,
    local_time,
    points_of,
    scores_of,
    story_of,
)

NAMES = ("Mina", "Jun")


def test_a_story_counts_plays_songs_and_days() -> None:
    plays = [play(day=0), play(day=0, song="Elm"), play(day=2, together=80), play(day=3)]
    story = story_of(plays, NAMES)
    assert (story.plays, story.songs, story.days) == (4, 2, 3)
    assert story.closest == plays[2]
    assert story.growth is None


def test_a_story_without_plays_is_empty() -> None:
    story = story_of((), NAMES)
    assert (story.plays, story.songs, story.days, story.closest) == (0, 0, 0, None)
    assert story.points == ()


@pytest.mark.parametrize(
    ("togethers", "expected"),
    [
        ([40, 42] * 4 + [60, 62] * 4, Growth(41, 61)),
        ([60, 62] * 4 + [40, 42] * 4, None),  # never held against them
        ([20, 80] * 4 + [30, 90] * 4, None),  # 10 closer, scattered by 32
        ([40, 42] * 3 + [60, 62] * 3, None),  # too few
        ([50] * 16, None),
        ([50] * 8 + [51] * 8, None),  # a single point is nothing to speak of
        ([50] * 8 + [52] * 8, Growth(50, 52)),
    ],
)
def test_growth_is_said_only_where_it_is_clear(togethers, expected) -> None:
    assert growth_of(togethers) == expected


def test_a_person_keeps_their_curve_whichever_seat_they_take() -> None:
    swapped = play(("JUN", "mina"), scores=(100, 900))
    assert scores_of(swapped, NAMES) == (900, 100)


@pytest.mark.parametrize("names", [("", ""), ("Mina", "MINA")])
def test_namesakes_go_by_their_seats(names) -> None:
    assert scores_of(play(names, scores=(100, 900)), names) == (100, 900)


def test_few_plays_are_points_of_their_own() -> None:
    points = points_of([play(scores=(100, 900)), play(together=None)], NAMES)
    assert [(point.first, point.count) for point in points] == [(0, 1), (1, 1)]
    assert points[0].scores == (100, 900)
    assert (points[0].low, points[0].together, points[0].high) == (55, 61, 67)
    assert (points[1].together, points[1].typical_gap_us) == (None, None)


@given(st.integers(1, 2_000))
def test_every_play_is_in_one_point(count: int) -> None:
    plays = [play()] * count
    points = points_of(plays, NAMES)
    assert len(points) == min(count, MOST_POINTS)
    assert [point.first for point in points[1:]] == [p.first + p.count for p in points[:-1]]
    assert points[0].first == 0
    assert points[-1].first + points[-1].count == count


def test_a_point_of_many_plays_is_their_mean() -> None:
    plays = [play(together=40), play(together=60)] * MOST_POINTS
    assert {point.together for point in points_of(plays, NAMES)} == {50}


def test_a_time_that_no_clock_shows_is_no_crash() -> None:
    assert local_time(10**18) == local_time(0)
    assert story_of([replace(play(), played_at_s=10**18)], NAMES).days == 1
