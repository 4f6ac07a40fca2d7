"""The lesson's menus: offered once, any step can be chosen, both warm up, and the ways on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lesson_scenes import done_screen
from menu_rig import press

from game.app.lesson.steps import keep_marks, step_path
from game.app.screens.base import Pop, Push, Replace
from game.app.screens.lesson import LessonScreen
from game.app.screens.lesson_offer import LessonOfferScreen, first_screen
from game.app.screens.lesson_play import LessonPlayScreen
from game.app.screens.lesson_warm_up import LessonWarmUpScreen
from game.app.screens.lobby import LobbyScreen
from game.app.screens.title import TitleScreen
from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.app.settings.values import LessonProgress
from game.duet.lesson.course import STEPS

SECOND_NS = 1_000_000_000


def test_the_first_start_offers_the_lesson_and_no_other(services: Services) -> None:
    offer = first_screen(services)
    assert isinstance(offer, LessonOfferScreen)
    offer.enter()
    assert isinstance(first_screen(services), TitleScreen)
    assert SettingsStore(services.store.path).settings.lesson.is_offered


def test_one_press_leads_past_the_offer(services: Services) -> None:
    change = press(LessonOfferScreen(services), "ESCAPE")
    assert isinstance(change, Replace)
    assert isinstance(change.screen, TitleScreen)


def test_behind_the_offered_lesson_lies_the_title(services: Services) -> None:
    offer = LessonOfferScreen(services)
    change = press(offer, "RETURN")
    assert isinstance(change, Push)
    assert isinstance(change.screen, LessonWarmUpScreen)
    offer.enter()
    title = offer.tick(0)
    assert isinstance(title, Replace)
    assert isinstance(title.screen, TitleScreen)


def test_the_list_begins_where_no_mark_is_yet_and_leads_anywhere(services: Services) -> None:
    lesson = LessonProgress(True, {"first-minute": 2})
    services.store.settings = replace(services.settings, lesson=lesson)
    screen = LessonScreen(services)
    assert screen.snapshot(0).rows[1].is_focused
    press(screen, "DOWN", "DOWN")
    assert screen.snapshot(0).rows[3].is_focused
    assert isinstance(press(screen, "RETURN"), Push)


def test_four_strokes_each_begin_the_step(services: Services) -> None:
    screen = LessonWarmUpScreen(services, "pulse")
    press(screen, "A", "S", "D", "F", "J", "K", "L")
    assert screen.tick(SECOND_NS) is None
    press(screen, "J", at_ns=SECOND_NS)
    change = screen.tick(2 * SECOND_NS)
    assert isinstance(change, Replace)
    assert isinstance(change.screen, LessonPlayScreen)


def test_whoever_is_alone_begins_with_a_bot_and_nobody_begins_nothing(services: Services) -> None:
    screen = LessonWarmUpScreen(services, "pulse")
    assert press(screen, "RETURN") is None
    press(screen, "J")
    assert isinstance(press(screen, "RETURN"), Replace)


@pytest.mark.parametrize(
    ("downs", "screen"), [(0, LessonPlayScreen), (1, LessonPlayScreen), (2, LobbyScreen)]
)
def test_from_first_minute_on_and_again_and_to_a_song(services, downs, screen) -> None:
    done = done_screen(services, "first-minute", "keyboard", "keyboard", gap_us=20_000)
    change = press(done, *["DOWN"] * downs, "RETURN")
    assert isinstance(change, Replace)
    assert isinstance(change.screen, screen)


def test_behind_the_last_step_there_is_no_next_one(services: Services) -> None:
    done = done_screen(services, STEPS[-1], "keyboard", "bot")
    assert done.snapshot(0).buttons[0].text == "Once more"
    assert isinstance(press(done, "ESCAPE"), Pop)


def test_marks_are_there_the_next_time(services: Services) -> None:
    keep_marks(services, "flam", 2)
    keep_marks(services, "flam", 1)
    store = SettingsStore(services.store.path)
    assert store.settings.lesson.marks == {"flam": 2}
    assert store.faults == []


@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_a_chart(services: Services, step: str) -> None:
    assert step_path(services.shipped, step).is_file()
