"""The steps of the lesson, and what is remembered of them."""

from __future__ import annotations

from game.duet.lesson.course import STEPS, after, first_open, with_marks


def test_first_minute_comes_before_twelve_steps() -> None:
    assert STEPS[0] == "first-minute"
    assert len(STEPS) == 1 + 12


def test_each_step_leads_to_the_next() -> None:
    way = [STEPS[0]]
    while (step := after(way[-1])) is not None:
        way.append(step)
    assert tuple(way) == STEPS


def test_the_lesson_goes_on_where_no_mark_is_yet() -> None:
    assert first_open({}) == "first-minute"
    assert first_open({"first-minute": 1, "back-beat": 3}) == "pulse"
    assert first_open(dict.fromkeys(STEPS, 1)) == "first-minute"


def test_the_best_of_all_times_is_kept() -> None:
    assert with_marks({}, "pulse", 2) == {"pulse": 2}
    assert with_marks({"pulse": 2}, "pulse", 1) == {"pulse": 2}
    assert with_marks({"pulse": 2}, "pulse", 3) == {"pulse": 3}
    assert with_marks({"pulse": 2}, "flam", 0) == {"pulse": 2}
