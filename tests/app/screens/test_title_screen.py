"""The title: drums at once, and two presses to leave."""

import pytest
from menu_rig import MS, click, down, draw, hover, press, up

from game.app.screens.base import Push, Quit, Screen
from game.app.screens.jam import JamScreen
from game.app.screens.lesson import LessonScreen
from game.app.screens.settings import SettingsScreen
from game.app.screens.shelf import ShelfScreen
from game.app.screens.songs import SongsScreen
from game.app.screens.story import StoryScreen
from game.app.screens.title import ENTRIES, TitleScreen
from game.app.screens.write import WriteScreen
from game.app.services import Services
from game.charts.pieces import Piece
from game.view.screens import title as view
from game.view.widgets.area import Target


@pytest.fixture
def title(services: Services) -> TitleScreen:
    screen = TitleScreen(services)
    screen.enter()
    return screen


@pytest.mark.parametrize(
    ("key", "player", "piece"),
    [("A", 1, Piece.TOM1), ("F", 1, Piece.KICK), ("J", 2, Piece.KICK), ("K", 2, Piece.HAT)],
)
def test_any_key_of_the_players_sounds_before_anything_is_chosen(title, key, player, piece):
    press(title, key)
    assert title.sound.strikes == [(player, piece)]


def test_a_key_is_lit_while_it_is_down_and_the_drum_shines_for_a_moment(title):
    title.handle(down("S"), 0)
    at_once, later = title.snapshot(10 * MS), title.snapshot(500 * MS)
    assert [key.is_lit for key in at_once.drums[0].keys] == [False, True, False, False]
    assert at_once.drums[0].glow == 1.0
    assert at_once.drums[1].glow == 0.0
    assert later.drums[0].keys[1].is_lit
    assert later.drums[0].glow == 0.0
    title.handle(up("S"), 500 * MS)
    assert not title.snapshot(510 * MS).drums[0].keys[1].is_lit


def test_nothing_moves_when_nobody_plays(title):
    assert not title.is_animated
    press(title, "S")
    assert title.is_animated
    title.tick(1_000 * MS)
    assert not title.is_animated
    assert title.wake_ns(1_000 * MS) is None
    assert title.snapshot(1_000 * MS) == title.snapshot(9_000 * MS)


def test_enter_plays(title):
    change = press(title, "RETURN")
    assert isinstance(change, Push)
    assert isinstance(change.screen, SongsScreen)


def test_the_song_list_is_the_same_one_each_time(title):
    assert press(title, "RETURN").screen is press(title, "RETURN").screen


@pytest.mark.parametrize(
    ("entry", "screen"),
    [
        ("lesson", LessonScreen),
        ("jam", JamScreen),
        ("write", WriteScreen),
        ("story", StoryScreen),
        ("shelf", ShelfScreen),
        ("settings", SettingsScreen),
    ],
)
def test_every_entry_leads_to_its_screen(
    entry: str, screen: type[Screen], title: TitleScreen
) -> None:
    change = press(title, *["DOWN"] * ENTRIES.index(entry), "RETURN")
    assert isinstance(change, Push)
    assert isinstance(change.screen, screen)


def test_a_second_press_leaves(title):
    assert press(title, "ESCAPE") is None
    assert title.snapshot(0).buttons[-1].text == title.strings("title.quit_again")
    assert press(title, "ESCAPE") == Quit()


def test_a_first_press_is_forgotten_after_a_while(title):
    press(title, "ESCAPE", at_ns=0)
    title.tick(4_000 * MS)
    assert press(title, "ESCAPE", at_ns=4_001 * MS) is None


def test_a_first_press_is_forgotten_when_another_button_is_chosen(title):
    press(title, "ESCAPE", "UP")
    assert press(title, "DOWN", "RETURN") is None


def test_the_mouse_chooses_and_clicks(title):
    hover(title, Target(view.BUTTON, 1))
    assert [button.is_focused for button in title.snapshot(0).buttons] == [
        False,
        True,
        False,
        False,
        False,
        False,
        False,
        False,
    ]
    assert isinstance(click(title, Target(view.BUTTON, 0)), Push)


def test_a_click_on_a_key_sounds_its_drum(title):
    click(title, Target(view.KEYS[1], 0))
    assert title.sound.strikes == [(2, Piece.KICK)]


def test_a_modifier_makes_no_menu_key(title):
    import pygame

    assert title.handle(down("RETURN", mod=pygame.KMOD_LALT), 0) is None


def test_a_drum_key_lights_the_picture(title):
    canvas = draw(title)
    still = canvas.surface.copy()
    title.handle(down("A"), 0)
    draw(title, canvas)
    assert canvas.surface.get_buffer().raw != still.get_buffer().raw
