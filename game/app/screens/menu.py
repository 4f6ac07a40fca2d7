"""What all menus do alike: hand events on as keys, points and clicks, and show notices."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter_ns
from typing import Protocol

import pygame

from game.app.kits.midi import decisions_in
from game.app.screens.base import Change
from game.app.screens.key_repeat import KeyRepeat
from game.app.screens.menu_keys import MenuKey, menu_key
from game.app.screens.pad_hints import by_pads
from game.app.screens.pad_keys import SETTLED_NS, STEERING
from game.app.screens.text_field import TextField
from game.app.services import Services
from game.view.canvas import Canvas
from game.view.widgets.area import Area, Target, target_at
from game.view.widgets.frame import Frame, Hint

_LEFT_BUTTON = 1


class Picture(Protocol):
    """A view's half of a menu: how a snapshot is drawn, and what lies where in it."""

    def draw(self, canvas: Canvas, snapshot: object) -> None: ...

    def places(self, snapshot: object) -> Iterable[tuple[Target, Area]]: ...


class Menu:
    """A screen of buttons and rows; each one says what its keys and targets do.

    A menu overrides what it needs of `press`, `point`, `click`, `drag`, `wheel` and `typed`.
    """

    is_steered_by_pads = True
    """False where pads are struck for another reason."""

    pads_rest_ns = SETTLED_NS
    """How long the pads must be at rest before they steer this screen."""

    pads_alone = STEERING
    """How much silence a stroke needs around it."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.strings = services.strings
        self.sound = services.sound
        self.text_input = False
        self.is_animated = False
        self.field: TextField | None = None
        """The field that can be typed into, if there is one at present."""

        self.field_target: Target | None = None
        """Where it lies in the picture."""

        self._repeat = KeyRepeat()
        self._canvas: Canvas | None = None
        self._grip: Target | None = None

    def enter(self) -> None:
        """See whether anything moves; a menu that begins something does so before."""
        now_ns = perf_counter_ns()
        self.services.pad_keys.settle(now_ns, self.pads_rest_ns)
        self.is_animated = self.moves(now_ns)

    def leave(self) -> None:
        """Let go of keys, mouse and field."""
        self._grip = None
        self._repeat.stop()
        if self.field is not None:
            self.field.blur()
        self.text_input = False

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        """Take an event of the devices."""
        self._repeat.watch(event, at_ns)
        change = self._hear_pads(event, at_ns) or self._sort(event, at_ns)
        self.text_input = self.field is not None and self.field.is_focused
        self.is_animated = self.moves(at_ns)
        return change

    def _sort(self, event: pygame.Event, at_ns: int) -> Change | None:
        """Hand an event to the method that is meant."""
        if self.field is not None and self.field.handle(event):
            self.typed(at_ns)
        elif event.type == pygame.KEYDOWN:
            self.services.pad_keys.is_in_use = False
            key = menu_key(event)
            return self.press(key, at_ns) if key else None
        elif event.type == pygame.MOUSEWHEEL:
            self.wheel(event.y, at_ns)
        elif event.type == pygame.MOUSEBUTTONUP:
            self._grip = None
        elif event.type == pygame.MOUSEMOTION:
            self._mouse_moved(event, at_ns)
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == _LEFT_BUTTON:
            return self._mouse_pressed(event, at_ns)
        return None

    def _hear_pads(self, event: pygame.Event, at_ns: int) -> Change | None:
        """Strokes steer, but not from under another window."""
        if self._follows_pads and pygame.key.get_focused():
            for decision in decisions_in(event):
                if decision.is_passed:
                    self.services.pad_keys.hear(decision.hit, self.pads_alone)
        return self.follow_pads(at_ns)

    def follow_pads(self, now_ns: int) -> Change | None:
        """Do what strokes meant by now."""
        while self._follows_pads and (key := self.services.pad_keys.take(now_ns)):
            change = self.press_by_pad(key, now_ns)
            if change is not None:
                return change
        return None

    @property
    def shows_pads(self) -> bool:
        """Whether hints tell of pads: they steer, and were struck last."""
        return self._follows_pads and self.services.pad_keys.is_in_use

    @property
    def _follows_pads(self) -> bool:
        return self.is_steered_by_pads and self.services.settings.playing.menus_by_pads

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        """A menu key went down."""

    def press_by_pad(self, key: MenuKey, at_ns: int) -> Change | None:
        """A pad stands for a menu key."""
        return self.press(key, at_ns)

    def point(self, target: Target) -> None:
        """The mouse moved onto something."""

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        """The mouse chose something, at a place in layout units."""

    def drag(self, target: Target, x: float) -> None:
        """The mouse moves with its button down, since it went down on `target`."""

    def drag_to(self, target: Target, x: float, y: float) -> None:
        """As `drag`, for who wants to know the height too."""
        self.drag(target, x)

    def wheel(self, steps: int, at_ns: int) -> None:
        """The wheel turned; up is positive."""

    def typed(self, at_ns: int) -> None:
        """The field's text has changed."""

    def moves(self, now_ns: int) -> bool:
        """Whether the picture changes, or something is done, with every frame."""
        return False

    def tick(self, now_ns: int) -> Change | None:
        """Notices come and go; a held key counts again. To be called last."""
        self.services.notices.tick(now_ns)
        self.is_animated = self.moves(now_ns)
        held = self._repeat.take(now_ns)
        change = self._sort(held, now_ns) if held else None
        return change or self.follow_pads(now_ns)

    def wake_ns(self, now_ns: int) -> int | None:
        pads_ns = self.services.pad_keys.due_ns if self._follows_pads else None
        return earliest(self.services.notices.wake_ns(now_ns), self._repeat.due_ns, pads_ns)

    def snapshot(self, now_ns: int) -> object:
        raise NotImplementedError

    def picture(self) -> Picture:
        """The view of this menu."""
        raise NotImplementedError

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        """Draw, and remember the canvas: it knows where the mouse is."""
        self._canvas = canvas
        self.picture().draw(canvas, snapshot)
        if self.text_input:
            self._place_candidates(canvas, snapshot)

    def frame(self, *hints: Hint) -> Frame:
        """The foot of the screen; who steers by pads reads their names."""
        if self.shows_pads:
            hints = by_pads(hints, self.strings)
        return Frame(hints, self.services.notices.text)

    def hint(self, key: str, *caps: str) -> Hint:
        """Keys and what they do; `key` is that of the text."""
        return Hint(caps, self.strings(key))

    def _place_candidates(self, canvas: Canvas, snapshot: object) -> None:
        """Tell input methods where the field is: their candidates belong beside it."""
        for target, area in self.picture().places(snapshot):
            if target == self.field_target:
                rect_px = canvas.rect_px(area.x, area.y, area.width, area.height)
                pygame.key.set_text_input_rect(rect_px)

    def _mouse_moved(self, event: pygame.Event, at_ns: int) -> None:
        found = self._found(event.pos, at_ns)
        if found is None:
            return
        target, x, y = found
        if self._grip is not None:
            self.drag_to(self._grip, x, y)
        elif target is not None:
            self.point(target)

    def _mouse_pressed(self, event: pygame.Event, at_ns: int) -> Change | None:
        found = self._found(event.pos, at_ns)
        if found is None:
            return None
        target, x, y = found
        self._grip = target
        if target is None:
            return None
        return self.click(target, x, y, at_ns)

    def _found(
        self, point_px: tuple[int, int], at_ns: int
    ) -> tuple[Target | None, float, float] | None:
        """What lies at a pixel, and the pixel's place; None before anything was drawn."""
        if self._canvas is None:
            return None
        x, y = self._canvas.position(point_px)
        return target_at(self.picture().places(self.snapshot(at_ns)), x, y), x, y


def earliest(*times_ns: int | None) -> int | None:
    """The first of several times to wake; None if none of them is known."""
    return min((time_ns for time_ns in times_ns if time_ns is not None), default=None)
