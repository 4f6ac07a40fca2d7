"""After a crash: says what was saved, and where the log is."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.app.screens.base import Change, Quit
from game.app.screens.menu_keys import MenuKey, menu_key
from game.app.services import Services
from game.view.canvas import Canvas
from game.view.screens import crash as view


class CrashScreen:
    """Any of Enter and Esc leaves."""

    text_input = False
    is_animated = False

    def __init__(self, services: Services, log: Path | None, replay: Path | None) -> None:
        strings = services.strings
        lines = []
        if replay is not None:
            lines += [strings("crash.replay"), str(replay)]
        if log is not None:
            lines += [strings("crash.log"), str(log)]
        self._snapshot = view.CrashSnapshot(
            strings("crash.heading"), tuple(lines), strings("crash.hint")
        )

    def enter(self) -> None:
        """Nothing to begin."""

    def leave(self) -> None:
        """Nothing to end."""

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        return Quit() if menu_key(event) in (MenuKey.CHOOSE, MenuKey.BACK) else None

    def tick(self, now_ns: int) -> Change | None:
        return None

    def wake_ns(self, now_ns: int) -> int | None:
        return None

    def snapshot(self, now_ns: int) -> view.CrashSnapshot:
        return self._snapshot

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        view.draw(canvas, self._snapshot)
