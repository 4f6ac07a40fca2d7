"""From a step of the lesson to a play, and what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from game.app.play.setup import PlaySetup, SeatSetup
from game.app.services import Services
from game.app.settings.values import LessonProgress
from game.charts.document import SUFFIX, Document
from game.charts.model import FULL_LEVEL
from game.duet.lesson.course import FIRST_MINUTE, with_marks
from game.view.strings import Strings

_RULES = "relaxed"


def step_path(shipped: Path, step: str) -> Path:
    """The chart of a step: First Minute is a song too, the others are in no song list."""
    if step == FIRST_MINUTE:
        return shipped / "charts" / step / f"{step}{SUFFIX}"
    return shipped / "assets" / "lessons" / f"{step}{SUFFIX}"


def step_text(strings: Strings, step: str, name: str, **values: object) -> str:
    """One of the texts of a step."""
    return strings(f"lesson.{step.replace('-', '_')}_{name}", **values)


def step_setup(services: Services, step: str, seats: Sequence[SeatSetup], seed: int) -> PlaySetup:
    """A step with those who sit there. Charts of the lesson are easy as they are written.

    Raises:
        ChartError: the chart is not there, or broken.
    """
    path = step_path(services.shipped, step)
    learning = tuple(replace(seat, level=FULL_LEVEL, rules=_RULES) for seat in seats)
    return PlaySetup(path, Document.read(path).chart(), learning, seed=seed)


def keep_marks(services: Services, step: str, won: int) -> None:
    """Remember what a step was worth; a fault is told as a notice."""
    settings = services.settings
    marks = with_marks(settings.lesson.marks, step, won)
    keep(services, replace(settings.lesson, marks=marks))


def keep_offered(services: Services) -> None:
    """Remember that the lesson was offered."""
    keep(services, replace(services.settings.lesson, is_offered=True))


def keep(services: Services, lesson: LessonProgress) -> None:
    """Save the players' progress."""
    fault = services.store.save(replace(services.settings, lesson=lesson))
    if fault is not None:
        services.notices.append(str(fault))
