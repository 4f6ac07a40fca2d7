"""A watcher changes nothing of what it watches."""

from __future__ import annotations

import pygame
import pytest
from menu_rig import canvas_of, down

from game.app.bench.watched import Diary, Stopwatch, Watched
from game.app.screens.base import Change, Pop, Push, Quit, Replace

S = 1_000_000_000


class Doll:
    """A screen that says what it was told."""

    text_input = False
    is_animated = True

    def __init__(self, change: Change | None = None) -> None:
        self.change = change
        self.told: list[str] = []

    def enter(self) -> None:
        self.told.append("enter")

    def leave(self) -> None:
        self.told.append("leave")

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        self.told.append("handle")
        return self.change

    def tick(self, now_ns: int) -> Change | None:
        self.told.append("tick")
        return self.change

    def wake_ns(self, now_ns: int) -> int | None:
        return 77

    def snapshot(self, now_ns: int) -> object:
        return now_ns

    def draw(self, canvas: object, snapshot: object) -> None:
        self.told.append(f"draw {snapshot}")


def watched(doll: Doll, diary: Diary | None = None) -> Watched:
    return Watched(doll, diary or Diary(), lambda _diary, _now_ns: False)


def test_everything_reaches_the_screen() -> None:
    doll = Doll()
    screen = watched(doll)
    screen.enter()
    screen.handle(down("A"), 5)
    screen.tick(6)
    screen.draw(canvas_of(), screen.snapshot(7))
    screen.leave()
    assert doll.told == ["enter", "handle", "tick", "draw 7", "leave"]
    assert screen.wake_ns(0) == 77
    assert screen.is_animated


def test_a_screen_that_follows_is_watched_as_well() -> None:
    diary, following = Diary(), Doll()
    for change in (Push(following), Replace(following)):
        result = watched(Doll(change), diary).tick(0)
        assert isinstance(result, type(change))
        result.screen.handle(down("S"), 42)
    assert following.told == ["handle", "handle"]
    assert [at_ns for _, at_ns in diary.presses] == [42, 42]
    assert watched(Doll(Pop()), diary).tick(0) == Pop()


def test_a_pause_is_counted_and_gone_on_from() -> None:
    pygame.event.clear()
    diary = Diary()
    watched(Doll(Push(Doll())), diary).tick(0)
    assert diary.pauses == 1
    (pressed,) = pygame.event.get(pygame.KEYDOWN)
    assert pressed.scancode == pygame.KSCAN_RETURN


def test_each_frame_is_noted_with_what_it_took() -> None:
    diary = Diary()
    screen = watched(Doll(), diary)
    canvas = canvas_of()
    for _ in range(3):
        screen.draw(canvas, None)
        screen.wake_ns(0)  # the loop asks for it after the flip
        screen.wake_ns(0)
    assert len(diary.frames_at_ns) == len(diary.frames_took_ns) == 3
    assert len(diary.own_ns) == 2
    assert diary.frames_at_ns == sorted(diary.frames_at_ns)
    assert all(took_ns > 0 for took_ns in diary.frames_took_ns)


def test_keys_are_noted_when_the_game_is_told_them() -> None:
    diary = Diary()
    watched(Doll(), diary).handle(down("A"), 1_234)
    watched(Doll(), diary).handle(pygame.Event(pygame.MOUSEMOTION), 1_300)
    assert diary.presses == [(pygame.KSCAN_A, 1_234)]


def test_the_watch_begins_after_the_warm_up_and_ends_in_time() -> None:
    begun: list[bool] = []
    watch, diary = Stopwatch(2, 5, lambda: begun.append(True)), Diary()
    diary.presses.append((4, 1))
    assert not watch(diary, 10 * S)
    assert not watch(diary, 11 * S)
    assert not begun
    assert not watch(diary, 12 * S)
    assert begun == [True]
    assert diary.presses == []  # what came before is not counted
    assert not watch(diary, 16 * S)
    assert watch(diary, 17 * S)
    assert diary.watched_ns == 5 * S
    assert diary.processor_ns > 0


def test_the_end_of_the_watch_ends_the_program() -> None:
    doll = Doll()
    screen = Watched(doll, Diary(), lambda _diary, _now_ns: True)
    assert screen.tick(0) == Quit()
    assert doll.told == []


@pytest.fixture(autouse=True)
def _window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
