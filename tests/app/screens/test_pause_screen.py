"""The pause over a play."""

from __future__ import annotations

import pygame
import pytest
from helpers import chart

from game.app.play.picture import PlayPicture
from game.app.play.session import PlaySession
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.base import Pop
from game.app.screens.menu import Menu
from game.app.screens.pause import Break, PauseScreen, Wish
from game.app.services import Services
from game.view.canvas import Canvas, Fonts
from game.view.screens import pause as view
from game.view.screens.play_snapshot import PlaySnapshot


class NoSound:
    def play(self, from_us: int, sticks_us: object, rate_pct: int) -> None: ...
    def stop(self) -> None: ...
    def position_us(self) -> None: ...
    def drum(self, player: int, voice: object, velocity: int) -> None: ...


def still_of(services: Services, tmp_path) -> PlaySnapshot:
    seats = tuple(
        SeatSetup(player, f"P{player}", "keyboard", 5, "four", "standard") for player in (1, 2)
    )
    setup = PlaySetup(tmp_path / "song.duet", chart("P1 kick |o---|\nP2 snare |x---|"), seats)
    sound = NoSound()
    session = PlaySession(setup, sound, sound, start_us=-2_000_000, end_us=0, offset_ns={})
    return PlayPicture(services, session).frame(0, 0)


@pytest.fixture
def wishes() -> list[Wish]:
    return []


@pytest.fixture
def pause(services: Services, tmp_path, wishes: list[Wish]) -> PauseScreen:
    screen = PauseScreen(services, still_of(services, tmp_path), wishes.append, reason="because")
    screen.enter()
    return screen


def press(screen: Menu, scancode: int):
    return screen.handle(pygame.Event(pygame.KEYDOWN, scancode=scancode, key=0, mod=0), 0)


def test_enter_goes_on(pause: PauseScreen, wishes: list[Wish]) -> None:
    assert press(pause, pygame.KSCAN_RETURN) == Pop()
    assert wishes == [Wish.RESUME]


def test_escape_goes_on_too(pause: PauseScreen, wishes: list[Wish]) -> None:
    press(pause, pygame.KSCAN_DOWN)
    assert press(pause, pygame.KSCAN_ESCAPE) == Pop()
    assert wishes == [Wish.RESUME]


def test_leaving_needs_a_second_press(pause: PauseScreen, wishes: list[Wish]) -> None:
    for _ in range(Wish.LEAVE):
        press(pause, pygame.KSCAN_DOWN)
    assert press(pause, pygame.KSCAN_RETURN) is None
    assert pause.snapshot(0).is_asked
    assert press(pause, pygame.KSCAN_RETURN) == Pop()
    assert wishes == [Wish.LEAVE]


def test_another_choice_takes_the_question_back(pause: PauseScreen) -> None:
    for _ in range(Wish.LEAVE):
        press(pause, pygame.KSCAN_DOWN)
    press(pause, pygame.KSCAN_RETURN)
    press(pause, pygame.KSCAN_UP)
    assert not pause.snapshot(0).is_asked


@pytest.mark.parametrize("wish", [Wish.RESUME, Wish.RESTART, Wish.PRACTISE])
def test_the_mouse_chooses(pause: PauseScreen, wishes: list[Wish], wish: Wish) -> None:
    canvas = Canvas(pygame.display.get_surface(), Fonts(pause.services.shipped / "assets/fonts"))
    pause.draw(canvas, pause.snapshot(0))
    _, area = list(view.places(pause.snapshot(0)))[wish]
    point_px = (canvas.x_px(area.center_x), canvas.y_px(area.center_y))
    event = pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=point_px)
    assert pause.handle(event, 0) == Pop()
    assert wishes == [wish]


def test_a_pause_that_nobody_asked_for_says_why(pause: PauseScreen) -> None:
    assert pause.snapshot(0).message == "because"


def test_a_player_leaves_from_the_pause_and_the_song_goes_on(
    services: Services, tmp_path, wishes: list[Wish]
) -> None:
    left: list[int] = []
    breaks = (
        Break("P1 leaves", lambda: left.append(1)),
        Break("P2 leaves", lambda: left.append(2)),
    )
    screen = PauseScreen(services, still_of(services, tmp_path), wishes.append, breaks=breaks)
    screen.enter()
    assert screen.snapshot(0).buttons[1:3] == ("P1 leaves", "P2 leaves")
    press(screen, pygame.KSCAN_DOWN)
    press(screen, pygame.KSCAN_DOWN)
    assert press(screen, pygame.KSCAN_RETURN) == Pop()
    assert (left, wishes) == ([2], [Wish.RESUME])
