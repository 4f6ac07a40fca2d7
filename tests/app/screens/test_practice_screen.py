"""The practice screen: bars chosen by mouse and keys, choices stepped, and the way on."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from helpers import chart
from menu_rig import MS, click, draw, hover, point_px, press
from practice_scenes import practice_setup_of

from game.app.screens.base import Pop, Push
from game.app.screens.practice import PracticeScreen
from game.app.screens.practice_play import PracticePlayScreen
from game.app.services import Services
from game.duet.practice.bars import Bars
from game.duet.practice.passes import Pass, PlayerPass
from game.duet.practice.trouble import Trouble
from game.view.screens import practice as view
from game.view.widgets.area import Target

# Ten bars in three sections: 1-2, 3-8 and 9-10.
TEN_BARS = """
== Intro ==
P1 kick  |o---|o---|
P2 snare |--x-|--x-|
== Verse ==
P1 kick  |o-o-|o-o-|o-o-|o-o-|o-o-|o-o-|
P2 snare |-x-x|-x-x|-x-x|-x-x|-x-x|-x-x|
== End ==
P1 kick  |o---|o---|
P2 snare |--x-|--x-|
"""
STRIP = Target(view.STRIP)


def screen_of(services: Services, **more: object) -> PracticeScreen:
    setup = practice_setup_of(Path("ten.duet"), chart(TEN_BARS))
    screen = PracticeScreen(services, setup, **more)  # type: ignore[arg-type]  # bars or trouble
    screen.enter()
    return screen


def bars_of(screen: PracticeScreen) -> tuple[str, str]:
    """First and last bar, as the rows say them."""
    first, last = screen.snapshot(0).rows[:2]
    return first.value, last.value


def value_of(screen: PracticeScreen, label: str) -> str:
    return next(row.value for row in screen.snapshot(0).rows if row.label == label)


def drag(screen: PracticeScreen, from_share: float, to_share: float) -> None:
    """Press on the strip, move, let go."""
    canvas = draw(screen)
    start, end = (point_px(screen, canvas, STRIP, share) for share in (from_share, to_share))
    screen.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=start), 0)
    screen.handle(pygame.Event(pygame.MOUSEMOTION, pos=end, buttons=(1, 0, 0)), 0)
    screen.handle(pygame.Event(pygame.MOUSEBUTTONUP, button=1, pos=end), 0)


def test_a_fresh_practice_begins_with_the_first_eight_bars(services: Services) -> None:
    assert bars_of(screen_of(services)) == ("1", "8")


def test_after_a_play_it_begins_where_most_was_missed(services: Services) -> None:
    trouble = Trouble(missed=Bars(2, 9), apart=Bars(0, 7))
    assert bars_of(screen_of(services, trouble=trouble)) == ("3", "10")


def test_bars_can_be_drawn_on_the_strip_and_snap(services: Services) -> None:
    screen = screen_of(services)
    drag(screen, 0.27, 0.58)
    assert bars_of(screen) == ("3", "6")
    drag(screen, 0.95, 0.81)
    assert bars_of(screen) == ("9", "10")


def test_the_strip_moves_with_the_arrows_within_the_song(services: Services) -> None:
    screen = screen_of(services, bars=Bars(6, 8))
    click(screen, STRIP, 0.75)
    press(screen, "RIGHT")
    assert bars_of(screen) == ("9", "9")
    press(screen, "RIGHT", "RIGHT", "RIGHT")
    assert bars_of(screen) == ("10", "10")
    press(screen, *["LEFT"] * 12)
    assert bars_of(screen) == ("1", "1")


def test_page_keys_go_from_section_to_section(services: Services) -> None:
    screen = screen_of(services, bars=Bars(0, 0))
    press(screen, "PAGEDOWN")
    assert bars_of(screen) == ("3", "8")
    press(screen, "PAGEDOWN", "PAGEDOWN")
    assert bars_of(screen) == ("9", "10")
    press(screen, "PAGEUP", "PAGEUP")
    assert bars_of(screen) == ("1", "2")


@pytest.mark.parametrize(
    ("chip", "bars"), [(0, ("1", "10")), (1, ("3", "8")), (2, ("3", "10")), (3, ("1", "8"))]
)
def test_what_is_worth_practising_is_offered(
    services: Services, chip: int, bars: tuple[str, str]
) -> None:
    screen = screen_of(services, trouble=Trouble(missed=Bars(2, 9), apart=Bars(0, 7)))
    click(screen, Target(view.CHIP, chip))
    assert bars_of(screen) == bars


@pytest.mark.parametrize(
    ("label", "keys", "value"),
    [
        ("From bar", "RIGHT", "2"),
        ("Speed", "LEFT", "95 %"),
        ("Faster by itself", "RIGHT", "once both hit 80 %"),
        ("Wait for both", "RIGHT", "On"),
        ("P1’s part", "RIGHT", "a bot"),
        ("P2’s part", "RIGHT", "a bot"),
        ("P1’s part", "RIGHT RIGHT", "nobody"),
        ("P2’s part", "RIGHT RIGHT RIGHT", "nobody"),
        ("P2’s part", "RIGHT RIGHT LEFT LEFT", "whoever sits there"),
        ("Swap the parts", "RIGHT", "On"),
        ("Swap the parts", "RIGHT LEFT", "Off"),
        ("Metronome", "RIGHT", "On"),
        ("Count-in", "LEFT", "Off"),
    ],
)
def test_every_row_is_stepped_with_the_arrows(
    services: Services, label: str, keys: str, value: str
) -> None:
    screen = screen_of(services)
    rows = [row.label for row in screen.snapshot(0).rows]
    hover(screen, Target(view.ROW, rows.index(label)))
    press(screen, *keys.split())
    assert value_of(screen, label) == value


def test_the_mouse_steps_a_row_on_either_side_of_its_value(services: Services) -> None:
    screen = screen_of(services)
    click(screen, Target(view.ROW, 2), 0.95)
    assert value_of(screen, "Speed") == "105 %"
    click(screen, Target(view.ROW, 2), 0.5)
    assert value_of(screen, "Speed") == "100 %"


def test_the_focus_reaches_everything_from_the_strip_to_the_button(services: Services) -> None:
    screen = screen_of(services)
    press(screen, *["UP"] * 9)
    assert screen.snapshot(0).strip.is_focused
    press(screen, "DOWN", "DOWN")
    seen = []
    for _ in range(5):
        for _ in range(2):
            seen += [row.label for row in screen.snapshot(0).rows if row.is_focused]
            press(screen, "TAB")
        press(screen, "DOWN")
    assert sorted(seen) == sorted(row.label for row in screen.snapshot(0).rows)
    press(screen, *["DOWN"] * 9)
    assert screen.snapshot(0).start.is_focused


def test_enter_begins_and_escape_goes_back(services: Services) -> None:
    screen = screen_of(services)
    change = press(screen, "RETURN")
    assert isinstance(change, Push)
    assert isinstance(change.screen, PracticePlayScreen)
    assert press(screen, "ESCAPE") == Pop()


def test_each_time_round_is_told_in_words_and_bars(services: Services) -> None:
    screen = screen_of(services)
    assert screen.snapshot(0).last == ()
    players = (PlayerPass(1, 9, 10, 6_400), PlayerPass(2, 10, 10, -2_000))
    screen.passes.append(Pass(80, players, None, 14_000))
    shown = screen.snapshot(10 * MS)
    assert shown.last == (
        "80 % · 14 ms apart",
        "Mina 9/10, 6 ms late",
        "Jun 10/10, 2 ms early",
    )
    assert [(each.hit_pct, each.is_reached) for each in shown.passes] == [(95, True)]


def test_a_long_name_leaves_its_figures_their_place(services: Services) -> None:
    names = ("Bartholomew-Alexander", "Jun")
    setup = practice_setup_of(Path("ten.duet"), chart(TEN_BARS), names)
    screen = PracticeScreen(services, setup)
    screen.enter()
    players = (PlayerPass(1, 9, 10, 400), PlayerPass(2, 0, 10, None))
    screen.passes.append(Pass(80, players, None, None))
    assert screen.snapshot(0).last == ("80 %", "P1 9/10, on the beat", "Jun 0/10")
