"""Typing, as keyboards and input methods send it."""

import pygame
import pytest
from menu_rig import down, typed

from game.app.screens.text_field import TextField


@pytest.fixture
def field():
    made = TextField(max_length=12)
    made.focus()
    return made


def test_a_field_without_the_focus_takes_nothing():
    field = TextField()
    assert not field.handle(typed("a"))
    assert field.text == ""


def test_text_is_appended_and_control_characters_are_not(field):
    field.handle(typed("a\tb\n"))
    assert field.text == "ab"


def test_no_more_is_taken_than_fits(field):
    field.handle(typed("x" * 40))
    assert field.text == "x" * 12


def test_backspace_takes_a_letter_with_its_accents(field):
    field.handle(typed("nq\u0323\u0301"))
    field.handle(down("BACKSPACE"))
    assert field.text == "n"


def test_control_and_backspace_empties_the_field(field):
    field.handle(typed("word"))
    field.handle(down("BACKSPACE", mod=pygame.KMOD_LCTRL))
    assert field.text == ""


def test_a_composed_syllable_replaces_its_parts(field):
    field.handle(pygame.Event(pygame.TEXTEDITING, text="ㅎ"))
    field.handle(pygame.Event(pygame.TEXTEDITING, text="하"))
    assert field.field("").composition == "하"
    field.handle(typed("한"))
    assert (field.text, field.composition) == ("한", "")


def test_what_is_being_composed_is_kept_when_the_focus_goes(field):
    field.handle(pygame.Event(pygame.TEXTEDITING, text="か"))
    field.blur()
    assert field.text == "か"


@pytest.mark.parametrize("unicode", ["", "\t", " ", "\x1b"])
def test_only_a_printed_character_starts_a_search(unicode):
    assert not TextField().start(down("F1", unicode=unicode))


def test_shortcuts_start_nothing():
    assert not TextField().start(down("A", unicode="a", mod=pygame.KMOD_LCTRL))


def test_where_the_event_does_not_say_the_character_the_key_does():
    field = TextField()
    event = pygame.Event(
        pygame.KEYDOWN, scancode=4, key=pygame.K_a, mod=pygame.KMOD_LSHIFT, unicode=""
    )
    assert field.start(event)
    assert field.text == "A"
