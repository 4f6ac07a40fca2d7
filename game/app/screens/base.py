"""What a screen is, and how one screen leads to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import pygame

from game.view.canvas import Canvas


class Screen(Protocol):
    """One screen on the stack. Only the topmost gets events, ticks and is drawn."""

    text_input: bool
    """Whether text input is on: true only while a text field has the focus."""

    is_animated: bool
    """Whether the picture changes with every frame."""

    def enter(self) -> None:
        """Called each time the screen becomes the topmost."""

    def leave(self) -> None:
        """Called each time it stops being the topmost."""

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        """An event, with the host time at which it came."""

    def tick(self, now_ns: int) -> Change | None:
        """Time passes: once a frame, and when the wait for events ends."""

    def wake_ns(self, now_ns: int) -> int | None:
        """When to tick next if no event comes, to the millisecond; None if only an event matters.

        An animated screen ticks with every frame besides.
        """

    def snapshot(self, now_ns: int) -> object:
        """What is to be seen: frozen and comparable. An equal one is not drawn again."""

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        """Hand the snapshot to the view."""


@dataclass(frozen=True, slots=True)
class Push:
    """Go deeper; the present screen waits underneath."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Replace:
    """Go on; the present screen is done with."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Go back."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the program."""


Change = Push | Replace | Pop | Quit
