"""The end of a step of the lesson: what it was worth, and the ways on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.app.lesson.steps import step_setup
from game.app.play.setup import PlaySetup
from game.app.screens.base import Change, Pop, Replace, Screen
from game.app.screens.lesson_page import LessonPage
from game.app.screens.lobby import LobbyScreen
from game.app.services import Services
from game.charts.document import Document
from game.duet.lesson.course import FIRST_MINUTE, MOST_MARKS, after
from game.errors import ChartError
from game.view.screens import lesson_page as view

_FIRST_SONG = "two-kits"
_US_PER_MS = 1_000

PlayStep = Callable[[Services, str, PlaySetup], Screen]
"""Makes the screen on which a step is played."""


class LessonDoneScreen(LessonPage):
    """Enter goes on to the next step; nothing here is ever lost."""

    def __init__(
        self,
        services: Services,
        step: str,
        setup: PlaySetup,
        won: int,
        gap_us: int | None,
        play_step: PlayStep,
    ) -> None:
        """
        Args:
            won: marks.
            gap_us: the typical gap between two people; None: unknown, or one of them is a bot.
        """
        self._step, self._setup, self._won, self._gap_us = step, setup, won, gap_us
        self._play_step = play_step
        ways: list[tuple[str, Callable[[int], Change | None]]] = []
        if (next_step := after(step)) is not None:
            ways.append(("lesson.next", lambda at_ns: self._play(next_step, at_ns)))
        ways.append((self._again_key(), lambda at_ns: self._play(step, at_ns)))
        if step == FIRST_MINUTE or next_step is None:
            ways.append(("lesson.first_song", lambda _: self._first_song()))
        ways.append(("lesson.enough", lambda _: Pop()))
        self._ways = tuple(way for _, way in ways)
        super().__init__(services, [services.strings(key) for key, _ in ways])

    def chosen(self, index: int, at_ns: int) -> Change | None:
        return self._ways[index](at_ns)

    def left(self) -> Change:
        return Pop()

    def snapshot(self, now_ns: int) -> view.LessonPageSnapshot:
        marks = view.Marks(self._won, MOST_MARKS)
        is_duet = self._gap_us is not None
        heading = self.strings("lesson.was_duet" if is_duet else "lesson.well_done")
        return self.page(heading, self._text(), marks)

    def _text(self) -> str:
        marks = self.strings(f"lesson.marks_{self._won}")
        if self._gap_us is None:
            return marks
        ms = round(self._gap_us / _US_PER_MS)
        return self.strings("lesson.gap", ms=ms, marks=marks)

    def _again_key(self) -> str:
        has_bot = any(seat.is_bot for seat in self._setup.seats)
        return "lesson.again" if has_bot else "lesson.again_swapped"

    def _play(self, step: str, at_ns: int) -> Change | None:
        try:
            setup = step_setup(self.services, step, self._setup.seats, self._setup.seed + 1)
        except ChartError as error:
            self.services.notices.append(str(error))
            return None
        return Replace(self._play_step(self.services, step, setup))

    def _first_song(self) -> Change | None:
        path = self.services.shipped / "charts" / _FIRST_SONG / f"{_FIRST_SONG}.duet"
        try:
            chart = Document.read(path).chart()
        except ChartError as error:
            self.services.notices.append(str(error))
            return None
        seats = [replace(seat, level=1) for seat in self._setup.seats]
        return Replace(LobbyScreen(self.services, path, chart, seats))
