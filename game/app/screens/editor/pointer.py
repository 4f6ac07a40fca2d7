"""Events of the mouse: what they mean depends on what lies under it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.app.screens.editor.desk import Desk
from game.app.screens.editor.mouse import Mouse
from game.view.canvas import Canvas
from game.view.screens.editor import overlays
from game.view.screens.editor.snapshot import Overlay
from game.view.widgets.area import Target, target_at

LEFT_BUTTON = 1
_RIGHT_BUTTON = 3


class Pointer:
    """Hands presses on to the lines, the findings and the window on the song."""

    def __init__(self, desk: Desk, answer: Callable[[bool], None]) -> None:
        """`answer` is told after each press whether the chart has changed."""
        self._desk = desk
        self._answer = answer
        self._mouse = Mouse(desk.work, desk.window)
        self.canvas: Canvas | None = None
        """Knows where a pixel lies; None before the first picture."""

    @property
    def rubber(self) -> tuple[float, float, float, float] | None:
        """The rectangle that is being drawn out."""
        return self._mouse.rubber

    def target(self, pos: tuple[int, int], overlay: Overlay | None) -> Target | None:
        """What lies over the lines at a pixel."""
        if self.canvas is None:
            return None
        x, y = self.canvas.position(pos)
        return target_at(overlays.places(overlay, self._desk.findings.shown()), x, y)

    def handle(self, event: pygame.Event) -> None:
        """Take an event, if it is one of the mouse."""
        if event.type == pygame.MOUSEWHEEL:
            self._turn(event.y)
        elif self.canvas is None:
            return
        elif event.type == pygame.MOUSEMOTION:
            x, y = self.canvas.position(event.pos)
            self._desk.mouse_x = x
            if self._mouse.is_down:
                self._mouse.move(x, y)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == LEFT_BUTTON:
            x, y = self.canvas.position(event.pos)
            self._finish(lambda: self._mouse.release(x, y))
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self._press(event, *self.canvas.position(event.pos))

    def _press(self, event: pygame.Event, x: float, y: float) -> None:
        if self._desk.is_help_shown:
            self._desk.is_help_shown = False
        elif (target := self.target(event.pos, None)) is not None:
            if target.name == overlays.FINDING:
                self._desk.findings.choose_line(target.index)
                self._desk.jump_to_finding()
        elif event.button == _RIGHT_BUTTON:
            self._finish(lambda: self._mouse.remove(x, y))
        elif event.button == LEFT_BUTTON:
            held = pygame.key.get_mods() & pygame.KMOD_SHIFT
            self._mouse.press(x, y, is_adding=bool(held))

    def _finish(self, act: Callable[[], object]) -> None:
        work = self._desk.work
        work.refusal = ""
        before = work.document
        act()
        self._answer(work.document is not before)

    def _turn(self, steps: int) -> None:
        desk = self._desk
        if pygame.key.get_mods() & pygame.KMOD_CTRL:
            desk.window.zoom(steps, desk.window.us(desk.mouse_x))
        elif desk.findings.is_open and desk.is_over_findings:
            desk.findings.scroll(steps)
        else:
            desk.window.scroll(-steps)
