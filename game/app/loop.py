"""The main loop: waits for events between frames, draws what changed, leads from screen to screen.

Between frames the loop sleeps in `event.wait`, so a press is stamped when it comes and not when a
frame begins.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable
from time import perf_counter_ns

import pygame

from game.app.kits.midi import MIDI_ARRIVED
from game.app.screens.base import Change, Pop, Push, Quit, Replace, Screen
from game.app.services import Services
from game.app.settings.values import Display
from game.app.window import Window

_log = logging.getLogger(__name__)

NS_PER_MS = 1_000_000
_IDLE_WAIT_NS = 1_000 * NS_PER_MS
_WINDOW_EVENTS = (pygame.VIDEORESIZE, pygame.VIDEOEXPOSE, pygame.WINDOWSIZECHANGED)


class Loop:
    """Runs a stack of screens until it is empty."""

    def __init__(
        self,
        window: Window,
        services: Services,
        first: Screen,
    ) -> None:
        self._window = window
        self._services = services
        self._stack: list[Screen] = [first]
        self._drawn: object = None
        self._is_stale = True
        """Whether the picture may have changed since the last frame."""

        self._key_times = services.key_times
        self._next_frame_ns = 0
        self._display = services.settings.display
        self.after_first_frame: Callable[[], None] | None = None
        """Run once when something is on the screen: what may take a moment."""

    def run(self) -> None:
        """Until the last screen is left or the window is closed."""
        self._enter_topmost()
        pygame.key.stop_text_input()
        has_text_input = False
        while self._stack:
            screen = self._stack[-1]
            if screen.text_input != has_text_input:
                has_text_input = screen.text_input
                _set_text_input(has_text_input)
            self._wait(screen)
            if self._is_topmost(screen):
                self._apply(screen.tick(perf_counter_ns()))
            self._is_stale = True
            self._draw_if_due()
        self._keep_window_size()

    def _enter_topmost(self) -> None:
        screen = self._stack[-1]
        _log.info("screen: %s", type(screen).__name__)
        screen.enter()

    def _is_topmost(self, screen: Screen) -> bool:
        return bool(self._stack) and self._stack[-1] is screen

    def _wait(self, screen: Screen) -> None:
        """Hand events over as they come, until the screen wants a tick or a frame is due."""
        due_ns = self._due_ns(screen)
        while self._is_topmost(screen):
            left_ms = (due_ns - perf_counter_ns()) // NS_PER_MS
            event = pygame.event.wait(left_ms) if left_ms > 0 else pygame.event.poll()
            at_ns = perf_counter_ns()
            if event.type == pygame.NOEVENT:
                return
            self._dispatch(screen, event, at_ns)
            # Some of these may have come just now: no press is later than the time it gets.
            others = pygame.event.get()
            at_ns = perf_counter_ns()
            for other in others:
                self._dispatch(screen, other, at_ns)
            # What an event changed is shown with the next frame.
            due_ns = min(due_ns, self._next_frame_ns)
            # Events that never cease must not keep the screen from its frames.
            if perf_counter_ns() >= due_ns:
                return

    def _due_ns(self, screen: Screen) -> int:
        now_ns = perf_counter_ns()
        wake_ns = screen.wake_ns(now_ns)
        due_ns = now_ns + _IDLE_WAIT_NS if wake_ns is None else wake_ns
        if screen.is_animated or self._is_stale:
            due_ns = min(due_ns, self._next_frame_ns)
        return due_ns

    def _dispatch(self, screen: Screen, event: pygame.Event, at_ns: int) -> None:
        if event.type == MIDI_ARRIVED:
            event = self._services.midi.filled(event)
        if not self._stack:
            return
        press_ns = self._key_times.press_ns(event, at_ns)
        if event.type == pygame.QUIT:
            self._apply(Quit())
        elif event.type in _WINDOW_EVENTS:
            self._refresh_window()
        elif event.type == pygame.KEYDOWN and event.scancode == pygame.KSCAN_F11:
            self._toggle_fullscreen()
        # What was meant for a screen that has gone is nothing to the next one.
        elif event.type != pygame.SYSWMEVENT and self._is_topmost(screen):
            self._apply(screen.handle(event, at_ns if press_ns is None else press_ns))

    def _apply(self, change: Change | None) -> None:
        if change is None:
            return
        left = self._stack[-1]
        left.leave()
        if isinstance(change, Quit):
            self._stack.clear()
            return
        if isinstance(change, Pop | Replace):
            self._stack.pop()
        if isinstance(change, Push | Replace):
            self._stack.append(change.screen)
        if self._stack:
            self._enter_topmost()
        self._drawn = None

    def _draw_if_due(self) -> None:
        now_ns = perf_counter_ns()
        if not self._stack or now_ns + NS_PER_MS < self._next_frame_ns:
            return
        # Frames keep to a grid; one that comes late begins a new one.
        frame_ns = 1_000 * NS_PER_MS // self._display.frames_per_s
        on_grid_ns = self._next_frame_ns + frame_ns
        self._is_stale = False
        self._next_frame_ns = on_grid_ns if on_grid_ns > now_ns else now_ns + frame_ns
        if self._services.settings.display != self._display:
            self._refresh_window()
        screen = self._stack[-1]
        snapshot = screen.snapshot(now_ns)
        if snapshot == self._drawn:
            return
        screen.draw(self._window.canvas, snapshot)
        pygame.display.flip()
        self._drawn = snapshot
        if self.after_first_frame is not None:
            self.after_first_frame()
            self.after_first_frame = None

    def _refresh_window(self) -> None:
        self._display = self._services.settings.display
        self._window.refresh(self._display)
        self._drawn = None

    def _toggle_fullscreen(self) -> None:
        display = self._services.settings.display
        self._window.toggle_fullscreen(display)
        self._keep_display(dataclasses.replace(display, fullscreen=self._window.is_fullscreen))
        self._drawn = None

    def _keep_display(self, display: Display) -> None:
        self._display = display
        self._services.store.save(dataclasses.replace(self._services.settings, display=display))

    def _keep_window_size(self) -> None:
        width_px, height_px = self._window.windowed_size_px
        if (width_px, height_px) != (self._display.width_px, self._display.height_px):
            self._keep_display(
                dataclasses.replace(self._display, width_px=width_px, height_px=height_px)
            )


def _set_text_input(is_on: bool) -> None:
    """Off, an active input method of Korean or Japanese does not swallow drum keys."""
    if is_on:
        pygame.key.start_text_input()
    else:
        pygame.key.stop_text_input()
