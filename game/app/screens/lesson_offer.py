"""The first start: the lesson is offered, once; one press leads past it."""

from __future__ import annotations

from game.app.lesson.steps import keep_offered
from game.app.screens.base import Change, Push, Replace, Screen
from game.app.screens.lesson_page import LessonPage
from game.app.screens.title import TitleScreen
from game.app.services import Services
from game.duet.lesson.course import FIRST_MINUTE
from game.view.screens import lesson_page as view


def first_screen(services: Services) -> Screen:
    """Where the program begins: at the title, but for the first time."""
    if services.settings.lesson.is_offered:
        return TitleScreen(services)
    return LessonOfferScreen(services)


class LessonOfferScreen(LessonPage):
    """Becomes the title, at once or when the lesson is over."""

    def __init__(self, services: Services) -> None:
        strings = services.strings
        super().__init__(services, (strings("lesson.offer_yes"), strings("lesson.offer_no")))
        self._is_answered = False

    def enter(self) -> None:
        if not self.services.settings.lesson.is_offered:
            keep_offered(self.services)
        super().enter()

    def tick(self, now_ns: int) -> Change | None:
        return self.left() if self._is_answered else super().tick(now_ns)

    def chosen(self, index: int, at_ns: int) -> Change | None:
        self._is_answered = True
        if index:
            return self.left()
        # Imported here: the first picture does not wait for the other screens.
        from game.app.screens.lesson_warm_up import LessonWarmUpScreen  # noqa: PLC0415

        return Push(LessonWarmUpScreen(self.services, FIRST_MINUTE))

    def left(self) -> Change:
        return Replace(TitleScreen(self.services))

    def snapshot(self, now_ns: int) -> view.LessonPageSnapshot:
        return self.page(self.strings("lesson.offer"), self.strings("lesson.offer_text"), None)
