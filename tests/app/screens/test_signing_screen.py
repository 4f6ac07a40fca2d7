"""Signing sticks and swapping them, with keys, an input method and the mouse."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from menu_rig import click, draw, point_px, press, typed

from game.app.screens.base import Pop, Replace
from game.app.screens.shelf import ShelfScreen
from game.app.screens.signing import SWAP_NS, SigningScreen
from game.app.services import Services
from game.app.shelf.occasion import Occasion
from game.view.screens import signing as view
from game.view.sticks.signature import REACH
from game.view.widgets.area import Target

OCCASION = Occasion("Two Kits", ("Ada", "P2"), 812_000, 71)


@pytest.fixture
def screen(services: Services) -> SigningScreen:
    made = SigningScreen(services, OCCASION)
    made.enter()
    return made


def draw_a_line(screen: SigningScreen, index: int) -> None:
    """With the mouse, over the middle half of a stick."""
    canvas = draw(screen)
    target = Target(view.STICK, index)
    for kind, share in (
        (pygame.MOUSEBUTTONDOWN, 0.25),
        (pygame.MOUSEMOTION, 0.5),
        (pygame.MOUSEMOTION, 0.75),
        (pygame.MOUSEBUTTONUP, 0.75),
    ):
        pos = point_px(screen, canvas, target, share)
        screen.handle(pygame.Event(kind, button=1, pos=pos, buttons=(1, 0, 0)), 0)


def swap(screen: SigningScreen) -> None:
    press(screen, "RETURN", "RETURN", "RETURN")


def test_names_are_written_already_and_three_presses_swap(
    screen: SigningScreen, services: Services
) -> None:
    assert [stick.signature.text for stick in screen.snapshot(0).sticks] == ["Ada", ""]
    swap(screen)
    (kept,) = services.shelf.pairs
    assert [stick.signature.text for stick in kept.sticks] == ["Ada", "P2"]
    assert (kept.title, kept.score, kept.together) == ("Two Kits", 812_000, 71)


def test_one_press_leaves_and_nothing_is_kept(screen: SigningScreen, services: Services) -> None:
    assert press(screen, "ESCAPE") == Pop()
    assert services.shelf.pairs == ()


def test_an_input_method_composes_on_the_second_stick(
    screen: SigningScreen, services: Services
) -> None:
    press(screen, "RETURN")
    assert screen.text_input
    screen.handle(pygame.Event(pygame.TEXTEDITING, text="북소", start=0, length=2), 0)
    assert screen.snapshot(0).sticks[1].signature.text == "북소"
    screen.handle(typed("북소리"), 0)
    press(screen, "RETURN", "RETURN")
    assert services.shelf.pairs[0].sticks[1].signature.text == "북소리"
    assert services.shelf.pairs[0].sticks[1].name == "북소리"
    assert not screen.text_input


def test_a_drawing_stands_instead_of_the_name_until_letters_are_typed(
    screen: SigningScreen,
) -> None:
    draw_a_line(screen, 1)
    signature = screen.snapshot(0).sticks[1].signature
    assert signature.text == ""
    ((start, *_, end),) = signature.strokes
    assert start[0] == pytest.approx(REACH / 4, abs=5)
    assert end[0] == pytest.approx(3 * REACH / 4, abs=5)
    screen.handle(typed("!"), 0)
    assert screen.snapshot(0).sticks[1].signature.text == "!"


def test_a_click_alone_draws_nothing(screen: SigningScreen) -> None:
    click(screen, Target(view.STICK, 0))
    assert not screen.snapshot(0).sticks[0].signature.is_drawn


def test_the_sticks_change_hands_and_then_there_is_a_choice(screen: SigningScreen) -> None:
    swap(screen)
    halfway = screen.snapshot(SWAP_NS // 2)
    assert halfway.swapped == pytest.approx(0.5)
    assert halfway.buttons == ()
    over = screen.snapshot(SWAP_NS)
    assert over.swapped == 1
    assert len(over.buttons) == 3
    assert "P2" in over.sticks[0].label
    assert "Ada" in over.sticks[0].label


def test_a_press_ends_the_swap_at_once(screen: SigningScreen) -> None:
    swap(screen)
    press(screen, "RETURN", at_ns=SWAP_NS // 4)
    assert screen.snapshot(SWAP_NS // 4).swapped == 1


def test_who_wants_less_motion_sees_them_swapped_at_once(services: Services) -> None:
    settings = services.settings
    display = replace(settings.display, reduced_motion=True)
    services.store.settings = replace(settings, display=display)
    screen = SigningScreen(services, OCCASION)
    swap(screen)
    assert screen.snapshot(0).swapped == 1


def test_afterwards_the_shelf_a_picture_or_back(screen: SigningScreen, services: Services) -> None:
    swap(screen)
    press(screen, "RIGHT", "RETURN", at_ns=SWAP_NS)
    (picture,) = services.folders.pictures.glob("*.png")
    assert pygame.image.load(picture).get_size() == (1920, 1080)
    assert any(str(picture) in notice for notice in services.notices)
    assert press(screen, "RIGHT", "RETURN", at_ns=SWAP_NS) == Pop()
    change = press(screen, "LEFT", "LEFT", "RETURN", at_ns=SWAP_NS)
    assert isinstance(change, Replace)
    assert isinstance(change.screen, ShelfScreen)
