"""A watcher around a screen: when it is drawn, what that takes, and which keys come when."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import perf_counter_ns, process_time_ns, thread_time_ns

import pygame

from game.app.bench.memory import rss_bytes
from game.app.screens.base import Change, Push, Quit, Replace, Screen
from game.view.canvas import Canvas

_RETURN = {"scancode": pygame.KSCAN_RETURN, "key": pygame.K_RETURN, "mod": 0, "unicode": ""}


@dataclass(slots=True)
class Diary:
    """What was seen; all times in ns of the host clock, or of the processor where it says so."""

    frames_at_ns: list[int] = field(default_factory=list)
    frames_took_ns: list[int] = field(default_factory=list)
    """Drawing and flip of each frame."""

    own_ns: list[int] = field(default_factory=list)
    """Processor time of the game's thread from one frame to the next: what is its own making."""

    presses: list[tuple[int, int]] = field(default_factory=list)
    """Scancode and time of each key press, as the game is told them."""

    processor_ns: int = 0
    """Of the whole process, since the watch began."""

    watched_ns: int = 0
    rss_bytes: list[int] = field(default_factory=list)
    """Memory in use, once a second."""

    garbage: int = 0
    """Objects that only the collector could free, at the end of the watch."""

    pauses: int = 0
    """How often the play paused, since something held it up for a quarter of a second."""


class Watched:
    """Passes everything on to the screen, and to those that it leads to."""

    def __init__(self, screen: Screen, diary: Diary, until: Callable[[Diary, int], bool]) -> None:
        """
        Args:
            until: told the diary and the host time with every frame; True ends the program.
        """
        self._screen = screen
        self._diary = diary
        self._until = until
        self._draw_began_ns: int | None = None
        self._last_own_ns: int | None = None
        self.text_input = screen.text_input
        self.is_animated = screen.is_animated

    def enter(self) -> None:
        self._screen.enter()
        self._look_alike()

    def leave(self) -> None:
        self._screen.leave()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == pygame.KEYDOWN:
            self._diary.presses.append((event.scancode, at_ns))
        return self._followed(self._screen.handle(event, at_ns))

    def tick(self, now_ns: int) -> Change | None:
        if self._until(self._diary, now_ns):
            return Quit()
        return self._followed(self._screen.tick(now_ns))

    def wake_ns(self, now_ns: int) -> int | None:
        """The loop asks for it right after a flip."""
        self._note_flip()
        return self._screen.wake_ns(now_ns)

    def snapshot(self, now_ns: int) -> object:
        return self._screen.snapshot(now_ns)

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        self._draw_began_ns = perf_counter_ns()
        self._diary.frames_at_ns.append(self._draw_began_ns)
        self._screen.draw(canvas, snapshot)

    def _note_flip(self) -> None:
        if self._draw_began_ns is None:
            return
        self._diary.frames_took_ns.append(perf_counter_ns() - self._draw_began_ns)
        self._draw_began_ns = None
        own_ns = thread_time_ns()
        if self._last_own_ns is not None:
            self._diary.own_ns.append(own_ns - self._last_own_ns)
        self._last_own_ns = own_ns

    def _look_alike(self) -> None:
        self.text_input = self._screen.text_input
        self.is_animated = self._screen.is_animated

    def _followed(self, change: Change | None) -> Change | None:
        self._look_alike()
        if isinstance(change, Push):
            self._diary.pauses += 1
            # The pause offers to go on: take it.
            pygame.event.post(pygame.Event(pygame.KEYDOWN, _RETURN))
        if isinstance(change, Push | Replace):
            return replace(change, screen=Watched(change.screen, self._diary, self._until))
        return change


class Stopwatch:
    """Lets something begin, then watches it for a while."""

    def __init__(self, warm_up_s: float, watched_s: float, on_begin: Callable[[], None]) -> None:
        self._warm_up_ns = round(warm_up_s * 1e9)
        self._watched_ns = round(watched_s * 1e9)
        self._on_begin = on_begin
        self._first_ns: int | None = None
        self._began_ns: int | None = None
        self._processor_ns = 0
        self._next_memory_ns = 0

    def __call__(self, diary: Diary, now_ns: int) -> bool:
        """Whether the watch is over."""
        if self._first_ns is None:
            self._first_ns = now_ns
        if self._began_ns is None:
            if now_ns - self._first_ns >= self._warm_up_ns:
                self._begin(diary, now_ns)
            return False
        if now_ns >= self._next_memory_ns:
            self._next_memory_ns = now_ns + 1_000_000_000
            diary.rss_bytes.append(rss_bytes())
        diary.watched_ns = now_ns - self._began_ns
        diary.processor_ns = process_time_ns() - self._processor_ns
        if diary.watched_ns < self._watched_ns:
            return False
        diary.garbage = gc.collect()
        return True

    def _begin(self, diary: Diary, now_ns: int) -> None:
        self._began_ns = now_ns
        self._processor_ns = process_time_ns()
        gc.collect()
        diary.pauses = 0
        for noted in (diary.frames_at_ns, diary.frames_took_ns, diary.own_ns, diary.presses):
            noted.clear()
        self._on_begin()
