"""What is written on a highway lies behind its notes."""

from dataclasses import replace

import numpy as np
import pytest
from view_scenes import (
    EVERYTHING,
    STRINGS,
    canvas,
    changed,
    frame,
    pixels,
    seat,
    timelines,
    verdict,
    with_seat,
)

from game.charts.layouts import LAYOUTS
from game.charts.timeline import Timeline
from game.view.canvas import Canvas
from game.view.screens import play
from game.view.theme import Theme

SIZES = [(960, 540), (1280, 720), (1920, 1080)]
STEP_US = 430_000
SOLID = 24
"""A note changes its ground by more than this; its soft edge may change it by less."""


def picture(
    parts: list[Timeline], at_us: int, target: Canvas, *, has_words: bool, has_notes: bool = True
) -> np.ndarray:
    """A moment in which both have just hit something, all notes to come left out if wanted."""
    shown = frame(parts, at_us)
    # A verdict without a note: a word without a ring.
    word = replace(verdict(0, "snare", at_us), note=None)
    for index, part in enumerate(parts):
        judged = bytes(note.at_us <= at_us or not has_notes for note in part.notes)
        played = seat(part, judged, [word] if has_words else [], combo=128)
        shown = with_seat(shown, index, seat=played)
    play.draw(target, shown, STRINGS)
    return pixels(target.surface)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_note_looks_the_same_with_a_word_behind_it(layout: str, size: tuple[int, int]) -> None:
    # The high contrast leaves away the light around notes, which may fall on a word.
    target = canvas(size, Theme("high-contrast", text_scale_pct=150 if size == SIZES[0] else 100))
    first, second = timelines(EVERYTHING, (layout, layout))
    # Without a partner no thread: threads are light, and may fall on a word as well.
    alone_notes = tuple(replace(note, shared=False) for note in second.notes)
    parts = [first, replace(second, notes=alone_notes)]
    crossed = 0
    for at_us in range(-1_500_000, parts[0].end_us, STEP_US):
        plain = picture(parts, at_us, target, has_words=False)
        empty = picture(parts, at_us, target, has_words=False, has_notes=False)
        worded = picture(parts, at_us, target, has_words=True)
        alone = picture(parts, at_us, target, has_words=True, has_notes=False)
        notes = changed(empty, plain, SOLID)
        assert not (notes & changed(plain, worded, 8)).any()
        crossed += (notes & changed(empty, alone)).sum()
    assert crossed > 100, "no note has crossed a word"


def test_a_word_is_whole_where_no_note_is() -> None:
    target, parts = canvas(), timelines("P1 kick |x---|\nP2 kick |x---|")
    plain, worded = (
        picture(parts, 300_000, target, has_words=has_words) for has_words in (False, True)
    )
    assert changed(plain, worded, 60).mean() > 0.005
