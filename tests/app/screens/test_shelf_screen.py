"""The shelf: looking, taking a picture along, taking sticks off."""

from __future__ import annotations

import pygame
import pytest
from menu_rig import click, draw, press

from game.app.screens.base import Pop
from game.app.screens.shelf import ShelfScreen
from game.app.services import Services
from game.app.shelf.pair import SignedPair, Stick
from game.view.screens import shelf as view
from game.view.sticks.signature import Signature
from game.view.widgets.area import Target

PAIRS = 15


def pair(number: int) -> SignedPair:
    sticks = (Stick(1, f"A{number}", Signature("A")), Stick(2, f"B{number}", Signature("B")))
    return SignedPair(sticks, f"Song {number}", 1_700_000_000, 812_000)


@pytest.fixture
def screen(services: Services) -> ShelfScreen:
    for number in range(PAIRS):
        services.shelf.add(pair(number))
    made = ShelfScreen(services)
    made.enter()
    return made


def titles(screen: ShelfScreen) -> list[str]:
    return [card.title for card in screen.snapshot(0).cards]


def chosen(screen: ShelfScreen) -> str:
    shown = screen.snapshot(0)
    return shown.cards[shown.chosen].title


def test_the_latest_stand_first(screen: ShelfScreen) -> None:
    assert titles(screen) == [f"Song {number}" for number in range(14, 8, -1)]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["RIGHT"], "Song 13"),
        (["DOWN", "DOWN", "DOWN"], "Song 8"),
        (["END"], "Song 0"),
        (["END", "UP"], "Song 2"),
        (["PAGE_DOWN", "PAGE_UP"], "Song 14"),
        (["UP"], "Song 14"),
    ],
)
def test_keys_look_around(keys: list[str], expected: str, screen: ShelfScreen) -> None:
    names = [key.replace("_", "") for key in keys]
    press(screen, *names)
    assert chosen(screen) == expected


def test_the_wheel_scrolls_to_the_end_and_no_further(screen: ShelfScreen) -> None:
    for _ in range(20):
        screen.handle(pygame.Event(pygame.MOUSEWHEEL, y=-1), 0)
    assert titles(screen)[-1] == "Song 0"
    assert chosen(screen) in titles(screen)


def test_delete_asks_and_a_second_press_takes_off(screen: ShelfScreen, services: Services) -> None:
    press(screen, "RIGHT", "DELETE")
    assert "A13" in screen.snapshot(0).sure[0]
    assert len(services.shelf.pairs) == PAIRS
    press(screen, "DELETE")
    assert "Song 13" not in titles(screen)
    assert len(services.shelf.pairs) == PAIRS - 1


@pytest.mark.parametrize("key", ["ESCAPE", "RETURN", "RIGHT"])
def test_any_other_key_leaves_them_there(key: str, screen: ShelfScreen, services: Services) -> None:
    assert press(screen, "DELETE", key) is None
    assert screen.snapshot(0).sure == ("", "")
    press(screen, "DELETE")
    assert len(services.shelf.pairs) == PAIRS


def test_the_last_pair_can_go_too(services: Services) -> None:
    services.shelf.add(pair(1))
    screen = ShelfScreen(services)
    press(screen, "DELETE", "DELETE")
    assert screen.snapshot(0).cards == ()
    draw(screen)


def test_an_empty_shelf_says_what_to_do(services: Services) -> None:
    screen = ShelfScreen(services)
    press(screen, "DELETE", "RETURN", "DOWN", "END")
    assert screen.snapshot(0).empty[1]
    draw(screen)
    assert press(screen, "ESCAPE") == Pop()


def test_enter_saves_the_picture_of_the_chosen(screen: ShelfScreen, services: Services) -> None:
    click(screen, Target(view.PAIR, 3))
    press(screen, "RETURN")
    (picture,) = services.folders.pictures.glob("*.png")
    assert "A11 + B11" in picture.name
