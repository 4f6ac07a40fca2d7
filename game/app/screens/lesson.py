"""The lesson: thirteen steps, any of which can be chosen at any time."""

from __future__ import annotations

from game.app.lesson.steps import step_text
from game.app.screens.base import Change, Pop, Push
from game.app.screens.lesson_warm_up import LessonWarmUpScreen
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.services import Services
from game.duet.lesson.course import MOST_MARKS, STEPS, first_open
from game.view.screens import lesson as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button

_MOVES = {
    MenuKey.UP: -1,
    MenuKey.LEFT: -1,
    MenuKey.DOWN: 1,
    MenuKey.RIGHT: 1,
    MenuKey.NEXT: 1,
    MenuKey.PAGE_UP: -len(STEPS),
    MenuKey.PAGE_DOWN: len(STEPS),
}


class LessonScreen(Menu):
    """Begins at the first step that is not done yet."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._chosen = STEPS.index(first_open(services.settings.lesson.marks))

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key is MenuKey.CHOOSE:
            return self._start()
        if key in _MOVES:
            self._focus(max(0, min(len(STEPS) - 1, self._chosen + _MOVES[key])))
        return None

    def point(self, target: Target) -> None:
        if target.name == view.STEP:
            self._focus(target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        if target.name == view.START:
            return self._start()
        self._focus(target.index)
        return None

    def wheel(self, steps: int, at_ns: int) -> None:
        self._focus(max(0, min(len(STEPS) - 1, self._chosen - steps)))

    def snapshot(self, now_ns: int) -> view.LessonSnapshot:
        marks = self.services.settings.lesson.marks
        step = STEPS[self._chosen]
        won = marks.get(step, 0)
        return view.LessonSnapshot(
            heading=self.strings("lesson.heading"),
            rows=tuple(
                view.StepRow(
                    str(number) if number else "",
                    step_text(self.strings, each, "title"),
                    marks.get(each, 0),
                    number == self._chosen,
                )
                for number, each in enumerate(STEPS)
            ),
            most=MOST_MARKS,
            card=view.StepCard(
                title=step_text(self.strings, step, "title"),
                learn=step_text(self.strings, step, "learn"),
                goal=step_text(self.strings, step, "goal"),
                won=won,
                worth=self.strings(f"lesson.marks_{won}"),
            ),
            start=Button(self.strings("lesson.start"), is_focused=True),
            frame=self.frame(
                self.hint("common.hint_move", "↑", "↓"),
                self.hint("lesson.hint_start", self.strings("common.enter")),
                self.hint("common.hint_back", self.strings("common.escape")),
            ),
        )

    def picture(self) -> Picture:
        return view

    def _focus(self, index: int) -> None:
        if index != self._chosen:
            self._chosen = index
            self.sound.move()

    def _start(self) -> Change:
        self.sound.choose()
        return Push(LessonWarmUpScreen(self.services, STEPS[self._chosen]))
