"""One way through a step: what lands, what comes again, and what it was worth."""

from __future__ import annotations

import pytest
from helpers import chart
from hypothesis import given
from hypothesis import strategies as st

from game.charts.compile import compile_timeline
from game.duet.lesson.lesson_run import LessonRun, ideas_of
from game.duet.practice.bars import Bars
from game.duet.practice.passes import Pass, PlayerPass

BOTH = (1, 2)


def played(first: tuple[int, int], second: tuple[int, int] = (8, 8)) -> Pass:
    """Hits and notes of both."""
    players = (PlayerPass(1, *first, None), PlayerPass(2, *second, None))
    return Pass(100, players, together=None, gap_us=None)


ALL, HALF, LESS = played((8, 8)), played((4, 8)), played((3, 8))


def test_every_section_is_an_idea() -> None:
    rows = """
    == One ==
    P1 kick |o---|o---|
    == Two ==
    P1 kick |o---|
    """
    assert ideas_of(compile_timeline(chart(rows), 1)) == (Bars(0, 1), Bars(2, 2))


def test_half_of_the_notes_lead_to_the_next_idea() -> None:
    run = LessonRun(ideas=3).after(HALF, BOTH)
    assert (run.idea, run.waits) == (1, False)


def test_less_than_half_brings_the_idea_once_more_without_hurry() -> None:
    run = LessonRun(ideas=3).after(LESS, BOTH)
    assert (run.idea, run.waits) == (0, True)


def test_no_idea_comes_a_third_time() -> None:
    run = LessonRun(ideas=3).after(LESS, BOTH).after(LESS, BOTH)
    assert (run.idea, run.waits) == (1, False)


@pytest.mark.parametrize(
    ("first", "second", "learners", "lands"),
    [
        ((8, 8), (3, 8), (1, 2), False),  # both have to land it
        ((8, 8), (3, 8), (1,), True),  # a bot's misses are nobody's
        ((0, 0), (8, 8), (1, 2), True),  # who listens is no obstacle
        ((4, 8), (4, 8), (1, 2), True),
    ],
)
def test_each_learner_has_to_land_it(first, second, learners, lands) -> None:
    run = LessonRun(ideas=2).after(played(first, second), learners)
    assert (run.idea == 1) is lands


@pytest.mark.parametrize(
    ("passes", "marks"),
    [
        ((ALL, ALL), 3),
        ((ALL, HALF), 2),  # 12 + 16 of 32
        ((LESS, LESS, ALL), 1),  # the first one took two tries
    ],
)
def test_whoever_comes_to_the_end_wins_a_mark(passes, marks) -> None:
    run = LessonRun(ideas=2)
    for each in passes:
        run = run.after(each, BOTH)
    assert run.is_over
    assert run.marks() == marks


def test_what_is_skipped_is_worth_no_mark_and_takes_none_away() -> None:
    run = LessonRun(ideas=2).after(ALL, BOTH).skipped()
    assert run.is_over
    assert run.marks() == 0


def test_going_back_stops_at_the_first_idea() -> None:
    run = LessonRun(ideas=2).after(ALL, BOTH)
    assert run.back().idea == 0
    assert run.back().back().idea == 0


@given(st.lists(st.sampled_from([ALL, HALF, LESS]), max_size=20))
def test_twice_as_many_times_round_as_ideas_are_always_enough(passes: list[Pass]) -> None:
    run, rounds = LessonRun(ideas=3), 0
    for each in [*passes, *[LESS] * 6]:
        if run.is_over:
            break
        run, rounds = run.after(each, BOTH), rounds + 1
    assert run.is_over
    assert rounds <= 6
    assert run.marks() >= 1
