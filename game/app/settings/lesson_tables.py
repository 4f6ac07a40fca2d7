"""How far the players have come in the lesson, as a table of the settings file."""

from __future__ import annotations

from typing import Any

from game.app.settings.calibration_tables import Fault
from game.app.settings.values import LessonProgress
from game.duet.lesson.course import MOST_MARKS, STEPS

NAME = "lesson"


def read(value: object, fault: Fault) -> LessonProgress:
    """What a file says; whoever has a file without this table has been here before."""
    if value is None:
        return LessonProgress(is_offered=True)
    if not isinstance(value, dict):
        fault(NAME, repr(value), "a table")
        return LessonProgress(is_offered=True)
    is_offered = value.get("offered", True)
    if not isinstance(is_offered, bool):
        fault(f"{NAME}.offered", repr(is_offered), "true or false")
        is_offered = True
    return LessonProgress(is_offered, _marks(value.get("marks", {}), fault))


def table(progress: LessonProgress) -> dict[str, Any]:
    """The same in values that TOML knows; `read` reads them back."""
    return {"offered": progress.is_offered, "marks": dict(progress.marks)}


def _marks(value: object, fault: Fault) -> dict[str, int]:
    place = f"{NAME}.marks"
    if not isinstance(value, dict):
        fault(place, repr(value), "a table")
        return {}
    marks = {}
    for step, won in value.items():
        if step not in STEPS:
            fault(place, repr(step), "one of " + ", ".join(STEPS))
        elif type(won) is not int or not 0 <= won <= MOST_MARKS:
            fault(f"{place}.{step}", repr(won), f"a whole number from 0 to {MOST_MARKS}")
        else:
            marks[step] = won
    return marks
