"""Words over the highway."""

import pytest
from view_scenes import STRINGS, canvas, changed, pixels, seat, timelines

from game.duet.snapshot import SeatSnapshot
from game.judge.verdict import Grade, Verdict
from game.timing.units import Micros
from game.view.highway.geometry import HIT, TOP
from game.view.highway.judgement import (
    FADE_MS,
    SHOWN_GRADES,
    draw_judgement,
    latest,
    strength,
    word_color,
)
from game.view.theme import Theme


def last(grade: Grade, offset_us: int = 0, combo: int = 0) -> SeatSnapshot:
    verdict = Verdict(Micros(0), grade, "snare", 0, offset_us, 100, True)
    return seat(timelines()[0], recent=(verdict,), combo=combo)


def rows(seat: SeatSnapshot, age_ms: float, theme: Theme | None = None) -> tuple[float, float]:
    """The highest and lowest place that is drawn on, in layout units."""
    target = canvas(theme=theme)
    before = pixels(target.surface)
    draw_judgement(target, 1, seat, age_ms, STRINGS)
    touched = changed(before, pixels(target.surface), by=8).any(axis=0).nonzero()[0]
    return target.position((0, int(touched[0])))[1], target.position((0, int(touched[-1])))[1]


@pytest.mark.parametrize("grade", SHOWN_GRADES)
def test_words_and_combos_stay_in_the_uppermost_fifth(grade: Grade) -> None:
    top, low = rows(last(grade, combo=9_999), 0)
    assert top >= TOP and low <= TOP + (HIT - TOP) / 5 + 8


def test_words_stay_there_when_text_is_large() -> None:
    top, low = rows(last(Grade.PERFECT, combo=9_999), 0, Theme(text_scale_pct=150))
    assert top >= TOP - 16 and low <= TOP + (HIT - TOP) / 4


def test_a_word_fades_and_is_gone_in_time() -> None:
    assert strength(0) == 1
    assert 0 < strength(250) < strength(200) < 1
    assert strength(FADE_MS) == strength(10 * FADE_MS) == 0


def test_an_old_word_draws_nothing() -> None:
    target = canvas()
    before = pixels(target.surface)
    draw_judgement(target, 1, last(Grade.PERFECT), FADE_MS, STRINGS)
    assert not changed(before, pixels(target.surface)).any()


def test_early_words_rise_and_late_ones_sink() -> None:
    early, on_time, late = (rows(last(Grade.GREAT, us), 0)[0] for us in (-40_000, 0, 40_000))
    assert early < on_time < late


def test_with_reduced_motion_words_stand_still() -> None:
    still = Theme(reduced_motion=True)
    assert len({rows(last(Grade.GREAT, us), 0, still)[0] for us in (-40_000, 0, 40_000)}) == 1


def test_early_and_late_are_tinted_apart() -> None:
    for grade in (Grade.PERFECT, Grade.GREAT, Grade.GOOD):
        colors = {word_color(last(grade, us).recent[0]) for us in (-40_000, 0, 40_000)}
        assert len(colors) == 3


@pytest.mark.parametrize("grade", [Grade.ROLL, Grade.ABSORBED])
def test_presses_of_rolls_and_graces_leave_the_last_word_standing(grade: Grade) -> None:
    perfect = Verdict(Micros(0), Grade.PERFECT, "snare", 0, 0, 100, True)
    further = Verdict(Micros(1), grade, "snare", 0, None, 100, False)
    assert latest(seat(timelines()[0], recent=(perfect, further))) is perfect


def test_without_a_verdict_there_is_no_word() -> None:
    assert latest(seat(timelines()[0])) is None
