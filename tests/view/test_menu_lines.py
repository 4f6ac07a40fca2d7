"""Lines that shrink before they are cut, and paragraphs in any script."""

from __future__ import annotations

import os

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.files import folders
from game.view.canvas import Canvas, Fonts
from game.view.theme import Theme
from game.view.widgets.lines import fitting_size, line_height, wrapped

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
FONTS = Fonts(folders.shipped() / "assets" / "fonts")
TEXTS = st.text(st.sampled_from("ab g,.-/각나다らリ夜明 "), max_size=60)


@pytest.fixture(scope="module")
def canvas() -> Canvas:
    pygame.display.init()
    pygame.font.init()
    return Canvas(pygame.display.set_mode((960, 540)), FONTS)


def test_a_text_that_fits_keeps_its_size(canvas):
    assert fitting_size(canvas, "short", 500, 30) == 30


def test_a_text_that_is_too_wide_shrinks_but_not_to_nothing(canvas):
    wide = canvas.text_width("a little too wide", 30)
    size = fitting_size(canvas, "a little too wide", wide * 0.8, 30)
    assert 20 <= size < 30
    assert canvas.text_width("a little too wide", size) <= wide * 0.8
    assert fitting_size(canvas, "a little too wide", 1, 30) == 20


def test_words_stay_whole_where_they_can(canvas):
    room = canvas.text_width("two words", 24) + 1
    assert wrapped(canvas, "two words and more", room, 24) == ("two words", "and more")


def test_scripts_without_spaces_break_anywhere(canvas):
    room = canvas.text_width("夜明けの", 24) + 1
    assert wrapped(canvas, "夜明けの太鼓", room, 24) == ("夜明けの", "太鼓")


def test_a_path_that_is_too_long_breaks_within(canvas):
    room = canvas.text_width("/a/very/lo", 24)
    lines = wrapped(canvas, "/a/very/long/path", room, 24)
    assert "".join(lines) == "/a/very/long/path"
    assert len(lines) == 2


def test_what_is_over_ends_up_in_the_last_line(canvas):
    room = canvas.text_width("one two", 24) + 1
    assert wrapped(canvas, "one two three four five", room, 24, 2) == (
        "one two",
        "three four five",
    )


def test_nothing_is_no_line(canvas):
    assert wrapped(canvas, "", 100, 24) == ()


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.integers(40, 400))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(canvas, text, room):
    lines = wrapped(canvas, text, room, 24)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for shown in lines:
        assert canvas.text_width(shown, 24) <= room or len(shown) == 1


def test_larger_text_has_its_lines_further_apart():
    large = Canvas(pygame.display.set_mode((960, 540)), FONTS, Theme(text_scale_pct=150))
    small = Canvas(pygame.display.set_mode((960, 540)), FONTS, Theme(text_scale_pct=75))
    assert line_height(large, 24) > line_height(small, 24)
